namespace Restaurant.Bench.Runner.Setup;

/// <summary>What a contender reads and writes.</summary>
internal interface IDatabase
{
    /// <summary>The file, or the connection string.</summary>
    string Address { get; }

    /// <summary>The settings by which the product opens it.</summary>
    IReadOnlyList<string> Settings { get; }
}
