namespace Restaurant.Graph.Platform.Storage;

/// <summary>What copies of the server over one database of PostgreSQL agree upon: advisory locks, by number, and where they listen.</summary>
internal static class PostgreSqlLocks
{
    /// <summary>The turn to write, held to the end of a transaction.</summary>
    public const long Turn = 7_261_001;

    /// <summary>The one who does what only one may do, held as long as the connection.</summary>
    public const long Leader = 7_261_002;

    /// <summary>Putting into an empty store what it begins with.</summary>
    public const long Opening = 7_261_003;

    /// <summary>Copying a restaurant to the database, held as long as the connection.</summary>
    public const long Copying = 7_261_004;

    /// <summary>Where it is told that the log has grown, without a word on how.</summary>
    public const string Channel = "restaurant_events";
}
