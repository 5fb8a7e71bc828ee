using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Scalars;

namespace Restaurant.Graph.Menu;

/// <summary>What a menu may hold, whether it comes from a file or from a manager.</summary>
internal static class MenuBounds
{
    /// <summary>The most that anything costs, and that anything adds to a price or takes from it, in the currency's own unit.</summary>
    public const decimal MaxPrice = 100_000m;

    /// <summary>The highest rate of tax, and the most that a price rule adds to a price or takes from it, in percent.</summary>
    public const decimal MaxPercent = 100m;

    /// <summary>How many decimals a percentage may have, so that it is a whole number of basis points.</summary>
    public const int PercentDecimals = 2;

    /// <summary>What a size takes of the recipe where it is not said, in percent.</summary>
    public const int WholeRecipe = 100;

    /// <summary>The property of a group that the defaults are in.</summary>
    public const string Defaults = "modifiers";

    /// <summary>The length of a key.</summary>
    public static readonly Bounds Key = new(1, 60);

    /// <summary>The length of a name.</summary>
    public static readonly Bounds Name = new(1, 100);

    /// <summary>The length of a description.</summary>
    public static readonly Bounds Description = new(0, 1000);

    /// <summary>The length of a description in another language, which is left out where there is none.</summary>
    public static readonly Bounds TranslatedDescription = new(1, 1000);

    /// <summary>The length of the address of an image.</summary>
    public static readonly Bounds ImageUrl = new(1, 500);

    /// <summary>How long a dish takes to make, in minutes.</summary>
    public static readonly Bounds PreparationMinutes = new(1, 240);

    /// <summary>What a size takes of the recipe, in percent.</summary>
    public static readonly Bounds RecipePercent = new(1, 1000);

    /// <summary>How many modifiers of a group have to be chosen.</summary>
    public static readonly Bounds MinSelections = new(0, 20);

    /// <summary>How many modifiers of a group can be chosen.</summary>
    public static readonly Bounds MaxSelections = new(1, 20);

    /// <summary>Whether a text of the right length is a key.</summary>
    public static bool IsKey(string text) => text.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Whether a text is where an image can be: an address by https, or a path on the site of the front-end.</summary>
    public static bool IsImageUrl(string text) => UriType.IsReference(text) && (HasScheme(text)
        ? Uri.TryCreate(text, UriKind.Absolute, out var address) && string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) && address.UserInfo.Length == 0
        : !text.StartsWith("//", StringComparison.Ordinal));

    /// <summary>What is wrong with how many modifiers of a group are chosen: the property at fault, and why.</summary>
    /// <param name="min">How many have to be chosen.</param>
    /// <param name="max">How many can be chosen.</param>
    /// <param name="modifiers">How many there are.</param>
    /// <param name="defaults">How many of them are offered as chosen already.</param>
    public static IEnumerable<(string Property, string What)> SelectionFaults(int min, int max, int modifiers, int defaults)
    {
        if (min > max)
        {
            yield return ("minSelections", $"is {min}, more than maxSelections, which is {max}");
        }

        if (MaxSelections.Allow(max) && max > modifiers)
        {
            yield return ("maxSelections", $"is {max} where the number of modifiers is {modifiers}");
        }

        if (defaults > 0 && (defaults < min || defaults > max))
        {
            yield return (Defaults, $"has {defaults} chosen by default where it has to be {min} to {max}");
        }
    }

    private static bool HasScheme(string text) => text.IndexOfAny([':', '/', '?', '#']) is >= 0 and var end && text[end] == ':';
}
