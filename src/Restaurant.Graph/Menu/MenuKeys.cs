using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Menu;

/// <summary>The keys of a menu file, list by list, as they are read: each unique, each there before anything refers to it.</summary>
internal sealed class MenuKeys(Currency currency)
{
    private readonly Dictionary<string, HashSet<string>> _keys = new(StringComparer.Ordinal);

    /// <summary>The key of an object, new in its list.</summary>
    public string Key(JsonPart part, string list)
    {
        var key = part.Text("key", MenuBounds.Key);
        if (!MenuBounds.IsKey(key))
        {
            part.Fault("key", $"is '{key}' where only a to z, 0 to 9 and hyphens are allowed");
        }

        return Unique(part, "key", key, list);
    }

    /// <summary>A text that is new in its list.</summary>
    public string Unique(JsonPart part, string name, string key, string list)
    {
        if (!Of(list).Add(key))
        {
            part.Fault(name, $"is '{key}', which is taken");
        }

        return key;
    }

    /// <summary>A key of another list.</summary>
    public string Reference(JsonPart part, string name, string list)
    {
        var key = part.Text(name, MenuBounds.Key);
        if (key.Length > 0 && !Of(list).Contains(key))
        {
            part.Fault(name, $"is '{key}', which is not among the {list}");
        }

        return key;
    }

    /// <summary>Keys of another list, under the name of that list.</summary>
    public IReadOnlyList<string> References(JsonPart part, string list) => part.Texts(list, Of(list).Contains, $"a key of the {list}");

    /// <summary>A price with no more decimals than the currency has.</summary>
    public Money Price(JsonPart part, string name, decimal min) => new(part.Decimal(name, min, MenuBounds.MaxPrice, currency.Decimals));

    /// <summary>A price that may be negative.</summary>
    public Money PriceDelta(JsonPart part, string name) => Price(part, name, -MenuBounds.MaxPrice);

    /// <summary>The allergens of an object.</summary>
    public static IReadOnlyList<Allergen> Allergens(JsonPart part) => part.Constants<Allergen>("allergens", "one of the fourteen allergens");

    private HashSet<string> Of(string list) =>
        _keys.TryGetValue(list, out var keys) ? keys : _keys[list] = new HashSet<string>(StringComparer.Ordinal);
}
