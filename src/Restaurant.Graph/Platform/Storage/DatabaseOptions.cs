using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Where the store is, from the section <c>Database</c> of the configuration; how it is reached is a connection string.</summary>
public sealed class DatabaseOptions
{
    /// <summary>What holds the store.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>How often it is looked up, where there are several copies of the server, which of them leads; another takes over within this time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan LeaderInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a start waits for another process that is preparing the same database (migrations, the first import) before it gives up.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MigrationLockTimeout { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>The databases that a store can be in.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, which servers on one machine share.</summary>
    Sqlite,

    /// <summary>A server of its own, which any number of copies of this one share.</summary>
    PostgreSql,
}
