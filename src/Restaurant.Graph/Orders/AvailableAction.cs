using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Orders;

/// <summary>Whether something can be done with an order now.</summary>
public sealed record AvailableAction
{
    /// <summary>What.</summary>
    public required OrderAction Action { get; init; }

    /// <summary>Whether it can be done.</summary>
    public required bool Allowed { get; init; }

    /// <summary>What keeps it from being done, in plain words; null if it can be done.</summary>
    public string? BlockedBy { get; init; }

    internal static IEnumerable<AvailableAction> AllOf(OrderStatus status) => OrderStates.ByPeople.Select(action => Of(action, status));

    private static AvailableAction Of(OrderAction action, OrderStatus status)
    {
        var allowed = OrderStates.Table.Next(status, action) is not null;
        return new AvailableAction
        {
            Action = action,
            Allowed = allowed,
            BlockedBy = allowed ? null : $"The order is {GraphNames.Constant(status.ToString())}.",
        };
    }
}
