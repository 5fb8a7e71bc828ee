using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Menu;

/// <summary>No dish on the menu has this id.</summary>
public sealed record DishNotFoundError : MutationError
{
    internal static DishNotFoundError At(IReadOnlyList<string> path) => new() { Message = "There is no such dish on the menu.", Path = path };
}

/// <summary>No menu, category, price rule, station, tax group, modifier group or modifier has this id; the path tells which was asked for.</summary>
public sealed record MenuPartNotFoundError : MutationError
{
    internal static MenuPartNotFoundError Of(string part, IReadOnlyList<string> path) => new() { Message = $"There is no such {part}.", Path = path };
}

/// <summary>A text is too short or too long, or blank.</summary>
public sealed record TextLengthError : MutationError
{
    /// <summary>The least number of characters, in UTF-16 code units.</summary>
    public required int Min { get; init; }

    /// <summary>The most characters, in UTF-16 code units.</summary>
    public required int Max { get; init; }

    internal static TextLengthError Of(string text, Bounds bounds, IReadOnlyList<string> path) => new()
    {
        Message = bounds.Allow(text.Length)
            ? $"It is blank where {bounds.Min} to {bounds.Max} characters are needed."
            : $"It has {text.Length} characters where {bounds.Min} to {bounds.Max} are allowed.",
        Path = path,
        Min = bounds.Min,
        Max = bounds.Max,
    };
}

/// <summary>A whole number is too small or too large.</summary>
public sealed record OutOfBoundsError : MutationError
{
    /// <summary>The least.</summary>
    public required int Min { get; init; }

    /// <summary>The most.</summary>
    public required int Max { get; init; }

    internal static OutOfBoundsError Of(int number, Bounds bounds, IReadOnlyList<string> path) => new()
    {
        Message = $"It is {number} where it has to be {bounds.Min} to {bounds.Max}.",
        Path = path,
        Min = bounds.Min,
        Max = bounds.Max,
    };
}

/// <summary>A price is out of bounds, or has more decimals than the currency.</summary>
public sealed record InvalidPriceError : MutationError
{
    /// <summary>The least, in the currency's own unit.</summary>
    public required decimal Min { get; init; }

    /// <summary>The most, in the currency's own unit.</summary>
    public required decimal Max { get; init; }

    /// <summary>How many decimals it may have.</summary>
    public required int Decimals { get; init; }
}

/// <summary>A dish has a price or sizes, of which each has its own: never both, and never neither.</summary>
public sealed record PriceOrSizesError : MutationError
{
    internal static PriceOrSizesError Of(bool hasSizes) => new()
    {
        Message = hasSizes ? "Each size has its price; the dish has none beside them." : "A dish without sizes needs a price.",
        Path = InputPath.Of(nameof(DishInput.Price)),
    };
}

/// <summary>A key has other letters than a to z, 0 to 9 and hyphens.</summary>
public sealed record InvalidKeyError : MutationError;

/// <summary>Something else has this key; a dish that has left the menu keeps its own.</summary>
public sealed record KeyTakenError : MutationError
{
    internal static KeyTakenError Of(string key, IReadOnlyList<string> path) => new() { Message = $"The key '{key}' is taken.", Path = path };
}

/// <summary>An image is neither at an address by https nor at a path on the site of the front-end.</summary>
public sealed record InvalidImageUrlError : MutationError;

/// <summary>A group's bounds and defaults do not fit each other, or the number of its modifiers.</summary>
public sealed record SelectionBoundsError : MutationError;

/// <summary>A window is on no day, or opens or closes at a time that is no full minute.</summary>
public sealed record InvalidWindowError : MutationError;

/// <summary>A percentage is out of bounds, or has too many decimals.</summary>
public sealed record InvalidPercentError : MutationError
{
    /// <summary>The least, in percent.</summary>
    public required decimal Min { get; init; }

    /// <summary>The most, in percent.</summary>
    public required decimal Max { get; init; }

    /// <summary>How many decimals it may have.</summary>
    public required int Decimals { get; init; }

    internal static InvalidPercentError Of(decimal percent, IReadOnlyList<string> path) => new()
    {
        Message = FormattableString.Invariant($"It is {percent} where {-MenuBounds.MaxPercent} to {MenuBounds.MaxPercent} percent with at most {MenuBounds.PercentDecimals} decimals are needed."),
        Path = path,
        Min = -MenuBounds.MaxPercent,
        Max = MenuBounds.MaxPercent,
        Decimals = MenuBounds.PercentDecimals,
    };
}

/// <summary>A price rule has neither a percentage nor an amount, or both, or is for a category and for a dish.</summary>
public sealed record InvalidPriceRuleError : MutationError
{
    internal static InvalidPriceRuleError Of(string message, string property) => new() { Message = message, Path = InputPath.Of(property) };
}

/// <summary>The `language` of a translation is no tag of BCP 47, is the restaurant's own, or is there twice; or it has no text.</summary>
public sealed record InvalidTranslationError : MutationError;
