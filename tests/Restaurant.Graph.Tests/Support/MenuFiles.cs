using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Import;

namespace Restaurant.Graph.Tests.Support;

/// <summary>Menu files that tests import.</summary>
internal static class MenuFiles
{
    /// <summary>The seed, to be changed.</summary>
    public static JsonNode Seed() => JsonNode.Parse(File.ReadAllText(DatabaseStartup.SeedFile))!;

    /// <summary>The tax of each dish of the seed, in hundredths of a percent, by the name of the dish.</summary>
    public static IReadOnlyDictionary<string, int> RatesOfTheSeed()
    {
        var seed = Seed();
        var rates = seed["taxGroups"]!.AsArray().ToDictionary(
            group => group!["key"]!.GetValue<string>(), group => (int)(group!["percent"]!.GetValue<decimal>() * 100), StringComparer.Ordinal);
        return seed["categories"]!.AsArray().SelectMany(category => category!["dishes"]!.AsArray()).ToDictionary(
            dish => dish!["name"]!.GetValue<string>(), dish => rates[dish!["taxGroup"]!.GetValue<string>()], StringComparer.Ordinal);
    }

    /// <summary>A file with one station, one tax group of 10 %, one category of plain dishes, and a menu all day long.</summary>
    public static JsonNode Of(params IEnumerable<JsonObject> dishes) => new JsonObject
    {
        ["taxGroups"] = new JsonArray(new JsonObject { ["key"] = "food", ["name"] = "Food", ["percent"] = 10 }),
        ["stations"] = new JsonArray(new JsonObject { ["key"] = "stove", ["name"] = "Stove", ["capacity"] = 2 }),
        ["modifierGroups"] = new JsonArray(),
        ["categories"] = new JsonArray(new JsonObject
        {
            ["key"] = "all",
            ["name"] = "All",
            ["description"] = "",
            ["dishes"] = new JsonArray([.. dishes]),
        }),
        ["menus"] = new JsonArray(new JsonObject
        {
            ["key"] = "day",
            ["name"] = "Day",
            ["description"] = "",
            ["windows"] = new JsonArray(new JsonObject { ["days"] = new JsonArray("MONDAY"), ["opens"] = "08:00", ["closes"] = "20:00" }),
            ["categories"] = new JsonArray("all"),
        }),
        ["tables"] = new JsonArray(),
    };

    /// <summary>A dish of such a file.</summary>
    public static JsonObject Dish(string key, string name, decimal price = 10) => new()
    {
        ["key"] = key,
        ["name"] = name,
        ["description"] = "",
        ["price"] = price,
        ["allergens"] = new JsonArray(),
        ["dietaryTags"] = new JsonArray(),
        ["station"] = "stove",
        ["taxGroup"] = "food",
        ["preparationMinutes"] = 5,
        ["modifierGroups"] = new JsonArray(),
    };

    /// <summary>The file that the menu of a restaurant makes.</summary>
    public static async Task<JsonNode> ExportAsync(this RestaurantApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return JsonNode.Parse((await scope.ServiceProvider.GetRequiredService<MenuExport>().RunAsync(CancellationToken.None))!)!;
    }

    /// <summary>Imports a file that has no faults.</summary>
    public static async Task ImportAsync(this RestaurantApp app, JsonNode file) => Assert.Empty(await app.ImportTextAsync(file.ToJsonString()));

    /// <summary>Imports any text; says what is wrong with it.</summary>
    public static Task<IReadOnlyList<JsonFault>> ImportTextAsync(this RestaurantApp app, string text) => app.ImportBytesAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Imports anything; says what is wrong with it.</summary>
    public static async Task<IReadOnlyList<JsonFault>> ImportBytesAsync(this RestaurantApp app, byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"menu-{Guid.NewGuid():N}.json");
        await File.WriteAllBytesAsync(path, file);
        try
        {
            return (await app.Services.GetRequiredService<DatabaseStartup>().ImportAsync(path, CancellationToken.None)).Faults;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
