using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Dining;

/// <summary>Following the dining rooms.</summary>
[SubscriptionType]
public static class DiningSubscriptions
{
    /// <summary>Every change of any table's status.</summary>
    [Authorize(Roles = Roles.Staff)]
    public static IQueryable<TableChanged> OnTablesChanged(RestaurantDb db) => db.TableChanges;

    /// <summary>Every change of any visit after its beginning: where the party sits, with whom, what its guests are allergic to, and its end.</summary>
    [Authorize(Roles = Roles.Staff)]
    public static IQueryable<VisitChanged> OnVisitsChanged(RestaurantDb db) => db.VisitChanges;

    /// <summary>Every change of any reservation.</summary>
    [Authorize(Roles = Roles.Service)]
    public static IQueryable<ReservationChanged> OnReservationsChanged(RestaurantDb db) => db.ReservationChanges;
}
