using Restaurant.Graph.Dining;
using Restaurant.Graph.Inventory;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Import;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Data;

/// <summary>Reads the parts of a menu file and checks that what they refer to is there.</summary>
internal sealed class MenuFileReader(Currency currency)
{
    private readonly MenuKeys _keys = new(currency);

    /// <summary>Reads all parts. The order matters: a part is read after what it refers to.</summary>
    public MenuFile Read(JsonPart root) => new()
    {
        TaxGroups = root.List("taxGroups", part => new TaxGroupEntry(_keys.Key(part, "taxGroups"), Name(part), (int)part.Decimal("percent", 0, MenuBounds.MaxPercent, MenuBounds.PercentDecimals))),
        Stations = root.List("stations", part => new StationEntry(_keys.Key(part, "stations"), Name(part), part.Int("capacity", 1, 100))),
        Ingredients = root.Has("ingredients") ? root.List("ingredients", part => IngredientEntry.Read(part, _keys)) : [],
        ModifierGroups = root.List("modifierGroups", ModifierGroup),
        Categories = root.List("categories", Category),
        Menus = root.List("menus", part => new MenuEntry(
            _keys.Key(part, "menus"), Name(part), Description(part), part.List("windows", Window), _keys.References(part, "categories"), TranslationEntry.Read(part))),
        PriceRules = root.Has("priceRules") ? root.List("priceRules", PriceRule) : [],
        Tables = root.List("tables", part => new TableEntry(
            _keys.Unique(part, "code", part.Text("code", 1, 20), "tables"), part.Text("area", 1, 100), part.Int("seats", 1, 50))),
    };

    private ModifierGroupEntry ModifierGroup(JsonPart part)
    {
        var key = _keys.Key(part, "modifierGroups");
        var modifiers = part.List("modifiers", modifier => new ModifierEntry(
            _keys.Key(modifier, $"modifiers of {key}"),
            Name(modifier),
            _keys.PriceDelta(modifier, "priceDelta"),
            modifier.Flag("isDefault"),
            modifier.Has("station") ? _keys.Reference(modifier, "station", "stations") : null,
            modifier.Has("allergens") ? MenuKeys.Allergens(modifier) : [],
            RecipeEntry.ReadChange(modifier, _keys),
            TranslationEntry.ReadNames(modifier)));
        var max = part.Int("maxSelections", MenuBounds.MaxSelections);
        var group = new ModifierGroupEntry(key, Name(part), part.Int("minSelections", MenuBounds.MinSelections), max, modifiers, TranslationEntry.ReadNames(part));
        foreach (var (property, what) in MenuBounds.SelectionFaults(group.MinSelections, max, modifiers.Count, modifiers.Count(static modifier => modifier.IsDefault)))
        {
            part.Fault(property, what);
        }

        return group;
    }

    private PriceRuleEntry PriceRule(JsonPart part)
    {
        foreach (var (one, other) in new[] { ("category", "dish"), ("percent", "amount") }.Where(pair => part.Has(pair.Item1) && part.Has(pair.Item2)))
        {
            part.Fault(other, $"is given beside {one}");
        }

        if (!part.Has("percent") && !part.Has("amount"))
        {
            part.Fault("percent", "is missing, and so is amount");
        }

        return new PriceRuleEntry(
            _keys.Key(part, "priceRules"),
            Name(part),
            part.List("windows", Window),
            part.Has("category") ? _keys.Reference(part, "category", "categories") : null,
            part.Has("dish") ? _keys.Reference(part, "dish", "dishes") : null,
            part.Has("percent") ? (int)part.Decimal("percent", -MenuBounds.MaxPercent, MenuBounds.MaxPercent, MenuBounds.PercentDecimals) : null,
            part.Has("amount") ? _keys.PriceDelta(part, "amount") : null,
            TranslationEntry.ReadNames(part));
    }

    private CategoryEntry Category(JsonPart part)
    {
        var key = _keys.Key(part, "categories");
        return new CategoryEntry(key, Name(part), Description(part), part.List("dishes", dish => DishEntry.Read(dish, key, _keys)), TranslationEntry.Read(part));
    }

    private static WindowEntry Window(JsonPart part) =>
        new(part.Constants<DayOfWeek>("days", "a day such as MONDAY"), part.Time("opens"), part.Time("closes"));

    private static string Name(JsonPart part) => part.Text("name", MenuBounds.Name);

    private static string Description(JsonPart part) => part.Text("description", MenuBounds.Description);
}
