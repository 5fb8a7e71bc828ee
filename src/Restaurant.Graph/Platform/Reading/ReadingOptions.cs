using System.ComponentModel.DataAnnotations;

namespace Restaurant.Graph.Platform.Reading;

/// <summary>How clients' selections are read, from the section <c>Reading</c> of the configuration.</summary>
public sealed class ReadingOptions
{
    /// <summary>
    /// Whether selections are compiled to SQL. Without, the engine's executor reads everything: the same answers, several times slower; it is
    /// there for tests and measurements to compare with.
    /// </summary>
    public bool Plans { get; init; } = true;

    /// <summary>Whether answers that are the same for everybody are kept for as long as nothing in the store changes.</summary>
    public bool Cache { get; init; } = true;

    /// <summary>How many characters of documents are kept with their plans, in each of two generations.</summary>
    [Range(0, 1_000_000_000)]
    public int MaxDocumentCharacters { get; init; } = 4_000_000;

    /// <summary>How many bytes of public answers are kept, in each of two generations.</summary>
    [Range(0, 1_000_000_000)]
    public int MaxCachedBytes { get; init; } = 16_000_000;

    /// <summary>How large an answer to a query may be; one that would be larger is an error of code <c>ANSWER_TOO_LARGE</c>.</summary>
    [Range(1024, 1_000_000_000)]
    public int MaxAnswerBytes { get; init; } = 16_000_000;

    /// <summary>How many connections to PostgreSQL read at once; who comes beyond that waits. In SQLite a connection costs nothing, and there is no bound.</summary>
    [Range(1, 1_000)]
    public int MaxConnections { get; init; } = 16;

    /// <summary>How long an operation may read before its SQL is stopped.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
