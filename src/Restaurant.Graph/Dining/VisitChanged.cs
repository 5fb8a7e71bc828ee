using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Dining;

/// <summary>
/// A party has changed: where it sits, of which party it is a part, what its guests are allergic to, or whether it is there. What it has ordered follows it.
/// </summary>
public sealed class VisitChanged : Event
{
    /// <summary>The visit as it is when the message is delivered, which may be later than this event.</summary>
    public required Visit Visit { get; init; }

    /// <summary>The key of <see cref="Visit"/>.</summary>
    public long VisitId { get; private set; }
}
