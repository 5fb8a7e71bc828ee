using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Staff;

/// <summary>Reading who works here, and what they have done.</summary>
[QueryType]
public static class StaffQueries
{
    /// <summary>Those who work here, and who have.</summary>
    [Authorize(Roles = Roles.Manager)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<StaffMember> StaffMembers(RestaurantDb db) => db.Staff;

    /// <summary>What the staff has done, the oldest first unless asked for otherwise.</summary>
    [Authorize(Roles = Roles.Manager)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<AuditEntry> AuditEntries(RestaurantDb db) => db.AuditEntries;
}
