using System.Text.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Platform.Reading;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Dishes are found by the words of their names and descriptions.</summary>
public sealed class DishSearchTests(DishSearchTests.Diner app) : IClassFixture<DishSearchTests.Diner>
{
    private const string Search = "query($text: String!, $first: Int, $after: String, $last: Int, $before: String) "
        + "{ searchDishes(text: $text, first: $first, after: $after, last: $last, before: $before) { totalCount edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }";

    [Theory]
    [InlineData("chicken", "Chicken, Spicy Chicken, Garlic Chicken, Soup, Jalapeño Salad")]
    [InlineData("chick", "Chicken, Spicy Chicken, Garlic Chicken, Soup, Jalapeño Salad")]
    [InlineData("CHICKEN garlic", "Garlic Chicken, Chicken, Soup")]
    [InlineData("garlic chick", "Garlic Chicken, Chicken, Soup")]
    [InlineData("garl chicken", "")]
    [InlineData("jalapeno", "Jalapeño Salad, Spicy Chicken")]
    [InlineData("JALAPEÑO", "Jalapeño Salad, Spicy Chicken")]
    [InlineData("jalapen\u0303", "Jalapeño Salad, Spicy Chicken")]
    [InlineData("Hühn", "Chicken")]
    [InlineData("suppe", "Soup")]
    [InlineData("chicken suppe", "Soup")]
    [InlineData("7", "Seven")]
    [InlineData("寿司", "寿司")]
    public async Task Those_come_first_that_have_the_words_in_their_names(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", NamesIn(await FindAsync(new { text }))));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("'; DROP TABLE Dishes; --")]
    [InlineData("()[]{}<>!?.,:;+-^~|&%$#@\\/`=_")]
    [InlineData("\u0000")]
    [InlineData("\ud83c\udf55")]
    [InlineData("\u0301")]
    [InlineData("zzz*")]
    [InlineData("Name : chicken")]
    [InlineData("chicken NOT garlic")]
    [InlineData("NEAR(chicken garlic)")]
    [InlineData("chicken OR 7")]
    [InlineData("%hicken")]
    [InlineData("hicken*")]
    public async Task A_text_that_says_something_to_a_database_is_a_text(string text) => Assert.Empty(NamesIn(await FindAsync(new { text })));

    [Theory]
    [InlineData("\"chicken\" (garlic)")]
    [InlineData("chicken\u0000garlic")]
    [InlineData("{chicken} + ^garlic*")]
    [InlineData("chicken, chicken; garlic!")]
    [InlineData("chicken chicken chicken chicken chicken chicken chicken chicken chicken chicken chicken chicken chicken chicken chicken garlic")]
    public async Task What_is_between_words_means_nothing(string text) => Assert.Equal("Garlic Chicken", NamesIn(await FindAsync(new { text }))[0]);

    [Fact]
    public async Task A_text_that_is_no_unicode_finds_nothing_or_is_an_error()
    {
        var answer = await app.SendAsync(HttpMethod.Post, "", """{"query":"{ searchDishes(text: \"chicken \\uD800\") { totalCount } }"}""", "application/json", "application/json");
        Assert.InRange((int)answer.Status, 200, 499);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_an_error()
    {
        Assert.Empty(NamesIn(await FindAsync(new { text = new string('a', 200) })));
        Assert.Empty(NamesIn(await FindAsync(new { text = string.Concat(Enumerable.Repeat("z ", 100)) })));
        foreach (var length in new[] { 201, 100_000 })
        {
            var answer = await app.Client.SendAsync(Search, new { text = new string('a', length) });
            Assert.Equal("SEARCH_TOO_LONG", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
            Assert.Equal($"'text' has {length} characters where 200 are the most.", answer["errors"]![0]!["message"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_together_are_the_whole_list(int size)
    {
        var whole = NamesIn(await FindAsync(new { text = "chicken" }));
        var (forwards, backwards) = (new List<string>(), new List<string>());
        for (JsonNode? page = null; page is null || page["pageInfo"]!["hasNextPage"]!.GetValue<bool>();)
        {
            page = await FindAsync(new { text = "chicken", first = size, after = page?["pageInfo"]!["endCursor"] });
            Assert.Equal(whole.Count, page["totalCount"]!.GetValue<int>());
            forwards.AddRange(NamesIn(page));
        }

        for (JsonNode? page = null; page is null || page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>();)
        {
            page = await FindAsync(new { text = "chicken", last = size, before = page?["pageInfo"]!["startCursor"] });
            backwards.InsertRange(0, NamesIn(page));
        }

        Assert.Equal(whole, forwards);
        Assert.Equal(whole, backwards);
    }

    [Fact]
    public async Task A_search_is_one_statement_whatever_it_looks_for()
    {
        using var statements = new StatementCounter(app);
        Assert.Equal(2, await statements.OfAsync(Search, new { text = "one statement and the count" }));
        Assert.Equal(1, await statements.OfAsync("{ searchDishes(text: \"one\") { nodes { name category { name } } } }"));
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_an_error()
    {
        var dishes = await app.Client.QueryAsync("{ dishes(order: [{ name: ASC }]) { pageInfo { endCursor } } }");
        var answer = await app.Client.SendAsync(Search, new { text = "chicken", after = dishes["dishes"]!["pageInfo"]!["endCursor"] });
        Assert.Equal("INVALID_CURSOR", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private static List<string> NamesIn(JsonNode page) => [.. page["edges"]!.AsArray().Select(edge => edge!["node"]!["name"]!.GetValue<string>())];

    private async Task<JsonNode> FindAsync(object variables) => (await app.Client.QueryAsync(Search, variables))["searchDishes"]!;

    /// <summary>A restaurant with a small menu.</summary>
    public sealed class Diner() : RestaurantApp(AlwaysOpen)
    {
        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportAsync(MenuFiles.Of(
                Dish("soup", "Soup", "With garlic, and chicken that was soup before.", """{ "de": { "name": "Suppe" } }"""),
                Dish("garlic-chicken", "Garlic Chicken", "Chicken, chicken, chicken."),
                Dish("salad", "Jalapeño Salad", "With chicken if you like."),
                Dish("chicken", "Chicken", "Plain, or with garlic.", """{ "de": { "name": "Hühnchen" } }"""),
                Dish("spicy-chicken", "Spicy Chicken", "With jalapeños."),
                Dish("seven", "Seven", "7 courses."),
                Dish("sushi", "寿司", "")));
        }

        private static JsonObject Dish(string key, string name, string description, string translations = "{}")
        {
            var dish = MenuFiles.Dish(key, name);
            (dish["description"], dish["translations"]) = (description, JsonNode.Parse(translations));
            return dish;
        }
    }
}
