using System.ComponentModel;
using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Paging;

namespace Restaurant.Graph.Menu;

/// <summary>Finding dishes by what they are called.</summary>
[QueryType]
public static class DishSearchQueries
{
    private const int Step = 1000;

    /// <summary>
    /// The dishes on all menus that have all words of a text in their names or descriptions, in any language; of the last word the beginning is
    /// enough. Those come first that have all in the name, then those that have some there, and among these those with the shorter names.
    /// </summary>
    [AllowAnonymous]
    [Public]
    [UsePaging]
    public static IQueryable<Ranked<Dish>> SearchDishes(
        [Parser(typeof(SearchText)), Description("What to look for: words, of which case and accents do not count; at most 200 characters.")] string text,
        RestaurantDb db) =>
        from found in db.DishTexts
        where Fts5.Match(text, found.All)
        join dish in db.Dishes on found.Id equals dish.Id
        where dish.CategoryId != null
        select new Ranked<Dish>
        {
            Row = dish,
            Id = dish.Id,
            Position = dish.Name.Length + Step
                * (db.DishTexts.Where(named => Fts5.Match(text, named.Name)).Select(named => named.Id).Contains(dish.Id) ? 0
                : db.DishTexts.Where(named => Fts5.Match(Fts5.Replace(text, SearchText.And, SearchText.Or), named.Name)).Select(named => named.Id).Contains(dish.Id) ? 1
                : 2),
        };
}
