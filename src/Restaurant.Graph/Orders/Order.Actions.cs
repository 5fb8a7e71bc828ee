using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <content>What can be done with it.</content>
public sealed partial class Order
{
    /// <summary>What people do with orders, whether whoever asks can do it with this one now, and what keeps them from it.</summary>
    [ListSize(12)]
    public static Expression<Func<Order, Viewer, IEnumerable<AvailableAction>>> AvailableActions { get; } = (order, viewer) => AvailableAction.AllOf(
        new OrderSituation(order.Status, order.Type, order.LineStatuses, order.Balance.MinorUnits - order.Authorized.MinorUnits - order.Pending.MinorUnits), viewer.Role);

    /// <summary>Where its lines stand, each status once, as it is stored.</summary>
    [Ignore]
    public string LineStatuses { get; private set; } = "";

    /// <summary>What decides what can be done with it.</summary>
    internal OrderSituation Situation => new(Status, Type, LineStatuses, Balance.MinorUnits - Authorized.MinorUnits - Pending.MinorUnits);

    // Kept with the order, so that what can be done with it is known without its lines.
    private void Look() => LineStatuses = LineStatusSet.Write(_lines.Select(static line => line.Status));
}
