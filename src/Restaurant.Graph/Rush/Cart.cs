using System.Text.Json.Nodes;

namespace Restaurant.Graph.Rush;

/// <summary>What a party chooses from the menu.</summary>
internal sealed class Cart(Chance chance)
{
    private const string Menu = """
        { currentMenu { categories { dishes { id name isAvailable sizes { id } modifierGroups { minSelections maxSelections modifiers { id isAvailable isDefault } } } } } }
        """;

    private readonly HashSet<string> _unwanted = new(StringComparer.Ordinal);

    /// <summary>Looks at the menu and chooses: for each seat one to three dishes, a course each, of which all but the first are kept back at a table.</summary>
    public async Task<JsonArray> ChooseAsync(Speaker guest, int size, bool atTable)
    {
        var menu = (await guest.AskAsync(Menu))["currentMenu"] ?? throw new RushException("No menu is served.");
        JsonNode[] dishes = [.. menu.List("categories").SelectMany(category => category.List("dishes")).Where(dish => dish["isAvailable"]!.GetValue<bool>() && !_unwanted.Contains(dish.Text("id")))];
        var lines = new JsonArray();
        for (var seat = 1; seat <= size; seat++)
        {
            var courses = chance.Between(1, 3);
            for (var course = 1; course <= courses; course++)
            {
                lines.Add(Line(chance.One(dishes), atTable ? seat : null, atTable ? course : 1));
            }
        }

        return lines;
    }

    /// <summary>One more of anything, for all.</summary>
    public async Task<JsonArray> OneMoreAsync(Speaker guest) => await ChooseAsync(guest, size: 1, atTable: false) is [var line, ..] ? [line!.DeepClone()] : [];

    /// <summary>Leaves the dish of a line alone from now on.</summary>
    public void Avoid(JsonNode line) => _unwanted.Add(line.Text("dishId"));

    private JsonObject Line(JsonNode dish, int? seat, int course)
    {
        var line = new JsonObject { ["dishId"] = dish.Text("id"), ["quantity"] = chance.Happens(10) ? 2 : 1, ["course"] = course, ["hold"] = course > 1, ["seat"] = seat };
        line["modifierIds"] = new JsonArray([.. dish.List("modifierGroups").SelectMany(Modifiers).Select(id => JsonValue.Create(id))]);
        line["sizeId"] = dish.List("sizes") is { Count: > 0 } sizes ? chance.One(sizes).Text("id") : null;
        line["note"] = chance.Happens(5) ? "Not too hot, please" : null;
        return line;
    }

    private IEnumerable<string> Modifiers(JsonNode group)
    {
        JsonNode[] possible = [.. group.List("modifiers").Where(modifier => modifier["isAvailable"]!.GetValue<bool>())];
        var most = Math.Min(group.Number("maxSelections"), possible.Length);
        var least = Math.Min(group.Number("minSelections"), most);
        return chance.Some(possible, chance.Happens(60) ? least : chance.Between(least, most)).Select(modifier => modifier.Text("id"));
    }
}
