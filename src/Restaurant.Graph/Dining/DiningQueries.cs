using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Dining;

/// <summary>Reading the dining rooms.</summary>
[QueryType]
public static class DiningQueries
{
    /// <summary>The tables of the house.</summary>
    public static IQueryable<DiningTable> Tables(RestaurantDb db) => db.Tables.Where(table => !table.IsRetired);
}
