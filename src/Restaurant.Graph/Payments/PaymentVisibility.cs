using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Payments;

/// <summary>Who sees what of payments: those who take them, and guests what was paid of their orders.</summary>
internal sealed class PaymentVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Of<Payment>().To(Roles.Service).To(Roles.Guest, (payment, viewer) => payment.Order.VisitId == viewer.Key || payment.Order.OrderedById == viewer.Key);
        rules.Of<Refund>().To(Roles.Service);
    }
}
