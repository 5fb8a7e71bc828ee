using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Dining;

/// <summary>A table has changed.</summary>
public sealed class TableChanged : Event
{
    /// <summary>The table as it is when the message is delivered, which may be later than this event.</summary>
    public required DiningTable Table { get; init; }

    /// <summary>The key of <see cref="Table"/>.</summary>
    public long TableId { get; private set; }

    /// <summary>The status that the table had after this event.</summary>
    public required TableStatus Status { get; init; }

    /// <summary>The status before.</summary>
    public required TableStatus PreviousStatus { get; init; }
}
