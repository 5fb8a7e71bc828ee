using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Kitchen;

/// <summary>Who sees what of the kitchen: the staff.</summary>
internal sealed class KitchenVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Of<Ticket>().To(Roles.Staff);
        rules.Of<TicketChanged>().To(Roles.Staff);
    }
}
