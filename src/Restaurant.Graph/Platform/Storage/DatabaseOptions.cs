namespace Restaurant.Graph.Platform.Storage;

/// <summary>Where the store is, from the section <c>Database</c> of the configuration; how it is reached is a connection string.</summary>
public sealed class DatabaseOptions
{
    /// <summary>What holds the store.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
}

/// <summary>The databases that a store can be in.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, which servers on one machine share.</summary>
    Sqlite,

    /// <summary>A server of its own, which any number of copies of this one share.</summary>
    PostgreSql,
}
