using GraphQL;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Reading.Json;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>What became of a request: JSON that is written already, a result of the engine, or a stream of such.</summary>
internal sealed class Answer : IDisposable
{
    /// <summary>What a plan wrote, without any error.</summary>
    public Utf8Buffer? Json { get; init; }

    /// <summary>What a plan wrote at some earlier time, and is still good.</summary>
    public ReadOnlyMemory<byte>? Kept { get; init; }

    /// <summary>The result of the engine.</summary>
    public ExecutionResult? Result { get; init; }

    /// <summary>The messages of a subscription, one for each event.</summary>
    public IAsyncEnumerable<Message>? Stream { get; init; }

    /// <summary>Codes of the errors within <see cref="Json"/>, such as those of payloads.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>Whether it is the same for everybody, so that caches may keep it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The language of its texts, where another reader may get them in another one; null where that makes no difference.</summary>
    public string? Language { get; set; }

    /// <summary>What it has cost; null if it came to nothing.</summary>
    public double? Cost { get; set; }

    /// <inheritdoc />
    public void Dispose() => Json?.Dispose();
}
