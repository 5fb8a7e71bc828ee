using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Inventory;

/// <summary>Something that dishes are made of. What there is of it is always the sum of its movements, and never less than what is promised.</summary>
public sealed class Ingredient : INode
{
    private readonly List<StockMovement> _movements = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    [Ignore]
    public required string Key { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What its amounts are counted in.</summary>
    public StockUnit Unit { get; private set; }

    /// <summary>How much there is, in its unit: the sum of its movements.</summary>
    public int OnHand { get; private set; }

    /// <summary>How much of that is promised to orders that nobody has begun to make, in its unit.</summary>
    public int Reserved { get; private set; }

    /// <summary>How much can be promised still, in its unit.</summary>
    public static Expression<Func<Ingredient, int>> Available { get; } = ingredient => ingredient.OnHand - ingredient.Reserved;

    /// <summary>How often its stock has changed.</summary>
    public int Version { get; private set; }

    /// <summary>What has come and gone, the oldest first.</summary>
    [UsePaging]
    public IReadOnlyList<StockMovement> Movements => _movements;

    /// <summary>What <see cref="Available"/> says.</summary>
    internal int Free => OnHand - Reserved;

    internal Ingredient Update(IngredientEntry entry)
    {
        (Name, Unit) = (entry.Name, entry.Unit);
        return this;
    }

    /// <summary>Promises some of it to an order.</summary>
    internal void Reserve(int quantity) => Move(onHand: 0, reserved: quantity);

    /// <summary>Takes a promise back.</summary>
    internal void Release(int quantity) => Move(onHand: 0, reserved: -quantity);

    /// <summary>Uses what was promised.</summary>
    internal void Consume(int quantity, DateTimeOffset now) => Move(-quantity, -quantity, StockMovementKind.Consumption, now);

    /// <summary>Makes waste of what was used: it was made for nobody.</summary>
    internal void Discard(int quantity, DateTimeOffset now)
    {
        Move(quantity, reserved: 0, StockMovementKind.Consumption, now);
        Move(-quantity, reserved: 0, StockMovementKind.Waste, now);
    }

    /// <summary>Takes some in.</summary>
    internal Ingredient Receive(int quantity, DateTimeOffset now) => Move(quantity, reserved: 0, StockMovementKind.Delivery, now);

    /// <summary>Throws some away.</summary>
    internal Ingredient Waste(int quantity, DateTimeOffset now) => Move(-quantity, reserved: 0, StockMovementKind.Waste, now);

    /// <summary>Makes the books agree with what was found.</summary>
    internal Ingredient Count(int counted, DateTimeOffset now) =>
        counted == OnHand ? this : Move(counted - OnHand, reserved: 0, StockMovementKind.Count, now);

    private Ingredient Move(int onHand, int reserved, StockMovementKind kind, DateTimeOffset now)
    {
        _movements.Add(new StockMovement { Kind = kind, Quantity = onHand, OccurredAt = now });
        return Move(onHand, reserved);
    }

    private Ingredient Move(int onHand, int reserved)
    {
        (OnHand, Reserved, Version) = (checked(OnHand + onHand), checked(Reserved + reserved), Version + 1);
        return Reserved >= 0 && Free >= 0 ? this : throw new InvalidOperationException($"There is not so much of {Key}.");
    }
}
