using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Restaurant.Bench.Contenders.AdoNet;

namespace Restaurant.Bench.Contenders.EntityFramework;

/// <summary>Places orders in the usual way: one transaction a request, and one request at a time, since SQLite has one writer.</summary>
internal sealed class OrderService(OrdersDb db, OrderLock turn)
{
    private const int MaxLines = 100;

    /// <summary>The order, or the error that kept it from being placed.</summary>
    public async Task<PlaceOrderAnswer> PlaceAsync(PlaceOrderInput input, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var answer = await RunAsync(input, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return answer;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<PlaceOrderAnswer> RunAsync(PlaceOrderInput input, CancellationToken cancellationToken)
    {
        var fingerprint = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input)));
        var before = await db.Records.AsNoTracking().Include(record => record.Subject)
            .FirstOrDefaultAsync(record => record.Key == input.IdempotencyKey, cancellationToken);
        if (before is not null)
        {
            return string.Equals(before.Fingerprint, fingerprint, StringComparison.Ordinal)
                ? PlaceOrderAnswer.Of(before.Subject)
                : PlaceOrderAnswer.Not("IdempotencyKeyReusedError");
        }

        long[] keys = [.. input.Lines.Select(line => GlobalId.KeyOfDish(line.DishId))];
        var dishes = await db.Dishes.AsNoTracking().Include(dish => dish.TaxGroup)
            .Where(dish => keys.Contains(dish.Id) && dish.CategoryId != null)
            .ToDictionaryAsync(dish => dish.Id, cancellationToken);
        if (Error(input, keys, dishes) is { } error)
        {
            return PlaceOrderAnswer.Not(error);
        }

        var number = await db.Orders.MaxAsync(order => (int?)order.Number, cancellationToken) ?? 0;
        var order = OrderOf(input, number + 1, [.. input.Lines.Zip(keys, (line, key) => LineOf(dishes[key], line.Quantity))]);
        db.Orders.Add(order);
        db.Events.Add(new OrderChanged
        {
            OccurredAt = order.PlacedAt,
            Kind = "ORDER",
            Order = order,
            OrderStatus = order.Status,
            OrderVersion = order.Version,
        });
        db.Records.Add(new IdempotencyRecord { Key = input.IdempotencyKey, Fingerprint = fingerprint, Subject = order, CreatedAt = order.PlacedAt });
        await db.SaveChangesAsync(cancellationToken);
        return PlaceOrderAnswer.Of(order);
    }

    private static string? Error(PlaceOrderInput input, IEnumerable<long> keys, Dictionary<long, Dish> dishes) =>
        input.Lines.Count == 0 ? "EmptyOrderError"
        : input.Lines.Count > MaxLines ? "TooManyLinesError"
        : keys.Any(key => !dishes.ContainsKey(key)) ? "DishNotFoundError"
        : dishes.Values.Any(dish => !dish.IsAvailable) ? "DishUnavailableError"
        : input.Lines.Any(line => line.Quantity is < 1 or > 99) ? "InvalidQuantityError"
        : null;

    private static Order OrderOf(PlaceOrderInput input, int number, List<OrderLine> lines)
    {
        var subtotal = lines.Sum(line => line.LineTotal);
        var tax = Contenders.Tax.Of(lines.Select(line => (line.TaxBasisPoints, line.LineTotal)));
        return new Order
        {
            Number = number,
            Type = input.Type,
            Status = "PLACED",
            PlacedAt = DateTime.UtcNow,
            Version = 1,
            Subtotal = subtotal,
            Tax = tax,
            Total = subtotal + tax,
            Lines = lines,
        };
    }

    private static OrderLine LineOf(Dish dish, int quantity) => new()
    {
        DishId = dish.Id,
        DishName = dish.Name,
        Quantity = quantity,
        Status = "NEW",
        TaxBasisPoints = dish.TaxGroup.BasisPoints,
        LineTotal = dish.Price * quantity,
        UnitPrice = dish.Price,
    };
}

/// <summary>Lets one in at a time.</summary>
internal sealed class OrderLock() : SemaphoreSlim(1, 1);
