using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Orders;

/// <summary>An order has changed.</summary>
public sealed class OrderChanged : Event
{
    /// <summary>The order as it is when the message is delivered, which may be later than this event.</summary>
    public required Order Order { get; init; }

    /// <summary>The key of <see cref="Order"/>.</summary>
    public long OrderId { get; private set; }

    /// <summary>The status that the order had after this event.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>The status before; the same where something else of the order has changed, null where it was placed.</summary>
    public OrderStatus? PreviousStatus { get; init; }

    /// <summary>The version of the order after this event. Those of one order are 1, 2, 3 and so on without a gap.</summary>
    public required int Version { get; init; }
}
