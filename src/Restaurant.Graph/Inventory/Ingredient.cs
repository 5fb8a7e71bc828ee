using System.Linq.Expressions;
using GraphQL;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Inventory;

/// <summary>Something that dishes are made of. What there is of it is always the sum of its movements, and never less than what is promised.</summary>
public sealed class Ingredient : INode
{
    private readonly List<StockMovement> _movements = [];
    private readonly List<StockChanged> _changes = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The key in the menu file.</summary>
    [Ignore]
    public required string Key { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What its amounts are counted in.</summary>
    public StockUnit Unit { get; private set; }

    /// <summary>The allergens in it.</summary>
    public IReadOnlyList<Allergen> Allergens { get; private set; } = [];

    /// <summary>How much there is, in its unit: the sum of its movements.</summary>
    public int OnHand { get; private set; }

    /// <summary>How much of that is promised to orders that nobody has begun to make, in its unit.</summary>
    public int Reserved { get; private set; }

    /// <summary>How much can be promised still, in its unit.</summary>
    public static Expression<Func<Ingredient, int>> Available { get; } = ingredient => ingredient.OnHand - ingredient.Reserved;

    /// <summary>It is to be ordered anew once no more than this can be promised still, in its unit.</summary>
    public int ReorderPoint { get; private set; }

    /// <summary>Whether it is to be ordered anew: `available` is `reorderPoint` or less.</summary>
    public static Expression<Func<Ingredient, bool>> IsLow { get; } = ingredient => ingredient.OnHand - ingredient.Reserved <= ingredient.ReorderPoint;

    /// <summary>The most that one portion of anything takes of it. With less than that something may be sold out.</summary>
    [Ignore]
    public int LargestPortion { get; internal set; }

    /// <summary>How often its stock has changed.</summary>
    public int Version { get; private set; }

    /// <summary>What has come and gone, the oldest first.</summary>
    [UsePaging]
    public IReadOnlyList<StockMovement> Movements => _movements;

    /// <summary>What was told of its stock.</summary>
    [Ignore]
    public IReadOnlyList<StockChanged> Changes => _changes;

    /// <summary>What <see cref="Available"/> says.</summary>
    internal int Free => OnHand - Reserved;

    private bool Low => Free <= ReorderPoint;

    /// <summary>One that a manager gives a place.</summary>
    internal static Ingredient New(CreateIngredientInput input) =>
        new() { Key = input.Key, Name = input.Name, Unit = input.Unit, Allergens = [.. (input.Allergens ?? []).Distinct()] };

    /// <summary>Takes over what is said, and leaves the rest.</summary>
    internal Ingredient Edit(EditIngredientInput input)
    {
        (Name, Allergens) = (input.Name ?? Name, input.Allergens is { } allergens ? [.. allergens.Distinct()] : Allergens);
        return this;
    }

    internal Ingredient Update(IngredientEntry entry)
    {
        (Name, Unit, Allergens, ReorderPoint) = (entry.Name, entry.Unit, entry.Allergens, entry.ReorderPoint ?? ReorderPoint);
        return this;
    }

    /// <summary>Takes in what is there when it is first heard of, of which nobody has to be told.</summary>
    internal Ingredient Open(int quantity, DateTimeOffset now)
    {
        if (quantity > 0)
        {
            Book(StockMovementKind.Count, quantity, now);
            (OnHand, Version) = (quantity, 1);
        }

        return this;
    }

    /// <summary>Promises some of it to an order.</summary>
    internal void Reserve(int quantity, DateTimeOffset now) => Move(onHand: 0, reserved: quantity, now);

    /// <summary>Takes a promise back.</summary>
    internal void Release(int quantity, DateTimeOffset now) => Move(onHand: 0, reserved: -quantity, now);

    /// <summary>Uses what was promised.</summary>
    internal void Consume(int quantity, DateTimeOffset now) => Move(-quantity, -quantity, now, Book(StockMovementKind.Consumption, -quantity, now));

    /// <summary>Makes waste of what was used: it was made for nobody.</summary>
    internal void Discard(int quantity, DateTimeOffset now)
    {
        Book(StockMovementKind.Consumption, quantity, now);
        Move(onHand: 0, reserved: 0, now, Book(StockMovementKind.Waste, -quantity, now, WasteReason.CalledOff));
    }

    /// <summary>Takes some in.</summary>
    internal Ingredient Receive(int quantity, DateTimeOffset now) => Move(quantity, reserved: 0, now, Book(StockMovementKind.Delivery, quantity, now));

    /// <summary>Throws some away.</summary>
    internal Ingredient Waste(int quantity, WasteReason? reason, string? note, DateTimeOffset now) =>
        Move(-quantity, reserved: 0, now, Book(StockMovementKind.Waste, -quantity, now, reason, note));

    /// <summary>Makes the books agree with what was found.</summary>
    internal Ingredient Count(int counted, DateTimeOffset now) =>
        counted == OnHand ? this : Move(counted - OnHand, reserved: 0, now, Book(StockMovementKind.Count, counted - OnHand, now));

    /// <summary>Says when it is to be ordered anew.</summary>
    internal Ingredient SetReorderPoint(int reorderPoint, DateTimeOffset now)
    {
        var wasLow = Low;
        ReorderPoint = reorderPoint;
        if (wasLow != Low)
        {
            Tell(wasLow, cause: null, now);
        }

        return this;
    }

    private StockMovementKind Book(StockMovementKind kind, int quantity, DateTimeOffset now, WasteReason? reason = null, string? note = null)
    {
        _movements.Add(new StockMovement { Kind = kind, Quantity = quantity, OccurredAt = now, Reason = reason, Note = note });
        return kind;
    }

    private Ingredient Move(int onHand, int reserved, DateTimeOffset now, StockMovementKind? cause = null)
    {
        var (free, wasLow) = (Free, Low);
        (OnHand, Reserved, Version) = (checked(OnHand + onHand), checked(Reserved + reserved), Version + 1);
        if (Reserved < 0 || Free < 0)
        {
            throw new InvalidOperationException($"There is not so much of {Key}.");
        }

        // Not every order is worth telling of: only those that could change what can be ordered, or what has to be.
        var isScarce = free != Free && Math.Min(free, Free) < LargestPortion;
        if (isScarce || wasLow != Low || cause is StockMovementKind.Delivery or StockMovementKind.Waste or StockMovementKind.Count)
        {
            Tell(wasLow, cause, now);
        }

        return this;
    }

    private void Tell(bool wasLow, StockMovementKind? cause, DateTimeOffset now) => _changes.Add(new StockChanged
    {
        Ingredient = this,
        OnHand = OnHand,
        Reserved = Reserved,
        Cause = cause,
        IsLow = Low,
        WasLow = wasLow,
        OccurredAt = now,
    });
}
