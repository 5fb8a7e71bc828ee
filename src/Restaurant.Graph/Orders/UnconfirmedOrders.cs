using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>Bounds what guests without a table can order before the staff has accepted it or has taken money for it.</summary>
public sealed class UnconfirmedOrders(RestaurantDb db, IOptions<OrderOptions> options)
{
    private const int Percent = 100;

    /// <summary>Compares one more order with what a visit without a table may have.</summary>
    internal async Task<IReadOnlyList<MutationError>> CheckAsync(Place place, IReadOnlyList<OrderLineInput> lines)
    {
        if (!place.IsUnconfirmed)
        {
            return [];
        }

        var limits = options.Value;

        // An order for later is of no visit that is open now, but it was ordered by one.
        var visit = place.VisitId ?? place.OrderedById;
        var placed = await db.Orders
            .Where(order => order.VisitId == visit || order.OrderedById == visit)
            .Select(order => new
            {
                IsOpen = OrderStates.Open.Contains(order.Status) && order.PaymentStatus == PaymentStatus.Unpaid,
                Items = order.Lines.Where(line => line.VoidedAt == null).Sum(line => line.Quantity),
            })
            .ToListAsync();
        var open = placed.Where(static order => order.IsOpen).ToList();
        var items = open.Sum(static order => order.Items) + lines.Sum(static line => (long)line.Quantity);
        MutationError?[] faults =
        [
            TooManyOrdersError.For(placed.Count, limits.MaxOrdersWithoutTable, "in one visit"),
            TooManyOrdersError.For(open.Count, limits.MaxOpenOrdersWithoutTable, "open and unpaid at once"),
            TooManyItemsError.For(items, limits.MaxItemsWithoutTable),
        ];
        return [.. faults.OfType<MutationError>()];
    }

    /// <summary>Whether an order would, with all other unconfirmed ones, take more than their share of the stock of an ingredient.</summary>
    /// <param name="needed">How much the order takes of each ingredient.</param>
    internal async Task<bool> ExceedShareAsync(IReadOnlyDictionary<Ingredient, int> needed)
    {
        long[] ids = [.. needed.Keys.Select(static ingredient => ingredient.Id)];
        var taken = await db.Orders
            .Where(order => order.IsUnconfirmed && !order.NeedsConfirmation && OrderStates.Open.Contains(order.Status) && order.PaymentStatus == PaymentStatus.Unpaid)
            .SelectMany(order => order.Lines)
            .Where(line => line.VoidedAt == null)
            .SelectMany(line => line.Ingredients)
            .Where(item => ids.Contains(item.IngredientId))
            .GroupBy(item => item.IngredientId)
            .Select(group => new { group.Key, Quantity = group.Sum(item => (long)item.Quantity) })
            .ToDictionaryAsync(item => item.Key, item => item.Quantity);
        return needed.Any(item =>
            (taken.GetValueOrDefault(item.Key.Id) + item.Value) * Percent > (long)item.Key.OnHand * options.Value.StockShareWithoutTable);
    }
}
