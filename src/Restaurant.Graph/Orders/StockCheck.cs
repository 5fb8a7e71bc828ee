using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>
/// Promises what the lines of an order take, line by line, as far as it goes. What is meant for later, or has to be accepted by the staff, is promised
/// when it goes to the kitchen.
/// </summary>
public sealed class StockCheck(RestaurantDb db, Recipes recipes, UnconfirmedOrders unconfirmed, TimeProvider time)
{
    /// <summary>Notes what lines take, and promises it where it is for now and not so much that the staff has to accept it before.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="isForLater">Whether it is only noted what they will take: there may be more by then.</param>
    /// <param name="isUnconfirmed">Whether a guest without a table has ordered them.</param>
    internal async Task<StockReservation> ReserveAsync(IReadOnlyList<OrderLine> lines, bool isForLater, bool isUnconfirmed)
    {
        var book = await recipes.CurrentAsync(db);
        var plates = lines.Select(line => book.PlateOf(line.DishId, line.ModifierIds, line.RecipePercent)).ToList();
        long[] ids = [.. plates.SelectMany(plate => plate).Select(portion => portion.IngredientId).Distinct()];
        if (ids.Length == 0)
        {
            return new StockReservation([], NeedsConfirmation: false);
        }

        var stock = await db.Ingredients.Where(ingredient => ids.Contains(ingredient.Id)).ToDictionaryAsync(ingredient => ingredient.Id);
        foreach (var (line, plate) in lines.Zip(plates))
        {
            line.Take(plate.Select(portion => LineIngredient.Plan(stock[portion.IngredientId], portion.Quantity * line.Quantity)));
        }

        var left = stock.ToDictionary(item => item.Key, item => item.Value.Free);
        MutationError[] errors = isForLater ? [] : [.. lines.Index().Select(line => Shortage(line.Item, line.Index, plates[line.Index], left)).OfType<MutationError>()];
        if (errors.Length > 0)
        {
            return new StockReservation(errors, NeedsConfirmation: false);
        }

        var needsConfirmation = isUnconfirmed && await unconfirmed.ExceedShareAsync(NeededOf(lines));
        if (!isForLater && !needsConfirmation)
        {
            var now = time.GetUtcNow();
            foreach (var line in lines)
            {
                line.Reserve(now);
            }
        }

        return new StockReservation([], needsConfirmation);
    }

    private static Dictionary<Ingredient, int> NeededOf(IEnumerable<OrderLine> lines) => lines
        .SelectMany(static line => line.Ingredients)
        .GroupBy(static taken => taken.Ingredient)
        .ToDictionary(static taken => taken.Key, static taken => taken.Sum(static item => item.Quantity));

    private static OutOfStockError? Shortage(OrderLine line, int index, IReadOnlyList<Portion> plate, Dictionary<long, int> left)
    {
        if (plate.Count == 0)
        {
            return null;
        }

        var portions = plate.Min(portion => left[portion.IngredientId] / portion.Quantity);
        if (portions < line.Quantity)
        {
            return OutOfStockError.Of(line, portions, InputPath.Of("lines", index, "quantity"));
        }

        foreach (var portion in plate)
        {
            left[portion.IngredientId] -= portion.Quantity * line.Quantity;
        }

        return null;
    }
}

/// <summary>Outcome of promising stock to lines.</summary>
/// <param name="Errors">The lines for which there is not enough.</param>
/// <param name="NeedsConfirmation">Whether there is enough, and nothing was promised since the staff has to accept the order before.</param>
internal sealed record StockReservation(IReadOnlyList<MutationError> Errors, bool NeedsConfirmation);
