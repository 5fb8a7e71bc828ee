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

/// <summary>What is taken off an order is a part of it or an amount: one of them, and not both.</summary>
public sealed record PercentOrAmountError : MutationError
{
    internal static PercentOrAmountError Of() => new() { Message = "Say either a percent or an amount.", Path = InputPath.Whole };
}

/// <summary>What is to be taken off an order is negative, more than there is, or has too many decimals.</summary>
public sealed record InvalidDiscountError : MutationError
{
    /// <summary>The most, in percent or in the currency's own unit.</summary>
    public required decimal Max { get; init; }

    /// <summary>How many decimals it may have.</summary>
    public required int Decimals { get; init; }

    internal static InvalidDiscountError Of(decimal max, int decimals, string input) => new()
    {
        Message = FormattableString.Invariant($"It has to be from 0 to {max}, with {decimals} decimals at most."),
        Path = InputPath.Of(input),
        Max = max,
        Decimals = decimals,
    };
}

/// <summary>It has to be said why something is taken off an order.</summary>
public sealed record DiscountReasonRequiredError : MutationError
{
    internal static DiscountReasonRequiredError Of() => new() { Message = "Say why it is taken off.", Path = InputPath.Of(nameof(DiscountOrderInput.Reason)) };
}
