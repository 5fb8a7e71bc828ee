using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Menu;

/// <summary>Following the menu.</summary>
[SubscriptionType]
public static class MenuSubscriptions
{
    /// <summary>Every change of the menu.</summary>
    [AllowAnonymous]
    public static IQueryable<MenuChanged> OnMenuChanged(RestaurantDb db) => db.MenuChanges;
}
