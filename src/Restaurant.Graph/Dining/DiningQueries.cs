using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Dining;

/// <summary>Reading the dining rooms.</summary>
[QueryType]
public static class DiningQueries
{
    /// <summary>The parts of the house where tables stand.</summary>
    [Authorize(Roles = Roles.All)]
    [ListSize(5)]
    public static IQueryable<Area> Areas(RestaurantDb db) => db.Areas;

    /// <summary>The tables of the house; for a guest, where they sit.</summary>
    [Authorize(Roles = Roles.All)]
    [ListSize(30)]
    public static IQueryable<DiningTable> Tables(RestaurantDb db) => db.Tables.Where(table => !table.IsRetired);

    /// <summary>What the QR codes on the tables hold.</summary>
    [Authorize(Roles = Roles.Service)]
    [ListSize(30)]
    public static IQueryable<TableCode> TableCodes(RestaurantDb db) => db.TableCodes.Where(code => !code.Table.IsRetired);

    /// <summary>The visits; for a guest, their own, or the one that it became a part of.</summary>
    [Authorize(Roles = Roles.All)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Visit> Visits(RestaurantDb db) => db.Visits;
}
