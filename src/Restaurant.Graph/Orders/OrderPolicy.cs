using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Orders;

/// <summary>Who may do what with an order, and when: what mutations refuse is what clients are told before.</summary>
public static class OrderPolicy
{
    private static readonly (OrderAction Action, string Roles)[] ByPeople =
    [
        (OrderAction.Accept, Roles.Service),
        (OrderAction.Reject, Roles.Service),
        (OrderAction.Dispatch, Roles.Service),
        (OrderAction.Fulfill, Roles.Service),
        (OrderAction.Cancel, Roles.Ordering),
    ];

    /// <summary>What people do; the rest follows from the kitchen, the till and the clock.</summary>
    public static IEnumerable<OrderAction> Actions => ByPeople.Select(static rule => rule.Action);

    /// <summary>What keeps somebody of a role from doing something with an order, in plain words; null if nothing does.</summary>
    public static string? Blocked(OrderAction action, OrderStatus status, OrderType type, string role) =>
        !Array.Find(ByPeople, rule => rule.Action == action).Roles.Split(',').Contains(role, StringComparer.Ordinal) ? $"This is not for a {role}."
        : OrderStates.Table.Next(status, action) is null ? $"The order is {GraphNames.Constant(status.ToString())}."
        : action == OrderAction.Dispatch && type != OrderType.Delivery ? "The order is no delivery."
        : action == OrderAction.Cancel && role == Roles.Guest && HasBegun(status) ? "The kitchen has begun with it."
        : null;

    private static bool HasBegun(OrderStatus status) => status is not (OrderStatus.Placed or OrderStatus.Scheduled or OrderStatus.Accepted);
}
