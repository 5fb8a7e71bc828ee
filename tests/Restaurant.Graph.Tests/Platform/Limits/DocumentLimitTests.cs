using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Restaurant.Graph.Tests.Platform.Transport;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Limits;

/// <summary>A document that would be a burden is refused before it is one: at once, with 400, and by name.</summary>
public sealed class DocumentLimitTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Burdens =>
    [
        "tokens", "fields", "fragments", "a chain of fragments", "spreads", "fragments that double", "a short chain of fragments", "levels", "levels through fragments", "aliases", "directives",
        "mutations", "the same again and again", "the same through fragments", "the same through fragments of fragments", "the same below the same", "lists in lists", "objects in objects", "a long list", "introspection in circles",
        "levels of a field that there is not", "numbers", "a deep type",
    ];

    [Theory]
    [MemberData(nameof(Burdens))]
    public async Task A_burden_is_refused_at_once(string burden)
    {
        var watch = Stopwatch.StartNew();
        using var response = await app.Client.Http.SendAsync(Request(new { query = Document(burden) }));
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(CodeIn(body), (string[])["LIMIT_EXCEEDED", "DOCUMENT_TOO_DEEP"]);
        Assert.True(watch.Elapsed < AtOnce, $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("fields", 1)]
    [InlineData("same keys", 1)]
    [InlineData("fragments", 1)]
    [InlineData("aliases", 1)]
    public async Task The_most_that_is_let_in_is_no_burden(string kind, int times)
    {
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < times; time++)
        {
            using var response = await app.Client.Http.SendAsync(Request(new { query = Allowed(kind) }));
            Assert.DoesNotContain("LIMIT_EXCEEDED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.True(watch.Elapsed < AtOnce * times, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Variables_that_are_a_burden_are_refused()
    {
        var deep = JsonDocument.Parse(string.Concat(Enumerable.Repeat("{\"or\":[", 12)) + "{}" + string.Concat(Enumerable.Repeat("]}", 12))).RootElement;
        foreach (var where in new object[] { deep, new { id = new { @in = Enumerable.Repeat(Ids.Dish(1), 251) } } })
        {
            using var response = await app.Client.Http.SendAsync(
                Request(new { query = "query($where: DishFilterInput) { dishes(where: $where) { totalCount } }", variables = new { where } }));
            Assert.Equal((HttpStatusCode.BadRequest, "LIMIT_EXCEEDED"), (response.StatusCode, CodeIn(await response.Content.ReadAsStringAsync())));
        }
    }

    [Fact]
    public async Task Of_many_faults_five_are_told()
    {
        var answer = await app.Client.SendAsync($"{{ {string.Join(' ', Enumerable.Range(0, 50).Select(number => $"unknown{number}"))} }}");
        Assert.Equal(5, answer["errors"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_fault_is_told_of_in_few_words_whatever_it_is_about()
    {
        using var response = await app.Client.Http.SendAsync(Request(new { query = $"{{ {new string('a', 500_000)} }}" }));
        Assert.InRange((await response.Content.ReadAsStringAsync()).Length, 1, 5_000);
    }

    private static string? CodeIn(string body) => JsonDocument.Parse(body).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private HttpRequestMessage Request(object body) => new(HttpMethod.Post, app.Endpoint)
    {
        Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
        Headers = { Accept = { new(Wire.GraphQLResponse) } },
    };

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Nested(int levels, string open, string inner, string close) => Repeat(levels, _ => open) + inner + Repeat(levels, _ => close);

    private static string Document(string burden) => burden switch
    {
        "tokens" => $"{{ restaurant {{ {Repeat(6_000, _ => "name ")} }} }}",
        "fields" => $"{{ {Repeat(40, a => $"a{a}: restaurant {{ {Repeat(26, _ => "name ")} }} ")} }}",
        "fragments" => "{ __typename }" + Repeat(101, number => $" fragment F{number} on Restaurant {{ name }}"),
        "a chain of fragments" => "{ ...F0 }" + Repeat(2_000, number => $" fragment F{number} on Query {{ ...F{number + 1} }}") + " fragment F2000 on Query { __typename }",
        "a short chain of fragments" => "{ restaurant { ...F0 } }" + Repeat(99, number => $" fragment F{number} on Restaurant {{ name ...F{number + 1} }}") + " fragment F99 on Restaurant { name }",
        "spreads" => $"{{ {Repeat(301, _ => "...F ")} }} fragment F on Query {{ __typename }}",
        "fragments that double" => "{ ...F0 }" + Repeat(40, number => $" fragment F{number} on Query {{ ...F{number + 1} ...F{number + 1} }}") + " fragment F40 on Query { __typename }",
        "levels" => Nested(25, "{ category { dishes ", "{ name }", " } }"),
        "levels through fragments" => "{ dishes { nodes { ...F0 } } }" + Repeat(12, number => $" fragment F{number} on Dish {{ category {{ dishes {{ ...F{number + 1} }} }} }}") + " fragment F12 on Dish { name }",
        "aliases" => $"{{ {Repeat(101, number => $"a{number}: __typename ")} }}",
        "directives" => $"{{ restaurant {{ name {Repeat(101, _ => "@include(if: true) ")} }} }}",
        "mutations" => $"mutation {{ {Repeat(11, number => $"a{number}: startVisit(input: {{}}) {{ accessToken {{ token }} }} ")} }}",
        "the same again and again" => $"{{ restaurant {{ {Repeat(51, _ => "name ")} }} }}",
        "the same through fragments" => $"{{ restaurant {{ {Repeat(30, number => $"...F{number} ")} }} }}" + Repeat(30, number => $" fragment F{number} on Restaurant {{ name name }}"),
        "the same through fragments of fragments" => $"{{ restaurant {{ {Repeat(30, number => $"...F{number} ")} }} }}" + Repeat(30, number => $" fragment F{number} on Restaurant {{ ...G{number} }} fragment G{number} on Restaurant {{ name name }}"),
        "the same below the same" => $"{{ {Repeat(30, _ => "dishes { nodes { name name } } ")} }}",
        "lists in lists" => $"{{ nodes(ids: {Nested(30, "[", "1", "]")}) {{ id }} }}",
        "objects in objects" => $"{{ dishes(where: {Nested(60, "{ and: ", "{}", " }")}) {{ totalCount }} }}",
        "a long list" => $"{{ nodes(ids: [{Repeat(251, _ => "\"RGlzaDox\" ")}]) {{ id }} }}",
        "introspection in circles" => $"{{ __schema {{ types {{ {Nested(4, "fields { type { ", "name", " } }")} }} }} }}",
        "levels of a field that there is not" => Nested(50_000, "{ a ", "{ a }", " }"),
        "numbers" => $"{{ dishes(first: {Repeat(5_001, _ => "1 ")}) {{ totalCount }} }}",
        _ => $"query($a: {Nested(50_000, "[", "Int", "]")}) {{ __typename }}",
    };

    private static string Allowed(string kind) => kind switch
    {
        "fields" => $"{{ {Repeat(30, number => $"a{number}: restaurant {{ {Repeat(30, _ => "name ")} }} ")} }}",
        "same keys" => $"{{ {Repeat(20, _ => $"dishes {{ nodes {{ {Repeat(2, _ => "name ")} }} }} ")} }}",
        "fragments" => $"{{ restaurant {{ {Repeat(20, number => $"...F{number} ")} }} }}" + Repeat(20, number => $" fragment F{number} on Restaurant {{ name ...F{number + 1} }}") + " fragment F20 on Restaurant { name }",
        _ => $"{{ {Repeat(100, number => $"a{number}: restaurant {{ name }} ")} }}",
    };
}
