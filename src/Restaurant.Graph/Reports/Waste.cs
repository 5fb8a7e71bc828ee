using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Reports;

/// <summary>Adds up what was wasted.</summary>
public sealed class Waste(RestaurantDb db)
{
    /// <summary>The report on some days.</summary>
    internal async Task<WasteReport> ReportAsync(BusinessDays days)
    {
        var ingredients = await db.Ingredients
            .SelectMany(
                ingredient => ingredient.Movements.Where(movement =>
                    movement.Kind == StockMovementKind.Waste && movement.OccurredAt >= days.Start && movement.OccurredAt < days.End),
                (ingredient, movement) => new { ingredient.Id, ingredient.Name, ingredient.Unit, movement.Reason, movement.Quantity })
            .GroupBy(waste => new { waste.Id, waste.Name, waste.Unit, waste.Reason }, waste => -(long)waste.Quantity)
            .Select(ingredient => new WastedIngredient { Ingredient = ingredient.Key.Name, Unit = ingredient.Key.Unit, Reason = ingredient.Key.Reason, Quantity = ingredient.Sum() })
            .ToListAsync();
        var voids = await db.Orders
            .SelectMany(
                order => order.Lines.Where(line => line.VoidedAt >= days.Start && line.VoidedAt < days.End),
                (order, line) => new { line.DishId, line.Dish.Name, Reason = line.VoidReason ?? order.Reason, WasFired = line.FiredAt != null, line.Quantity, line.LineTotal.MinorUnits })
            .GroupBy(line => new { line.DishId, line.Name, line.Reason, line.WasFired })
            .Select(dish => new VoidedDish
            {
                DishName = dish.Key.Name,
                Reason = dish.Key.Reason,
                WasFired = dish.Key.WasFired,
                Quantity = dish.Sum(line => line.Quantity),
                Net = new Money(dish.Sum(line => line.MinorUnits)),
            })
            .ToListAsync();
        VoidedDish[] sorted =
        [
            .. voids.OrderByDescending(static dish => dish.Net.MinorUnits).ThenBy(static dish => dish.DishName, StringComparer.Ordinal)
                .ThenBy(static dish => dish.Reason, StringComparer.Ordinal).ThenBy(static dish => dish.WasFired),
        ];
        return new WasteReport
        {
            Ingredients = [.. ingredients.OrderBy(static ingredient => ingredient.Ingredient, StringComparer.Ordinal).ThenBy(static ingredient => ingredient.Reason)],
            Dishes = [.. sorted.Where(static dish => dish.WasFired).Select(static dish => new WastedDish { DishName = dish.DishName, Reason = dish.Reason, Quantity = dish.Quantity, Net = dish.Net })],
            Voids = sorted,
        };
    }
}
