using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle;

/// <summary>What generated documents hardly ever ask for: searches that find something, and all texts in both languages.</summary>
[Collection(nameof(TwoRestaurants))]
public sealed class WordsOracleTests(TwoRestaurants restaurants)
{
    [Theory]
    [InlineData("chicken")]
    [InlineData("pizza mar")]
    [InlineData("basilikum")]
    [InlineData("s")]
    [InlineData("")]
    public async Task Plans_find_what_resolvers_do(string text)
    {
        foreach (var page in new[] { "first: 3", "last: 2", "first: 0", "first: 50", "first: 2, after: \"WyJQb3NpdGlvbixJZCIsMjMsNjFd\"", "last: 4, before: \"WyJQb3NpdGlvbixJZCIsMTAyMywxMDBd\"" })
        {
            await CompareAsync($$"""
                { searchDishes(text: "{{text}}", {{page}}) { totalCount edges { cursor node { id name description category { name } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
                """);
        }
    }

    [Fact]
    public Task Plans_translate_what_resolvers_do() => CompareAsync("""
        {
          menus { name description categories { name description dishes { name description modifierGroups { name modifiers { name } } } } }
          orders { nodes { lines { dishName dish { name category { description } } modifiers { name modifier { name } } } } }
        }
        """);

    private async Task CompareAsync(string query)
    {
        List<string> answers = [];
        foreach (var language in new[] { "en", "de" })
        {
            var (resolved, planned) = await restaurants.AskAsync(new Request(query, OperationName: null, "{}", ByGet: true, "application/json", language));
            Assert.Equal(resolved, planned);
            Assert.DoesNotContain("\"errors\"", planned, StringComparison.Ordinal);
            answers.Add(planned);
        }

        Assert.NotEqual(answers[0], answers[1]);
    }
}
