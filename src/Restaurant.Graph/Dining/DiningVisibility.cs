using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Dining;

/// <summary>Who sees what of the dining rooms: guests see where they sit. Those of a party that became a part of another see what that one sees.</summary>
internal sealed class DiningVisibility : IVisibility
{
    /// <inheritdoc />
    public void Declare(VisibilityRules rules)
    {
        rules.Follow<Visit>(Roles.Guest, visit => visit.MergedIntoId ?? visit.Id);
        rules.Of<Area>().To(Roles.Staff).To(Roles.Guest);
        rules.Of<DiningTable>().To(Roles.Staff).To(Roles.Guest, (table, viewer) => table.Visits.Any(visit => visit.Id == viewer.Key));
        rules.Of<TableCode>().To(Roles.Service);
        rules.Of<TableChanged>().To(Roles.Staff);
        rules.Of<Visit>().To(Roles.Staff).To(Roles.Guest, (visit, viewer) => visit.Id == viewer.Key);
        rules.Of<VisitChanged>().To(Roles.Staff);
        rules.Of<Reservation>().To(Roles.Service);
        rules.Of<ReservationChanged>().To(Roles.Service);
    }
}
