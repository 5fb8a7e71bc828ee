namespace Restaurant.Graph.Orders;

/// <summary>Whether something can be done with an order now, by whoever asks.</summary>
public sealed record AvailableAction
{
    /// <summary>What.</summary>
    public required OrderAction Action { get; init; }

    /// <summary>Whether it can be done.</summary>
    public required bool Allowed { get; init; }

    /// <summary>What keeps it from being done, in plain words; null if it can be done.</summary>
    public string? BlockedBy { get; init; }

    internal static IEnumerable<AvailableAction> AllOf(OrderSituation order, string role) => OrderPolicy.Actions.Select(action =>
    {
        var blocked = OrderPolicy.Blocked(action, order, role);
        return new AvailableAction { Action = action, Allowed = blocked is null, BlockedBy = blocked };
    });
}
