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
        TaxGroups = root.List("taxGroups", part => new TaxGroupEntry(_keys.Key(part, "taxGroups"), Name(part), (int)part.Decimal("percent", 0, 100, 2))),
        Stations = root.List("stations", part => new StationEntry(_keys.Key(part, "stations"), Name(part), part.Int("capacity", 1, 100))),
        Ingredients = root.Has("ingredients") ? root.List("ingredients", part => IngredientEntry.Read(part, _keys)) : [],
        ModifierGroups = root.List("modifierGroups", ModifierGroup),
        Categories = root.List("categories", Category),
        Menus = root.List("menus", part => new MenuEntry(
            _keys.Key(part, "menus"), Name(part), Description(part), part.List("windows", Window), _keys.References(part, "categories"), TranslationEntry.Read(part))),
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
            modifier.Has("allergens") ? modifier.Constants<Allergen>("allergens", "one of the fourteen allergens") : [],
            RecipeEntry.ReadChange(modifier, _keys),
            TranslationEntry.ReadNames(modifier)));
        var max = part.Int("maxSelections", 1, 20);
        var group = new ModifierGroupEntry(key, Name(part), part.Int("minSelections", 0, 20), max, modifiers, TranslationEntry.ReadNames(part));
        if (group.MinSelections > max)
        {
            part.Fault("minSelections", $"is {group.MinSelections}, more than maxSelections, which is {max}");
        }

        if (max <= 20 && max > modifiers.Count)
        {
            part.Fault("maxSelections", $"is {max} where the number of modifiers is {modifiers.Count}");
        }

        return group;
    }

    private CategoryEntry Category(JsonPart part)
    {
        var key = _keys.Key(part, "categories");
        return new CategoryEntry(key, Name(part), Description(part), part.List("dishes", dish => DishEntry.Read(dish, key, _keys)), TranslationEntry.Read(part));
    }

    private static WindowEntry Window(JsonPart part) =>
        new(part.Constants<DayOfWeek>("days", "a day such as MONDAY"), part.Time("opens"), part.Time("closes"));

    private static string Name(JsonPart part) => part.Text("name", 1, 100);

    private static string Description(JsonPart part) => part.Text("description", 0, 1000);
}
