namespace Restaurant.Bench.Contenders.EntityFramework;

/// <summary>A dish, as far as ordering it goes.</summary>
internal sealed class Dish
{
    public long Id { get; init; }

    public required string Name { get; init; }

    public long Price { get; init; }

    public bool IsAvailable { get; init; }

    public long? CategoryId { get; init; }

    public required TaxGroup TaxGroup { get; init; }
}

/// <summary>A rate.</summary>
internal sealed class TaxGroup
{
    public long Id { get; init; }

    public int BasisPoints { get; init; }
}

/// <summary>An order.</summary>
internal sealed class Order
{
    public long Id { get; init; }

    public required int Number { get; init; }

    public required string Type { get; init; }

    public required string Status { get; init; }

    public required DateTime PlacedAt { get; init; }

    public required int Version { get; init; }

    public required long Subtotal { get; init; }

    public required long Tax { get; init; }

    public required long Total { get; init; }

    public required List<OrderLine> Lines { get; init; }
}

/// <summary>One position of an order.</summary>
internal sealed class OrderLine
{
    public long Id { get; init; }

    public required long DishId { get; init; }

    public required string DishName { get; init; }

    public required int Quantity { get; init; }

    public required string Status { get; init; }

    public required int TaxBasisPoints { get; init; }

    public required long LineTotal { get; init; }

    public required long UnitPrice { get; init; }
}

/// <summary>An order has changed.</summary>
internal sealed class OrderChanged
{
    public long Number { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required string Kind { get; init; }

    public required Order Order { get; init; }

    public required string OrderStatus { get; init; }

    public required int OrderVersion { get; init; }
}

/// <summary>What was done for a key.</summary>
internal sealed class IdempotencyRecord
{
    public required Guid Key { get; init; }

    public required string Fingerprint { get; init; }

    public required Order Subject { get; init; }

    public required DateTime CreatedAt { get; init; }
}
