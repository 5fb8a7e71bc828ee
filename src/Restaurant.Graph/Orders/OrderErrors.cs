using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>No order has this id.</summary>
public sealed record OrderNotFoundError : MutationError
{
    internal static OrderNotFoundError Of() => new() { Message = "There is no such order.", Path = InputPath.Of("orderId") };
}

/// <summary>The order is in a state in which this cannot be done with it, or not by whoever asks.</summary>
public sealed record OrderActionNotAllowedError : MutationError
{
    /// <summary>What was to be done.</summary>
    public required OrderAction Action { get; init; }

    /// <summary>Where the order stands.</summary>
    public required OrderStatus Status { get; init; }

    internal static OrderActionNotAllowedError Of(OrderAction action, OrderStatus status) =>
        Of(action, status, $"{GraphNames.Constant(action.ToString())} is not possible with an order that is {GraphNames.Constant(status.ToString())}.");

    internal static OrderActionNotAllowedError Of(OrderAction action, OrderStatus status, string message) =>
        new() { Message = message, Path = InputPath.Of("orderId"), Action = action, Status = status };
}

/// <summary>The guest has the order, or it is on its way, or it was called off, so it stays as it is.</summary>
public sealed record OrderClosedError : MutationError
{
    internal static OrderClosedError Of(string input = "orderId") => new() { Message = "The order is closed.", Path = InputPath.Of(input) };
}
