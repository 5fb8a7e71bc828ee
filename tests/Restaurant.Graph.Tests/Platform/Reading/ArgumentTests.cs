using System.Text.Json;
using Restaurant.Graph.Tests.Platform.Reading.Oracle;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>One document with one set of variables after the other, as plans answer it and as resolvers do.</summary>
[Collection(nameof(TwoRestaurants))]
public sealed class ArgumentTests(TwoRestaurants restaurants)
{
    private const string Dishes = """
        query($first: Int, $last: Int, $after: String, $before: String, $where: DishFilterInput, $order: [DishSortInput!]) {
          dishes(first: $first, last: $last, after: $after, before: $before, where: $where, order: $order) {
            totalCount edges { cursor node { id name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
        """;

    private static readonly string[] Hostile =
    [
        "'", "''", "\"", "\\", "%", "_", "\\%", "100%_sure", "'; DROP TABLE Dishes; --", "\u0000", "a\u0000b", "\u0001slot 0\u0001", "\u0001slot 1\u0001", "\ud83c\udf82", "\ud83c", "e\u0301",
        "\u2028", "@p", "$p", "?1", ":p", "{0}", "null", "[]", "*", "?", "[a-z]", "", " ", new('x', 10_000), "7700000000000000", "<script>",
    ];

    private static readonly string[] AllConditions =
    [
        "{}", """{"where":null}""", """{"where":{}}""", """{"where":{"name":null}}""", """{"where":{"name":{}}}""", """{"where":{"name":{"eq":null}}}""",
        """{"where":{"name":{"neq":null}}}""", """{"where":{"name":{"eq":"Margherita"}}}""", """{"where":{"name":{"eq":"Espresso"}}}""", """{"where":{"isAvailable":{"eq":true}}}""",
        """{"where":{"isAvailable":{"eq":false}}}""", """{"where":{"isAvailable":{"eq":null}}}""", """{"where":{"isAvailable":{"neq":true}}}""", """{"where":{"name":{"in":[]}}}""",
        """{"where":{"name":{"nin":[]}}}""", """{"where":{"name":{"in":[null]}}}""", """{"where":{"name":{"nin":[null]}}}""", """{"where":{"name":{"in":["Espresso",null]}}}""",
        """{"where":{"name":{"nin":["Espresso",null]}}}""", """{"where":{"name":{"in":["Espresso"]}}}""", """{"where":{"name":{"in":["Espresso","Americano","Espresso"]}}}""",
        """{"where":{"name":{"in":null}}}""", """{"where":{"allergens":{"some":{"in":[]}}}}""", """{"where":{"allergens":{"some":{"in":["NUTS"]}}}}""", """{"where":{"allergens":{"all":{"in":["NUTS",null]}}}}""",
        """{"where":{"allergens":{"none":{"eq":"MILK"}}}}""", """{"where":{"allergens":{"any":true}}}""", """{"where":{"allergens":{"any":false}}}""", """{"where":{"allergens":{"any":null}}}""",
        """{"where":{"price":{"minorUnits":{"gt":7700000000000000}}}}""", """{"where":{"price":{"minorUnits":{"gt":-9223372036854775808,"lt":9223372036854775807}}}}""", """{"where":{"price":{"amount":{"gte":12.5}}}}""",
        """{"where":{"price":{"amount":{"gte":12.50}}}}""", """{"where":{"price":{"amount":{"eq":12.505}}}}""", """{"where":{"preparationMinutes":{"in":[5,null,1970000000]}}}""", """{"where":{"id":{"in":[]}}}""",
        """{"where":{"id":{"in":["RGlzaDox","RGlzaDoy",null]}}}""", """{"where":{"id":{"eq":null}}}""", """{"where":{"or":[]}}""", """{"where":{"and":[]}}""", """{"where":{"or":[{"name":{"eq":"Espresso"}},{}]}}""",
        """{"where":{"category":null}}""", """{"where":{"category":{"name":{"eq":null}}}}""", """{"where":{"category":{"menus":{"any":false}}}}""",
    ];

    public static TheoryData<string> Where => [.. AllConditions];

    public static TheoryData<string> Pages { get; } = new(
        """{"first":5}""", """{"first":0}""", """{"last":0}""", """{"first":50}""", """{"first":null}""", """{"last":null}""", """{"first":5,"order":[]}""", """{"first":5,"order":null}""",
        """{"last":5,"order":[{"name":"DESC"}]}""", """{"first":5,"order":[{"price":{"amount":"DESC"}},{"name":"ASC"}]}""", """{"first":5,"order":[{"name":"ASC","price":{"minorUnits":"ASC"}}]}""",
        """{"first":5,"order":[{"isAvailable":"ASC","id":"DESC"}]}""", """{"first":5,"order":[{"category":{"name":"ASC"}}]}""", """{"last":5,"order":[{"category":{"description":"DESC"}},{"name":null}]}""",
        """{"first":5,"where":{"isAvailable":{"eq":false}},"order":[{"name":"ASC"}]}""");

    [Theory]
    [MemberData(nameof(Where))]
    public Task A_condition_in_a_variable_means_the_same(string variables) => AssertSameAsync(Dishes, variables);

    [Fact]
    public async Task One_document_takes_all_conditions_one_after_the_other_and_again()
    {
        // The comment makes the document one that no other test has sent.
        var query = "# again\n" + Dishes;
        foreach (var variables in AllConditions.Concat(Enumerable.Reverse(AllConditions)))
        {
            await AssertSameAsync(query, variables);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task From_any_page_one_gets_to_the_same_pages_ahead_and_behind(string variables)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, object?>>(variables)!;
        var page = await AssertSameAsync(Dishes, variables);
        var info = page.GetProperty("pageInfo");
        foreach (var (cursor, end) in new[] { ("after", "endCursor"), ("before", "startCursor"), ("before", "endCursor") })
        {
            given["after"] = given["before"] = null;
            given[cursor] = info.GetProperty(end).GetString();
            await AssertSameAsync(Dishes, JsonSerializer.Serialize(given));
            foreach (var (size, other) in new[] { ("first", "last"), ("last", "first") })
            {
                var turned = new Dictionary<string, object?>(given, StringComparer.Ordinal) { [size] = 3, [other] = null };
                await AssertSameAsync(Dishes, JsonSerializer.Serialize(turned));
            }
        }
    }

    [Theory]
    [InlineData("note: ASC")]
    [InlineData("note: DESC")]
    [InlineData("reason: ASC }, { note: DESC")]
    [InlineData("table: { code: ASC }")]
    [InlineData("table: { seats: DESC } }, { type: ASC")]
    public async Task Every_cursor_leads_on_although_what_it_sorts_by_is_null(string order)
    {
        var query = $"query($first: Int, $last: Int, $after: String, $before: String) {{ orders(first: $first, last: $last, after: $after, before: $before, order: [{{ {order} }}]) "
            + "{ totalCount edges { cursor node { id note reason table { code seats } } } pageInfo { hasNextPage hasPreviousPage } } }";
        var all = await AssertSameAsync(query, """{"first":50}""", "orders");
        string[] cursors = [.. all.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("cursor").GetString()!)];
        Assert.Equal(45, cursors.Length);
        foreach (var (index, cursor) in cursors.Index())
        {
            var after = await AssertSameAsync(query, JsonSerializer.Serialize(new { first = 2, after = cursor }), "orders");
            Assert.Equal(cursors[(index + 1)..].Take(2), CursorsOf(after));
            var before = await AssertSameAsync(query, JsonSerializer.Serialize(new { last = 2, before = cursor }), "orders");
            Assert.Equal(cursors[..index].TakeLast(2), CursorsOf(before));
        }
    }

    [Theory]
    [InlineData("eq")]
    [InlineData("neq")]
    [InlineData("contains")]
    [InlineData("ncontains")]
    [InlineData("startsWith")]
    [InlineData("endsWith")]
    [InlineData("in")]
    [InlineData("nin")]
    public async Task A_hostile_text_is_only_a_text(string operation)
    {
        const string Query = "query($where: OrderFilterInput) { orders(first: 50, where: $where) { totalCount nodes { id note } } }";
        foreach (var text in Hostile)
        {
            object operand = operation.EndsWith("in", StringComparison.Ordinal) && operation.Length < 4 ? new[] { text, "another" } : text;
            var variables = new { where = new Dictionary<string, object>(StringComparer.Ordinal) { ["note"] = new Dictionary<string, object>(StringComparer.Ordinal) { [operation] = operand } } };
            await AssertSameAsync(Query, JsonSerializer.Serialize(variables), "orders");
        }
    }

    private static IEnumerable<string> CursorsOf(JsonElement connection) => connection.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("cursor").GetString()!);

    private async Task<JsonElement> AssertSameAsync(string query, string variables, string field = "dishes")
    {
        var (resolved, planned) = await restaurants.AskAsync(new Request(query, null, variables, ByGet: false, "application/json"));
        Assert.True(resolved == planned, $"{query}\n{variables}\nresolved: {resolved}\nplanned:  {planned}");
        var body = JsonDocument.Parse(planned[(planned.IndexOf('\n', StringComparison.Ordinal) + 1)..]).RootElement;
        return body.GetProperty("data") is { ValueKind: JsonValueKind.Object } data ? data.GetProperty(field) : default;
    }
}
