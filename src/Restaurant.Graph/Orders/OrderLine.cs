using GraphQL;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Orders;

/// <summary>One position of an order.</summary>
public sealed class OrderLine : INode
{
    private const int FullRecipe = 100;

    private readonly List<OrderLineModifier> _modifiers = [];
    private readonly List<LineIngredient> _ingredients = [];

    /// <summary>The primary key.</summary>
    public long Id { get; private set; }

    /// <summary>The order.</summary>
    [Ignore]
    public Order Order { get => field ?? throw new NotLoadedException(nameof(Order)); private set; }

    /// <summary>The dish, as it is on the menu now.</summary>
    public Dish Dish { get => field ?? throw new NotLoadedException(nameof(Dish)); private set; }

    /// <summary>The key of <see cref="Dish"/>.</summary>
    public required long DishId { get; init; }

    /// <summary>The name of the dish when it was ordered.</summary>
    public required string DishName { get; init; }

    /// <summary>The name of its size when it was ordered; null where it came in one only.</summary>
    public string? SizeName { get; init; }

    /// <summary>How much of the dish's recipe it takes, in percent, as it was when it was ordered.</summary>
    [Ignore]
    public int RecipePercent { get; init; } = FullRecipe;

    /// <summary>How many, from 1 to 99.</summary>
    public required int Quantity { get; init; }

    /// <summary>The price of one when it was ordered, before modifiers and tax.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>What a price rule has added to the price of all of them or, negative, has taken off.</summary>
    public Money Adjustment { get; init; }

    /// <summary>The name of that rule; null if none held.</summary>
    public string? PriceRuleName { get; init; }

    /// <summary>What was chosen with it.</summary>
    [ListSize(3)]
    public IReadOnlyList<OrderLineModifier> Modifiers => _modifiers;

    /// <summary>What the guest wants the kitchen to know.</summary>
    public string? Note { get; init; }

    /// <summary>The seat for which it is, from 1; null if it is for all at the table.</summary>
    public int? Seat { get; init; }

    /// <summary>The course with which it is served, from 1.</summary>
    public required int Course { get; init; }

    /// <summary>Where it stands.</summary>
    public LineStatus Status { get; private set; }

    /// <summary>When it was called for; null if it was not.</summary>
    public DateTimeOffset? FiredAt { get; private set; }

    /// <summary>When it was called off; null if it was not.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Why it was called off; null if it was not, or nobody had to say.</summary>
    public string? VoidReason { get; internal set; }

    /// <summary>`quantity` times `unitPrice` and the modifiers' `priceDelta`, and the `adjustment`, before tax; never below zero.</summary>
    public Money LineTotal { get; private set; }

    /// <summary>The rate at which it is taxed, as it was when it was ordered, in basis points.</summary>
    [Ignore]
    public required int TaxBasisPoints { get; init; }

    /// <summary>What it takes from the store room.</summary>
    [Ignore]
    [ListSize(5)]
    public IReadOnlyList<LineIngredient> Ingredients => _ingredients;

    /// <summary>The keys of its modifiers that are still on the menu.</summary>
    internal IEnumerable<long> ModifierIds => _modifiers.Select(modifier => modifier.ModifierId).OfType<long>();

    /// <summary>The allergens of the plate: those of the dish, of its modifiers and of what they really take, as it was when it was ordered.</summary>
    public IReadOnlyList<Allergen> Allergens { get; private set; } = [];

    /// <summary>Those of them that the guests have declared an allergy to, and want all the same.</summary>
    public IReadOnlyList<Allergen> AcknowledgedAllergens { get; private set; } = [];

    /// <summary>Notes what is in it, and what of that was acknowledged.</summary>
    internal void Declare(IReadOnlyList<Allergen> allergens, IReadOnlyList<Allergen> acknowledged) => (Allergens, AcknowledgedAllergens) = (allergens, acknowledged);

    /// <summary>Makes a line of what was asked for and checked; one that is kept back waits for its course to be fired.</summary>
    internal static OrderLine Of(OrderLineInput input, DishChoice choice)
    {
        var line = new OrderLine
        {
            DishId = choice.Dish.Id,
            DishName = choice.Dish.Name,
            SizeName = choice.Size?.Name,
            RecipePercent = choice.Size?.RecipePercent ?? FullRecipe,
            Quantity = input.Quantity,
            UnitPrice = choice.Price,
            Adjustment = (choice.Adjustment?.Amount ?? Money.Zero) * input.Quantity,
            PriceRuleName = choice.Adjustment?.Rule.Name,
            Note = input.Note,
            Seat = input.Seat,
            Course = input.Course ?? 1,
            Status = input.Hold is true ? LineStatus.Held : LineStatus.New,
            TaxBasisPoints = choice.Dish.TaxGroup.BasisPoints,
        };
        line._modifiers.AddRange(choice.Modifiers.Zip(choice.Deltas, static (modifier, delta) =>
            new OrderLineModifier { ModifierId = modifier.Id, Name = modifier.Name, PriceDelta = delta }));
        line.LineTotal = (line._modifiers.Aggregate(line.UnitPrice, static (sum, modifier) => sum + modifier.PriceDelta) * input.Quantity) + line.Adjustment;
        return line;
    }

    /// <summary>Notes what it takes.</summary>
    internal void Take(IEnumerable<LineIngredient> ingredients) => _ingredients.AddRange(ingredients);

    /// <summary>Promises what it takes, unless it was called off.</summary>
    /// <returns>For how many portions there is enough where that is too few, and nothing is promised; null where it is promised.</returns>
    internal int? Reserve(DateTimeOffset now)
    {
        LineIngredient[] open = Status is LineStatus.New or LineStatus.Held ? [.. _ingredients.Where(static taken => !taken.IsReserved)] : [];
        var portions = open.Select(taken => taken.Ingredient.Free / (taken.Quantity / Quantity)).DefaultIfEmpty(Quantity).Min();
        if (portions < Quantity)
        {
            return portions;
        }

        Array.ForEach(open, taken => taken.Reserve(now));
        return null;
    }

    /// <summary>Moves the line, and what it takes from the store room, if the table allows it; says whether it did.</summary>
    internal bool Do(LineAction action, DateTimeOffset now)
    {
        if (LineStates.Table.Next(Status, action) is not { } next)
        {
            return false;
        }

        _ingredients.ForEach(ingredient => ingredient.Follow(action, Status, now));
        Status = next;
        FiredAt = next == LineStatus.Fired ? now : FiredAt;
        VoidedAt = next == LineStatus.Voided ? now : VoidedAt;
        return true;
    }
}
