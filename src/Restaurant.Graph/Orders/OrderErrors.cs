using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>No order has this id.</summary>
public sealed record OrderNotFoundError : MutationError
{
    internal static OrderNotFoundError Of() => new() { Message = "There is no such order.", Path = InputPath.Of("orderId") };
}

/// <summary>The order is in a state in which this cannot be done with it.</summary>
public sealed record OrderActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required OrderAction Action { get; init; }

    /// <summary>Where the order stands.</summary>
    public required OrderStatus Status { get; init; }

    internal static OrderActionNotAllowedError Of(OrderAction action, OrderStatus status) => new()
    {
        Message = $"{GraphNames.Constant(action.ToString())} is not possible with an order that is {GraphNames.Constant(status.ToString())}.",
        Path = InputPath.Of("orderId"),
        Action = action,
        Status = status,
    };
}
