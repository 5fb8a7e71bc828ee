using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>Promises what the lines of an order take, line by line, as far as it goes.</summary>
public sealed class StockCheck(RestaurantDb db, Recipes recipes, UnconfirmedOrders unconfirmed, TimeProvider time)
{
    /// <summary>Promises it, unless it is so much that the staff has to accept it before; answers with the lines for which it is not enough.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="isUnconfirmed">Whether a guest without a table has ordered them.</param>
    internal async Task<StockReservation> ReserveAsync(IReadOnlyList<OrderLine> lines, bool isUnconfirmed = false)
    {
        var book = await recipes.CurrentAsync(db);
        var plates = lines.Select(line => book.PlateOf(line.DishId, line.ModifierIds, line.RecipePercent)).ToList();
        long[] ids = [.. plates.SelectMany(plate => plate).Select(portion => portion.IngredientId).Distinct()];
        if (ids.Length == 0)
        {
            return new StockReservation([], NeedsConfirmation: false);
        }

        var stock = await db.Ingredients.Where(ingredient => ids.Contains(ingredient.Id)).ToDictionaryAsync(ingredient => ingredient.Id);
        var left = stock.ToDictionary(item => item.Key, item => item.Value.Free);
        MutationError[] errors = [.. lines.Index().Select(line => Shortage(line.Item, line.Index, plates[line.Index], left)).OfType<MutationError>()];
        if (errors.Length > 0)
        {
            return new StockReservation(errors, NeedsConfirmation: false);
        }

        var needed = stock.ToDictionary(item => item.Value, item => item.Value.Free - left[item.Key]);
        if (isUnconfirmed && await unconfirmed.ExceedShareAsync(needed))
        {
            return new StockReservation([], NeedsConfirmation: true);
        }

        var now = time.GetUtcNow();
        foreach (var (line, plate) in lines.Zip(plates))
        {
            line.Take(plate.Select(portion => LineIngredient.Reserve(stock[portion.IngredientId], portion.Quantity * line.Quantity, now)));
        }

        return new StockReservation([], NeedsConfirmation: false);
    }

    /// <summary>Promises what an order takes that has waited for the staff; answers with the lines for which it is not enough.</summary>
    internal async Task<IReadOnlyList<MutationError>> ReserveAsync(Order order)
    {
        OrderLine[] lines = [.. order.Lines.Where(static line => line.Status != LineStatus.Voided && line.Ingredients.Count == 0)];
        long[] ids = [.. lines.Select(line => line.Id)];
        await db.Set<OrderLineModifier>().Where(chosen => ids.Contains(chosen.Line.Id)).LoadAsync();
        var reserved = await ReserveAsync(lines);
        return [.. reserved.Errors.Select(static error => error with { Path = InputPath.Of(nameof(AcceptOrderInput.OrderId)) })];
    }

    private static OutOfStockError? Shortage(OrderLine line, int index, IReadOnlyList<Portion> plate, Dictionary<long, int> left)
    {
        if (plate.Count == 0)
        {
            return null;
        }

        var portions = plate.Min(portion => left[portion.IngredientId] / portion.Quantity);
        if (portions < line.Quantity)
        {
            return OutOfStockError.Of(line, index, portions);
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
