using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The viewer of one operation on a socket.</summary>
/// <param name="Viewer">The viewer.</param>
/// <param name="Watch">The right of the operation's own token; null where it has the identity of its socket.</param>
internal sealed record OperationIdentity(Viewer Viewer, Rights.Watch? Watch) : IDisposable
{
    /// <summary>Is canceled when the right of the operation's own token has ended.</summary>
    public CancellationToken Ended => Watch?.Ended ?? CancellationToken.None;

    /// <inheritdoc />
    public void Dispose() => Watch?.Dispose();
}
