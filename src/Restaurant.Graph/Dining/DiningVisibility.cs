using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>Who sees what of the dining rooms: guests see where they sit.</summary>
internal sealed class DiningVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Of<DiningTable>().To(Roles.Staff).To(Roles.Guest, (table, viewer) => table.Visits.Any(visit => visit.Id == viewer.Key));
        rules.Of<TableCode>().To(Roles.Service);
        rules.Of<Visit>().To(Roles.Staff).To(Roles.Guest, (visit, viewer) => visit.Id == viewer.Key);
    }
}
