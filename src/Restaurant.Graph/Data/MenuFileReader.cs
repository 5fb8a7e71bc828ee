using Restaurant.Graph.Dining;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Data;

/// <summary>Reads the parts of a menu file and checks that what they refer to is there.</summary>
internal sealed class MenuFileReader(Currency currency)
{
    private const decimal MaxPrice = 100_000m;

    private readonly Dictionary<string, HashSet<string>> _keys = new(StringComparer.Ordinal);

    /// <summary>Reads all parts. The order matters: a part is read after what it refers to.</summary>
    public MenuFile Read(JsonPart root) => new()
    {
        TaxGroups = root.List("taxGroups", part => new TaxGroupEntry(Key(part, "taxGroups"), Name(part), (int)part.Decimal("percent", 0, 100, 2))),
        Stations = root.List("stations", part => new StationEntry(Key(part, "stations"), Name(part), part.Int("capacity", 1, 100))),
        ModifierGroups = root.List("modifierGroups", ModifierGroup),
        Categories = root.List("categories", Category),
        Menus = root.List("menus", part => new MenuEntry(
            Key(part, "menus"), Name(part), Description(part), part.List("windows", Window), References(part, "categories"))),
        Tables = root.List("tables", part => new TableEntry(Unique(part, "code", part.Text("code", 1, 20), "tables"), part.Text("area", 1, 100), part.Int("seats", 1, 50))),
    };

    private ModifierGroupEntry ModifierGroup(JsonPart part)
    {
        var key = Key(part, "modifierGroups");
        var modifiers = part.List("modifiers", modifier =>
            new ModifierEntry(Key(modifier, $"modifiers of {key}"), Name(modifier), Price(modifier, "priceDelta", -MaxPrice)));
        var max = part.Int("maxSelections", 1, 20);
        var group = new ModifierGroupEntry(key, Name(part), part.Int("minSelections", 0, 20), max, modifiers);
        if (group.MinSelections > max)
        {
            part.Fault("minSelections", $"is {group.MinSelections}, more than maxSelections, which is {max}");
        }

        if (max > modifiers.Count)
        {
            part.Fault("maxSelections", $"is {max} where there are {modifiers.Count} modifiers");
        }

        return group;
    }

    private CategoryEntry Category(JsonPart part)
    {
        var key = Key(part, "categories");
        return new CategoryEntry(key, Name(part), Description(part), part.List("dishes", dish => Dish(dish, key)));
    }

    private DishEntry Dish(JsonPart part, string category) => new()
    {
        Key = Key(part, "dishes"),
        Name = Name(part),
        Description = Description(part),
        Price = Price(part, "price", 0),
        Allergens = Constants<Allergen>(part, "allergens", "one of the fourteen allergens"),
        DietaryTags = Constants<DietaryTag>(part, "dietaryTags", "a dietary tag"),
        PreparationMinutes = part.Int("preparationMinutes", 1, 240),
        Category = category,
        Station = Reference(part, "station", "stations"),
        TaxGroup = Reference(part, "taxGroup", "taxGroups"),
        ModifierGroups = References(part, "modifierGroups"),
    };

    private static WindowEntry Window(JsonPart part) => new(
        Constants<DayOfWeek>(part, "days", "a day such as MONDAY"), part.Time("opens"), part.Time("closes"));

    private static string Name(JsonPart part) => part.Text("name", 1, 100);

    private static string Description(JsonPart part) => part.Text("description", 0, 1000, optional: true);

    private Money Price(JsonPart part, string name, decimal min) => new(part.Decimal(name, min, MaxPrice, currency.Decimals));

    private string Key(JsonPart part, string list)
    {
        var key = part.Text("key", 1, 60);
        if (!key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            part.Fault("key", $"is '{key}' where only a to z, 0 to 9 and hyphens are allowed");
        }

        return Unique(part, "key", key, list);
    }

    private string Unique(JsonPart part, string name, string key, string list)
    {
        if (!KeysOf(list).Add(key))
        {
            part.Fault(name, $"is '{key}', which is taken");
        }

        return key;
    }

    private string Reference(JsonPart part, string name, string list)
    {
        var key = part.Text(name, 1, 60);
        if (!KeysOf(list).Contains(key))
        {
            part.Fault(name, $"is '{key}', which is not among the {list}");
        }

        return key;
    }

    private IReadOnlyList<string> References(JsonPart part, string list) =>
        part.Texts(list, KeysOf(list).Contains, $"a key of the {list}");

    private HashSet<string> KeysOf(string list) =>
        _keys.TryGetValue(list, out var keys) ? keys : _keys[list] = new HashSet<string>(StringComparer.Ordinal);

    private static IReadOnlyList<TEnum> Constants<TEnum>(JsonPart part, string name, string expected)
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>().ToDictionary(value => GraphNames.Constant(value.ToString()), StringComparer.Ordinal);
        return [.. part.Texts(name, values.ContainsKey, expected).Where(values.ContainsKey).Select(text => values[text])];
    }
}
