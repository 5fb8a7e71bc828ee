namespace Restaurant.Graph.Data.Startup;

/// <summary>Progress of preparing a database.</summary>
internal abstract record StartupStep
{
    /// <summary>Another process is preparing the same database.</summary>
    /// <param name="Elapsed">How long it has been waited for.</param>
    /// <param name="Timeout">How long it is waited for at most.</param>
    public sealed record Waiting(TimeSpan Elapsed, TimeSpan Timeout) : StartupStep;

    /// <summary>A migration begins.</summary>
    /// <param name="Migration">Its name.</param>
    /// <param name="Number">Its place among those that are pending, from 1.</param>
    /// <param name="Count">How many were pending.</param>
    public sealed record Migrating(string Migration, int Number, int Count) : StartupStep;

    /// <summary>A migration is committed.</summary>
    /// <param name="Migration">Its name.</param>
    /// <param name="Elapsed">How long it took.</param>
    public sealed record Migrated(string Migration, TimeSpan Elapsed) : StartupStep;

    /// <inheritdoc />
    public sealed override string ToString() => this switch
    {
        Waiting waiting => FormattableString.Invariant(
            $"Waiting for another process that is preparing the database: {waiting.Elapsed.TotalSeconds:0} s so far, at most {waiting.Timeout.TotalSeconds:0} s (Database:MigrationLockTimeout)."),
        Migrating migrating => FormattableString.Invariant($"Applying migration {migrating.Migration} ({migrating.Number} of {migrating.Count})."),
        Migrated migrated => FormattableString.Invariant($"Applied migration {migrated.Migration} in {migrated.Elapsed.TotalSeconds:0.0} s."),
        _ => "",
    };
}
