using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>The restaurant takes no orders now.</summary>
public sealed record RestaurantClosedError : MutationError;

/// <summary>An order needs at least one line.</summary>
public sealed record EmptyOrderError : MutationError;

/// <summary>An order has too many lines.</summary>
public sealed record TooManyLinesError : MutationError
{
    /// <summary>The most lines there may be.</summary>
    public required int MaxLines { get; init; }
}

/// <summary>The dish is on no menu on offer at the time for which it is ordered: see `availability` of the dish.</summary>
public sealed record DishNotServedError : MutationError
{
    /// <summary>The name of the dish.</summary>
    public required string DishName { get; init; }

    internal static DishNotServedError Of(Dish dish, int index) =>
        new() { Message = $"{dish.Name} is not served at that time.", Path = InputPath.Of("lines", index, "dishId"), DishName = dish.Name };
}

/// <summary>The dish is sold out, or cannot be ordered for another reason.</summary>
public sealed record DishUnavailableError : MutationError
{
    /// <summary>The name of the dish.</summary>
    public required string DishName { get; init; }
}

/// <summary>There is not enough of what the modifier adds.</summary>
public sealed record ModifierUnavailableError : MutationError
{
    /// <summary>The name of the modifier.</summary>
    public required string ModifierName { get; init; }

    internal static ModifierUnavailableError Of(Modifier modifier, IReadOnlyList<string> path) =>
        new() { Message = $"{modifier.Name} is not available.", Path = path, ModifierName = modifier.Name };
}

/// <summary>There is not enough of what the dish is made of.</summary>
public sealed record OutOfStockError : MutationError
{
    /// <summary>The name of the dish.</summary>
    public required string DishName { get; init; }

    /// <summary>How many can be made, after the lines before this one.</summary>
    public required int PortionsLeft { get; init; }

    internal static OutOfStockError Of(OrderLine line, int portionsLeft, IReadOnlyList<string> path) => new()
    {
        Message = portionsLeft == 0 ? $"{line.DishName} is sold out." : $"{line.DishName}: {line.Quantity} ordered where there is enough for {portionsLeft}.",
        Path = path,
        DishName = line.DishName,
        PortionsLeft = portionsLeft,
    };
}

/// <summary>The quantity of a line is out of bounds.</summary>
public sealed record InvalidQuantityError : MutationError
{
    /// <summary>The least.</summary>
    public required int Min { get; init; }

    /// <summary>The most.</summary>
    public required int Max { get; init; }
}

/// <summary>The modifier does not come with the dish.</summary>
public sealed record ModifierNotOfDishError : MutationError;

/// <summary>A modifier is chosen twice in one line.</summary>
public sealed record DuplicateModifierError : MutationError;

/// <summary>Too few or too many modifiers of a group are chosen.</summary>
public sealed record ModifierSelectionError : MutationError
{
    /// <summary>The name of the group.</summary>
    public required string GroupName { get; init; }

    /// <summary>How many have to be chosen at the least.</summary>
    public required int MinSelections { get; init; }

    /// <summary>How many can be chosen at the most.</summary>
    public required int MaxSelections { get; init; }

    /// <summary>How many were chosen.</summary>
    public required int Selected { get; init; }
}
