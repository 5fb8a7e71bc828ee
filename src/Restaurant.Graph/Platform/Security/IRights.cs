namespace Restaurant.Graph.Platform.Security;

/// <summary>Knows of rights that end before their tokens do, such as those of somebody who has left.</summary>
public interface IRights
{
    /// <summary>Those among viewers of whom it knows that their right was withdrawn.</summary>
    Task<IReadOnlyCollection<Viewer>> WithdrawnAsync(IReadOnlyCollection<Viewer> viewers, CancellationToken cancellationToken);
}
