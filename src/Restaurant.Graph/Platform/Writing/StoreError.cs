using GraphQL;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>The store could not be read or written, through no fault of the client's.</summary>
public sealed class StoreError : ExecutionError
{
    private const string UnavailableCode = "STORE_UNAVAILABLE";

    private StoreError(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>How long a client should wait before it sends the request again.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether it is certain that nothing was stored, so that the same request may be sent again.</summary>
    public bool IsNothingStored { get; private init; } = true;

    /// <summary>More units of work wait than <see cref="WritingOptions.MaxWaiting"/>.</summary>
    public static StoreError Busy() => new("SERVER_BUSY", "Too much waits to be stored. Nothing was done: try again a little later.");

    /// <summary>The server stops.</summary>
    public static StoreError Stopping() => new("SERVER_STOPPING", "The server is stopping. Nothing was done: try again.");

    /// <summary>The connection was lost in a commit.</summary>
    public static StoreError Unknown(Exception fault) =>
        new(UnavailableCode, "The store went away while it was being written. It may have been done: the same request with the same key will tell.", fault)
        {
            IsNothingStored = false,
        };

    /// <summary>Maps a fault to the error that clients get; null for any fault that is not one of the store.</summary>
    public static StoreError? Of(Exception fault) => fault as StoreError ?? StoreFaults.Of(fault) switch
    {
        StoreFault.Locked => new("STORE_LOCKED", "The store is being written by something else. Nothing was done: try again a little later.", fault),
        StoreFault.Full => new("STORE_FULL", "The store has no room left. Nothing was done.", fault),
        StoreFault.Unavailable => new(UnavailableCode, "The store cannot be used at the moment. Nothing was done: try again a little later.", fault),
        _ => null,
    };

    /// <summary>Maps a fault in reading what a mutation has stored.</summary>
    public static StoreError? OfPayload(Exception fault) => Of(fault) is { Code: { } code }
        ? new(code, "The mutation was done, but its payload could not be read. Query what it changed.", fault) { IsNothingStored = false }
        : null;
}
