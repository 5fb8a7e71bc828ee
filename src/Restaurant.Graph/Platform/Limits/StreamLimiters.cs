using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Limits;

/// <summary>
/// Limits of the work for WebSockets and subscriptions, so that the streams of one client never delay the operations of
/// another.
/// </summary>
internal sealed class StreamLimiters(IOptions<DatabaseOptions> database)
{
    /// <summary>
    /// Starts of operations on WebSockets. A turn ends where the operation first waits, so that no operation holds up
    /// another.
    /// </summary>
    public FairLimiter Starts { get; } = new(Environment.ProcessorCount);

    /// <summary>Messages that are rendered as events happen, each once for all subscribers.</summary>
    public FairLimiter Live { get; } = new(MaxReads(database.Value));

    /// <summary>
    /// Reads of the event log by single streams: at their beginning, and where a client reads more slowly than events
    /// happen.
    /// </summary>
    public FairLimiter CatchUp { get; } = new(MaxReads(database.Value));

    // SQLite reads on the thread that asks. PostgreSQL reads elsewhere, and a turn mostly waits for the network.
    private static int MaxReads(DatabaseOptions database) => database.Provider == DatabaseProvider.Sqlite
        ? Math.Max(1, Environment.ProcessorCount / 2)
        : Environment.ProcessorCount * 4;
}
