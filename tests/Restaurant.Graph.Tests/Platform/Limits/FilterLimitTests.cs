using System.Net;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Platform.Transport;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Limits;

/// <summary>Filters and orders are counted before anything is built of them, in literals and in variables alike.</summary>
public sealed class FilterLimitTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Name = "{ name: { eq: \"x\" } }";

    [Theory]
    [InlineData("conditions", 200, "conditions in its filters (Limits:MaxFilterConditions)")]
    [InlineData("references", 20, "references and lists in its filters and orders (Limits:MaxFilterNavigations)")]
    [InlineData("levels", 5, "references and lists on the way to one value (Limits:MaxNavigationDepth)")]
    [InlineData("sort keys", 20, "sort keys (Limits:MaxSortKeys)")]
    [InlineData("lists", 60, "lists and connections (Limits:MaxLists)")]
    [InlineData("joins", 30, "references from the rows of one list (Limits:MaxReferences)")]
    public async Task A_limit_is_reached_and_not_exceeded(string what, int limit, string named)
    {
        var allowed = await app.PostAsync(new { query = Document(what, limit) }, Wire.GraphQLResponse);
        Assert.NotEqual("LIMIT_EXCEEDED", allowed.Json["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>());
        var refused = await app.PostAsync(new { query = Document(what, limit + 1) }, Wire.GraphQLResponse);
        Assert.Equal((HttpStatusCode.BadRequest, "LIMIT_EXCEEDED"), (refused.Status, refused.Code));
        Assert.Contains($"more than {limit} {named}", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_counts_wherever_it_is_used()
    {
        const string Query = "query($w: DishFilterInput) { a: dishes(where: $w) { totalCount } b: dishes(where: $w) { totalCount } }";
        Assert.Null((await app.Client.SendAsync(Query, new { w = Conditions(100) }))["errors"]);
        var refused = await app.Client.SendAsync(Query, new { w = Conditions(101) });
        Assert.Equal("LIMIT_EXCEEDED", refused["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_default_of_a_variable_is_a_value_of_the_document()
    {
        var items = string.Concat(Enumerable.Repeat("\"x\" ", 251));
        var refused = await app.Client.SendAsync($"query($w: DishFilterInput = {{ name: {{ in: [{items}] }} }}) {{ dishes(where: $w) {{ totalCount }} }}");
        Assert.Equal("A list has more than 250 items, which are the most.", refused["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_very_many_errors_the_first_hundred_are_told()
    {
        var lines = Enumerable.Repeat(new { dishId = Ids.Dish(999_999), quantity = 0 }, 99);
        var answer = await app.Client.QueryAsync(
            "mutation($input: QuoteOrderInput!) { quoteOrder(input: $input) { errors { ... on Error { message } } } }",
            new { input = new { type = "TAKEAWAY", lines } });
        var errors = answer["quoteOrder"]!["errors"]!.AsArray();
        Assert.Equal(100, errors.Count);
        Assert.EndsWith(" There are 98 more errors.", errors[^1]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static JsonObject Conditions(int count) => new()
    {
        ["or"] = new JsonArray([.. Enumerable.Range(0, count).Select(static _ => new JsonObject { ["name"] = new JsonObject { ["eq"] = "x" } })]),
    };

    private static string Document(string what, int count) => what switch
    {
        "conditions" => $"{{ dishes(where: {{ or: [{Repeat(count, Name)}] }}) {{ totalCount }} }}",
        "references" => $"{{ dishes(where: {{ or: [{Repeat(count, $"{{ station: {Name} }}")}] }}) {{ totalCount }} }}",
        "levels" => $"{{ visits(where: {Nested(count, "{ mergedInto: INNER }", "{ version: { gt: 1 } }")}) {{ totalCount }} }}",
        "sort keys" => $"{{ dishes(order: [{Repeat(count, "{ name: ASC }")}]) {{ totalCount }} }}",
        "lists" => $"{{ {string.Concat(Enumerable.Range(0, count).Select(static number => $"a{number}: menus {{ id }} "))} }}",
        _ => $"{{ visits {{ nodes {{ {string.Concat(Enumerable.Range(0, count).Select(static number => $"a{number}: table {{ code }} "))} }} }} }}",
    };

    private static string Repeat(int count, string text) => string.Join(", ", Enumerable.Repeat(text, count));

    private static string Nested(int levels, string level, string innermost) =>
        levels == 0 ? innermost : level.Replace("INNER", Nested(levels - 1, level, innermost), StringComparison.Ordinal);
}
