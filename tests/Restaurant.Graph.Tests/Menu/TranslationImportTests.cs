using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Translations come with the menu file, and go with it.</summary>
public sealed class TranslationImportTests : IAsyncLifetime
{
    private const string Dish = "{ dishes(first: 1) { nodes { name description category { name } } } restaurant { languages } }";

    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_import_brings_languages_and_takes_them_away()
    {
        using var reader = _app.As(null);
        reader.Http.DefaultRequestHeaders.Add("Accept-Language", "fr-CA, de-AT;q=0.5");
        Assert.Equal(("Pizza Margherita", """["en","de"]"""), await ReadAsync(reader));

        var menu = MenuFiles.Seed();
        var pizza = menu["categories"]![0]!["dishes"]![0]!;
        pizza["translations"] = new JsonObject
        {
            ["FR"] = new JsonObject { ["name"] = "Pizza Marguerite" },
            ["fr-ca"] = new JsonObject { ["description"] = "Avec fromage en grains." },
        };
        await _app.ImportAsync(menu);
        Assert.Equal(("Pizza Marguerite", """["en","de","fr","fr-CA"]"""), await ReadAsync(reader));
        Assert.Equal("Avec fromage en grains.", (await reader.QueryAsync(Dish))["dishes"]!["nodes"]![0]!["description"]!.GetValue<string>());
        Assert.Equal("Wood-Oven Pizza", (await reader.QueryAsync(Dish))["dishes"]!["nodes"]![0]!["category"]!["name"]!.GetValue<string>());

        pizza.AsObject().Remove("translations");
        await _app.ImportAsync(menu);
        Assert.Equal(("Margherita Pizza", """["en","de"]"""), await ReadAsync(reader));
    }

    [Theory]
    [InlineData("""{ "german": { "name": "Suppe" } }""", "$.categories[0].dishes[0].translations.german: is under 'german' where the tag of a language is needed, such as de or de-AT")]
    [InlineData("""{ "de": "Suppe" }""", "$.categories[0].dishes[0].translations.de: has to be an object")]
    [InlineData("""{ "de": {} }""", "$.categories[0].dishes[0].translations.de: has no text")]
    [InlineData("""{ "de": { "name": "" } }""", "$.categories[0].dishes[0].translations.de.name: has 0 characters where 1 to 100 are allowed")]
    [InlineData("""{ "de": { "name": "Suppe", "price": 1 } }""", "$.categories[0].dishes[0].translations.de.price: is not a property of this object")]
    [InlineData("""{ "de": { "name": "Suppe" }, "DE": { "name": "Suppe" } }""", "$.categories[0].dishes[0].translations: has 'de' twice")]
    [InlineData("[]", "$.categories[0].dishes[0].translations: has to be an object")]
    public async Task What_is_no_translation_is_a_fault(string translations, string fault)
    {
        var dish = MenuFiles.Dish("soup", "Soup");
        dish["translations"] = JsonNode.Parse(translations);
        Assert.Equal(fault, Assert.Single(await _app.ImportTextAsync(MenuFiles.Of(dish).ToJsonString())).ToString());
    }

    [Fact]
    public async Task A_modifier_group_has_no_description_to_translate()
    {
        var menu = MenuFiles.Seed();
        menu["modifierGroups"]![0]!["translations"] = JsonNode.Parse("""{ "de": { "name": "Extras?", "description": "Mehr." } }""");
        Assert.Equal("$.modifierGroups[0].translations.de.description: is not a property of this object", Assert.Single(await _app.ImportTextAsync(menu.ToJsonString())).ToString());
    }

    [Fact]
    public async Task The_translation_of_a_size_goes_with_the_size_and_that_of_a_rule_with_the_rule()
    {
        var menu = MenuFiles.Seed();
        var diavola = menu["categories"]![0]!["dishes"]![2]!;
        diavola["sizes"]![0]!["translations"] = new JsonObject { ["fr"] = new JsonObject { ["name"] = "Normale" } };
        menu["priceRules"]![0]!["translations"] = new JsonObject { ["it"] = new JsonObject { ["name"] = "Ora felice" } };
        await _app.ImportAsync(menu);
        Assert.Equal("""["en","de","fr","it"]""", (await ReadAsync(_app.Client)).Languages);

        diavola["sizes"]!.AsArray().RemoveAt(0);
        menu["priceRules"]!.AsArray().RemoveAt(0);
        await _app.ImportAsync(menu);
        Assert.Equal("""["en","de"]""", (await ReadAsync(_app.Client)).Languages);
    }

    [Fact]
    public async Task The_translations_of_a_dish_and_its_sizes_leave_the_menu_with_it()
    {
        var menu = MenuFiles.Seed();
        var pizzas = menu["categories"]![0]!["dishes"]!.AsArray();
        pizzas[2]!["translations"]!["it"] = new JsonObject { ["name"] = "Diavola" };
        pizzas[2]!["sizes"]![0]!["translations"] = new JsonObject { ["fr"] = new JsonObject { ["name"] = "Normale" } };
        await _app.ImportAsync(menu);
        Assert.Equal("""["en","de","fr","it"]""", (await ReadAsync(_app.Client)).Languages);
        pizzas.RemoveAt(2);
        await _app.ImportAsync(menu);
        Assert.Equal("""["en","de"]""", (await ReadAsync(_app.Client)).Languages);
    }

    private static async Task<(string Name, string Languages)> ReadAsync(GraphQLClient reader)
    {
        var data = await reader.QueryAsync(Dish);
        return (data["dishes"]!["nodes"]![0]!["name"]!.GetValue<string>(), data["restaurant"]!["languages"]!.ToJsonString());
    }
}
