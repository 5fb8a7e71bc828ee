using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Inventory;

/// <summary>
/// Takes dishes and modifiers off while there is not enough for one regular portion, and puts them back when there is. What the menu says already
/// is known from memory, so that rows are touched only where something has to change.
/// </summary>
public sealed class StockAvailability(RestaurantDb db, NewRows rows, Recipes recipes, MenuCards cards) : IReaction
{
    /// <inheritdoc />
    public async Task OnAsync(Event happened)
    {
        if (happened is not StockChanged { Ingredient: var ingredient })
        {
            return;
        }

        var (book, card) = (await recipes.CurrentAsync(db), await cards.CurrentAsync(db));
        foreach (var id in book.DishesWith(ingredient.Id))
        {
            var plate = book.PlateOf(id, []);
            if (card.Dishes.TryGetValue(id, out var known)
                && await MayChangeAsync(known.IsSoldOut, plate, ingredient)
                && await db.Dishes.FindAsync(id) is { } dish && dish.SetSoldOut(!known.IsSoldOut))
            {
                rows.Add(new MenuChanged { Dish = dish, OccurredAt = happened.OccurredAt });
            }
        }

        foreach (var id in book.ModifiersWith(ingredient.Id))
        {
            if (card.Modifiers.TryGetValue(id, out var known)
                && await MayChangeAsync(!known.IsAvailable, book.AddedBy(id), ingredient)
                && await db.Modifiers.FindAsync(id) is { } modifier && modifier.SetSoldOut(known.IsAvailable))
            {
                rows.Add(new MenuChanged { Modifier = modifier, OccurredAt = happened.OccurredAt });
            }
        }
    }

    private async Task<bool> MayChangeAsync(bool isSoldOut, IReadOnlyList<Portion> portions, Ingredient ingredient)
    {
        var isEnough = portions.Single(portion => portion.IngredientId == ingredient.Id).Quantity <= ingredient.Free;
        return isEnough == isSoldOut && (!isEnough || await IsEnoughAsync(portions));
    }

    // Those that have changed already are the same objects, with what there is of them now.
    private async Task<bool> IsEnoughAsync(IReadOnlyList<Portion> portions)
    {
        long[] ids = [.. portions.Select(portion => portion.IngredientId)];
        var stock = await db.Ingredients.Where(ingredient => ids.Contains(ingredient.Id)).ToDictionaryAsync(ingredient => ingredient.Id);
        return portions.All(portion => portion.Quantity <= stock[portion.IngredientId].Free);
    }
}
