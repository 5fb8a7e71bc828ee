using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <summary>Who sees what of orders: guests see those of their visit, or of the one that it became a part of, and those that they placed for another time, and not what dishes are made of.</summary>
internal sealed class OrderVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Of<Order>().To(Roles.Staff).To(Roles.Guest, (order, viewer) => order.VisitId == viewer.Key || order.OrderedById == viewer.Key);
        rules.Of<OrderLine>().To(Roles.Staff).To(Roles.Guest, (line, viewer) => line.Order.VisitId == viewer.Key || line.Order.OrderedById == viewer.Key);
        rules.Of<OrderLineModifier>().To(Roles.Staff)
            .To(Roles.Guest, (chosen, viewer) => chosen.Line.Order.VisitId == viewer.Key || chosen.Line.Order.OrderedById == viewer.Key);
        rules.Of<OrderChanged>().To(Roles.Staff).To(Roles.Guest, (happened, viewer) => happened.Order.VisitId == viewer.Key || happened.Order.OrderedById == viewer.Key);
        rules.Of<LineIngredient>().To(Roles.Staff);
    }
}
