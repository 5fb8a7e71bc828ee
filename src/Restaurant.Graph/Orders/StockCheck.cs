using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>Promises what the lines of an order take, line by line, as far as it goes.</summary>
public sealed class StockCheck(RestaurantDb db, Recipes recipes, TimeProvider time)
{
    /// <summary>Promises it; answers with the lines for which it is not enough.</summary>
    public async Task<IReadOnlyList<MutationError>> ReserveAsync(IReadOnlyList<OrderLine> lines)
    {
        var book = await recipes.CurrentAsync(db);
        var plates = lines.Select(line => book.PlateOf(line.DishId, line.ModifierIds, line.RecipePercent)).ToList();
        long[] ids = [.. plates.SelectMany(plate => plate).Select(portion => portion.IngredientId).Distinct()];
        if (ids.Length == 0)
        {
            return [];
        }

        var stock = await db.Ingredients.Where(ingredient => ids.Contains(ingredient.Id)).ToDictionaryAsync(ingredient => ingredient.Id);
        return [.. lines.Index().Select(line => Reserve(line.Item, line.Index, plates[line.Index], stock)).OfType<MutationError>()];
    }

    private OutOfStockError? Reserve(OrderLine line, int index, IReadOnlyList<Portion> plate, Dictionary<long, Ingredient> stock)
    {
        if (plate.Count == 0)
        {
            return null;
        }

        var portions = plate.Min(portion => stock[portion.IngredientId].Free / portion.Quantity);
        if (portions < line.Quantity)
        {
            return OutOfStockError.Of(line, index, portions);
        }

        var now = time.GetUtcNow();
        line.Take(plate.Select(portion => LineIngredient.Reserve(stock[portion.IngredientId], portion.Quantity * line.Quantity, now)));
        return null;
    }
}
