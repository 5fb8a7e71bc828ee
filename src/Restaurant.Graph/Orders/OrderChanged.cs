using GraphQL;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Orders;

/// <summary>What of an order has changed.</summary>
public enum OrderChange
{
    /// <summary>Where it stands, or where its lines do in the kitchen.</summary>
    Status,

    /// <summary>Its lines: some were added, held, called for, served or called off.</summary>
    Lines,

    /// <summary>What of it is paid.</summary>
    Payment,

    /// <summary>What the guests that it is for are allergic to.</summary>
    Allergies,

    /// <summary>What is taken off it.</summary>
    Discount,

    /// <summary>Where it is brought, or whose it is: its party has moved, has become a part of another, or has sat down.</summary>
    Place,
}

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

    /// <summary>What has changed.</summary>
    public OrderChange Change { get; init; }

    /// <summary>The lines that have changed, for those who react to it in the same unit of work.</summary>
    internal IReadOnlyList<OrderLine> Lines { get; init; } = [];
}
