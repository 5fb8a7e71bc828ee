using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Dining;

/// <summary>A party goes on at another table, or as a part of another party. What it has ordered follows it.</summary>
public sealed class VisitMoved : Event
{
    /// <summary>The visit as it is after the event.</summary>
    public required Visit Visit { get; init; }

    /// <summary>The key of <see cref="Visit"/>.</summary>
    public long VisitId { get; private set; }
}
