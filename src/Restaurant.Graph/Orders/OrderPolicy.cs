using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Orders;

/// <summary>Who may do what with an order, and when: what mutations refuse is what clients are told before.</summary>
public static class OrderPolicy
{
    private static readonly Rule[] ByPeople =
    [
        new(OrderAction.Accept, Roles.Service),
        new(OrderAction.Reject, Roles.Service),
        new(OrderAction.Dispatch, Roles.Service),
        new(OrderAction.Fulfill, Roles.Service),
        new(OrderAction.Cancel, Roles.Ordering),
        new(OrderAction.AddLines, Roles.Service),
        new(OrderAction.FireCourse, Roles.Service, LineAction.Fire),
        new(OrderAction.HoldCourse, Roles.Service, LineAction.Hold),
        new(OrderAction.ServeLines, Roles.Service, LineAction.Serve),
        new(OrderAction.VoidLines, Roles.Service, LineAction.Void),
        new(OrderAction.Pay, Roles.Service),
        new(OrderAction.Discount, Roles.Manager),
    ];

    /// <summary>What people do; the rest follows from the kitchen, the till and the clock.</summary>
    public static IEnumerable<OrderAction> Actions => ByPeople.Select(static rule => rule.Action);

    /// <summary>What keeps somebody of a role from doing something with an order, in plain words; null if nothing does.</summary>
    public static string? Blocked(OrderAction action, OrderSituation order, string role)
    {
        var rule = ByPeople.First(rule => rule.Action == action);
        return !rule.Roles.Split(',').Contains(role, StringComparer.Ordinal) ? $"This is not for a {role}."
            : OrderStates.Table.Next(order.Status, action) is null ? $"The order is {GraphNames.Constant(order.Status.ToString())}."
            : action == OrderAction.Accept && order.Status == OrderStatus.Scheduled ? "It was taken, and goes to the kitchen when its time comes."
            : action == OrderAction.Dispatch && order.Type != OrderType.Delivery ? "The order is no delivery."
            : action == OrderAction.Cancel && role == Roles.Guest && HasBegun(order.Status) ? "The kitchen has begun with it."
            : action == OrderAction.Pay && order.Open <= 0 ? "Nothing is left to be paid."
            : rule.OfLines is { } lines && !LineStatusSet.Read(order.LineStatuses).Any(status => LineStates.Table.Next(status, lines) is not null) ? "None of its lines stands where this is possible."
            : null;
    }

    /// <summary>What it is to an order that something is done with lines of it.</summary>
    internal static OrderAction OfLines(LineAction action) => Array.Find(ByPeople, rule => rule.OfLines == action)!.Action;

    private static bool HasBegun(OrderStatus status) => status is not (OrderStatus.Placed or OrderStatus.Scheduled or OrderStatus.Accepted);

    // OfLines: what has to be possible with one line at least.
    private sealed record Rule(OrderAction Action, string Roles, LineAction? OfLines = null);
}
