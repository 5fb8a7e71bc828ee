using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Text to look for is data: no character of it means anything but itself.</summary>
public sealed class DishFilterTextTests(DishFilterTextTests.OddNames app) : IClassFixture<DishFilterTextTests.OddNames>
{
    private static readonly string[] Names =
    [
        "100% Rye", "100 Rye", "Under_score", "UnderXscore", "It's \"quoted\"", "back\\slash", "[brackets]", "{braces}", "*star?*", "Ärger", "ärger",
        "Emoji 🍕", "Σίσυφος", "a", "A", "ab", "line\nbreak", "tab\there", " spaced ", "'; DROP TABLE Dishes; --", "cafe\u0301", "café", "$value",
    ];

    private static readonly string[] Parts =
    [
        "", "%", "_", "\\", "'", "\"", "[", "]", "*", "?", "--", ";", "\n", "\t", " ", "🍕", "ä", "Ä", "e\u0301", "é", "ς", "Σ", "Rye", "rye", "100_", "1%e",
        "\0", "1\0", "a\0", "\0Rye", "\uFFFD", "' OR 1=1 --", "\" OR \"\"=\"", "$",
    ];

    private static readonly Dictionary<string, Func<string, string, bool>> Operations = new(StringComparer.Ordinal)
    {
        ["eq"] = static (name, text) => name == text,
        ["neq"] = static (name, text) => name != text,
        ["contains"] = static (name, text) => name.Contains(text, StringComparison.Ordinal),
        ["ncontains"] = static (name, text) => !name.Contains(text, StringComparison.Ordinal),
        ["startsWith"] = static (name, text) => name.StartsWith(text, StringComparison.Ordinal),
        ["nstartsWith"] = static (name, text) => !name.StartsWith(text, StringComparison.Ordinal),
        ["endsWith"] = static (name, text) => name.EndsWith(text, StringComparison.Ordinal),
        ["nendsWith"] = static (name, text) => !name.EndsWith(text, StringComparison.Ordinal),
    };

    public static TheoryData<string> AllOperations => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(AllOperations))]
    public async Task No_character_means_anything_but_itself(string operation)
    {
        var wrong = new List<string>();
        foreach (var text in Names.Concat(Parts))
        {
            var found = await app.Client.QueryAsync(
                $"query($text: String) {{ dishes(first: 50, where: {{ name: {{ {operation}: $text }} }}) {{ nodes {{ name }} }} }}", new { text });
            var names = found["dishes"]!["nodes"]!.AsArray().Select(node => node!["name"]!.GetValue<string>());
            if (!Names.Where(name => Operations[operation](name, text)).SequenceEqual(names, StringComparer.Ordinal))
            {
                wrong.Add($"'{text.Replace("\0", "NUL", StringComparison.Ordinal)}' finds: {string.Join(" | ", names)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("in", "[\"100% Rye\", \"It's \\\"quoted\\\"\", null, \"nothing\"]", 2)]
    [InlineData("nin", "[\"100% Rye\", \"It's \\\"quoted\\\"\", null, \"nothing\"]", 21)]
    [InlineData("and", "[{ contains: \"Rye\" }, { contains: \"%\" }]", 1)]
    [InlineData("and", "[]", 23)]
    [InlineData("or", "[{ startsWith: \"100\" }, { endsWith: \"slash\" }]", 3)]
    [InlineData("or", "[{ and: [{ contains: \"Rye\" }, { ncontains: \"%\" }] }, { or: [{ eq: \"a\" }, { eq: \"A\" }] }]", 3)]
    [InlineData("and", "[{ neq: null }, { nin: [] }]", 23)]
    public async Task Lists_of_operands_are_put_together(string operation, string operands, int count) => Assert.Equal(count, (await app.Client.QueryAsync(
        $"{{ dishes(where: {{ name: {{ {operation}: {operands} }} }}) {{ totalCount }} }}"))["dishes"]!["totalCount"]!.GetValue<int>());

    /// <summary>A restaurant with dishes that nobody would order.</summary>
    public sealed class OddNames : RestaurantApp
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportAsync(MenuFiles.Of(Names.Index().Select(dish => MenuFiles.Dish($"dish-{dish.Index}", dish.Item))));
        }
    }
}
