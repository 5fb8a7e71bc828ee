using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Managers say what things are called in other languages.</summary>
public sealed class TranslationEditTests : IAsyncLifetime
{
    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("editMenu", "menuId", "Menu", true)]
    [InlineData("editCategory", "categoryId", "Category", true)]
    [InlineData("editDish", "dishId", "Dish", true)]
    [InlineData("editModifierGroup", "modifierGroupId", "ModifierGroup", false)]
    [InlineData("editModifier", "modifierId", "Modifier", false)]
    [InlineData("editPriceRule", "priceRuleId", "PriceRule", false)]
    public async Task Texts_are_added_changed_and_taken_away(string mutation, string argument, string type, bool hasDescription)
    {
        using var french = _app.As(null);
        french.Http.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var version = 0;
        var own = await NameAsync(french);
        await SetAsync(new { language = "fr", name = "Un" });
        Assert.Equal("Un", await NameAsync(french));
        if (hasDescription)
        {
            await SetAsync(new { language = "it", name = "Uno" }, new { language = "fr", name = "Une", description = "La belle." });
            Assert.Equal("""[{"language":"fr","name":"Une","description":"La belle."},{"language":"it","name":"Uno","description":null}]""", await TranslationsAsync());
        }
        else
        {
            await SetAsync(new { language = "it", name = "Uno" }, new { language = "fr", name = "Une" });
        }

        Assert.Equal("Une", await NameAsync(french));
        await SetAsync();
        Assert.Equal(own, await NameAsync(french));
        Assert.Equal("[]", await TranslationsAsync());
        Assert.Equal("""["en","de"]""", (await _app.Client.QueryAsync("{ restaurant { languages } }"))["restaurant"]!["languages"]!.ToJsonString());

        async Task SetAsync(params object[] translations)
        {
            var input = new Dictionary<string, object>(StringComparer.Ordinal) { [argument] = Ids.Of(type, 1), ["translations"] = translations };
            if (type == "Dish")
            {
                input.Add("expectedVersion", ++version);
            }

            await _app.EditAsync(mutation, input);
        }

        async Task<string> NameAsync(GraphQLClient reader) =>
            (await reader.QueryAsync($$"""query($id: ID!) { node(id: $id) { ... on {{type}} { name } } }""", new { id = Ids.Of(type, 1) }))["node"]!.Text("name");

        async Task<string> TranslationsAsync() =>
            (await _app.Client.QueryAsync($$"""query($id: ID!) { node(id: $id) { ... on {{type}} { translations { language name description } } } }""", new { id = Ids.Of(type, 1) }))
                ["node"]!["translations"]!.ToJsonString();
    }

    [Fact]
    public async Task A_dish_is_found_by_what_it_is_called_elsewhere_as_long_as_it_is()
    {
        await _app.EditAsync("editDish", new { dishId = Ids.Dish(1), expectedVersion = 1, translations = new[] { new { language = "fr", name = "Marguerite" } } });
        Assert.Equal(1, await FoundAsync());
        await _app.EditAsync("editDish", new { dishId = Ids.Dish(1), expectedVersion = 2, translations = Array.Empty<object>() });
        Assert.Equal(0, await FoundAsync());

        async Task<int> FoundAsync() => (await _app.Client.QueryAsync("""{ searchDishes(text: "Marguerite") { nodes { id } } }"""))["searchDishes"]!["nodes"]!.AsArray().Count;
    }

    [Fact]
    public async Task A_size_keeps_its_names_unless_others_are_said()
    {
        object[] regular = [new { key = "regular", name = "Regular", price = 15 }];
        await _app.EditAsync("editDish", new { dishId = Ids.Dish(3), expectedVersion = 1, sizes = regular });
        Assert.Equal("""[{"language":"de","name":"Normal, 30 cm"}]""", await OfSizeAsync());
        await _app.EditAsync("editDish", new { dishId = Ids.Dish(3), expectedVersion = 2, sizes = new[] { new { key = "regular", name = "Regular", price = 15, translations = new[] { new { language = "fr", name = "Normale" } } } } });
        Assert.Equal("""[{"language":"fr","name":"Normale"}]""", await OfSizeAsync());

        async Task<string> OfSizeAsync() =>
            (await _app.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { sizes { translations { language name } } } }", new { id = Ids.Dish(3) }))
                ["dishById"]!["sizes"]![0]!["translations"]!.ToJsonString();
    }

    [Fact]
    public async Task What_is_new_comes_with_its_names()
    {
        var german = new[] { new { language = "de", name = "Brot?" } };
        var group = await _app.EditAsync("createModifierGroup", new
        {
            key = "bread-or-not",
            name = "Bread?",
            minSelections = 0,
            maxSelections = 1,
            translations = german,
            modifiers = new[] { new { key = "rye", name = "Rye", priceDelta = 0, translations = new[] { new { language = "de", name = "Roggen" } } } },
        });
        await _app.EditAsync("createModifier", new { modifierGroupId = group.Text("id"), key = "spelt", name = "Spelt", priceDelta = 0, translations = new[] { new { language = "de", name = "Dinkel" } } });
        var category = await _app.EditAsync("createCategory", new { key = "bread", name = "Bread", translations = german });
        var dish = await _app.EditAsync("createDish", new
        {
            key = "bread",
            name = "Bread",
            preparationMinutes = 1,
            categoryId = category.Text("id"),
            stationId = Ids.Of("Station", 1),
            taxGroupId = Ids.Of("TaxGroup", 1),
            translations = german,
            sizes = new[] { new { key = "slice", name = "Slice", price = 1, translations = new[] { new { language = "de", name = "Scheibe" } } } },
        });
        using var reader = _app.As(null);
        reader.Http.DefaultRequestHeaders.Add("Accept-Language", "de");
        var data = await reader.QueryAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { ... on ModifierGroup { name modifiers { name } } ... on Dish { name sizes { name } category { name } } } }",
            new { ids = new[] { group.Text("id"), dish.Text("id") } });
        Assert.Equal(
            """[{"name":"Brot?","modifiers":[{"name":"Roggen"},{"name":"Dinkel"}]},{"name":"Brot?","sizes":[{"name":"Scheibe"}],"category":{"name":"Brot?"}}]""",
            data["nodes"]!.ToJsonString());
    }
}
