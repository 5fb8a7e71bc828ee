using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Limits;

/// <summary>What an operation costs is reckoned from what it asks for, and one that costs too much is not executed.</summary>
public sealed class CostTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("{ restaurant { name } }", 1)]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ dishes { nodes { id name price { amount } } } }", 11)]
    [InlineData("{ dishes(first: 50) { nodes { id } } }", 51)]
    [InlineData("{ dishes(last: 7) { edges { cursor node { category { name } } } } }", 22)]
    [InlineData("{ dishes(first: 5) { totalCount nodes { id } } }", 16)]
    [InlineData("{ dishes(first: 5) { nodes { station { name } modifierGroups { modifiers { name } } } } }", 116)]
    [InlineData("{ menus { categories { dishes { name } } } }", 644)]
    [InlineData("{ a: restaurant { name } b: restaurant { name } }", 2)]
    [InlineData("{ restaurant @skip(if: true) { name } }", 0)]
    [InlineData("""{ nodes(ids: ["RGlzaDox", "RGlzaDoy"]) { id ... on Dish { category { name } } } }""", 4)]
    [InlineData("{ __schema { types { name } } }", 500)]
    [InlineData("""{ dishes(first: 1, where: { name: { eq: "x", contains: "y" } }) { nodes { id } } }""", 4)]
    [InlineData("""{ dishes(first: 1, where: { category: { name: { eq: "x" } } }) { nodes { id } } }""", 4)]
    [InlineData("""{ dishes(first: 1, where: { category: { dishes: { some: { name: { eq: "x" } } } } }) { nodes { id } } }""", 33)]
    [InlineData("{ dishes(first: 1, order: [{ name: ASC, category: { name: ASC } }]) { nodes { id } } }", 5)]
    public async Task It_costs_what_the_schema_says(string query, int cost) => Assert.Equal(cost, await CostOfAsync(app.Client, query));

    [Theory]
    [InlineData(3, 4)]
    [InlineData(50, 51)]
    [InlineData(null, 11)]
    public async Task A_known_document_costs_what_its_variables_ask_for(int? first, int cost)
    {
        const string Query = "query($first: Int) { dishes(first: $first) { nodes { id } } }";
        Assert.Equal(6, await CostOfAsync(app.Client, Query, new { first = 5 }));
        Assert.Equal(cost, await CostOfAsync(app.Client, Query, new { first }));
    }

    [Theory]
    [InlineData("Literal", "{ orders(first: 50) { nodes { history(first: 50) { nodes { order { lines { dish { name } } } } } } } }", null)]
    [InlineData("Variable", "query($first: Int) { orders(first: $first) { nodes { history(first: $first) { nodes { order { lines { dish { name } } } } } } } }", 50)]
    public async Task What_costs_too_much_is_not_executed(string kind, string query, int? first)
    {
        await using var strict = await RestaurantApp.OpenAsync("--Limits:MaxCost=20000");
        await strict.Client.SendAsync(query, new { first = 1 });
        Snapshot.Match(await strict.Client.SnapshotAsync(query, new { first }), SnapshotNameExtension.Create(kind));
    }

    [Fact]
    public async Task What_costs_too_much_is_no_fault_of_the_server()
    {
        var log = new LogLines();
        await using var strict = await RestaurantApp.OpenAsync(services => services.AddSingleton<ILoggerProvider>(log), "--Limits:MaxCost=100");
        Assert.Equal("COST_EXCEEDED", (await strict.Client.SendAsync("{ menus { categories { dishes { name } } } }"))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.DoesNotContain(log.Lines, line => line.Contains("CostError", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_costs_less_than_is_allowed()
    {
        await using var strict = await RestaurantApp.OpenAsync("--Limits:MaxCost=20000");
        Assert.InRange(await CostOfAsync(strict.Client, Reading.RepresentativeQueries.Of("MenusWhole")), 1_000, 20_000);
    }

    [Fact]
    public async Task Whoever_asks_for_too_much_in_a_minute_has_to_wait_and_nobody_else()
    {
        await using var strict = await RestaurantApp.OpenAsync("--Limits:MaxCost=100", "--Limits:CostPerMinute=3600", "--Limits:AnonymousCostPerMinute=1800");
        using var waiter = strict.As(Tokens.Of(Roles.Waiter, name: "Bob"));
        using var cook = strict.As(Tokens.Of(Roles.Cook, name: "Ada"));
        using var nobody = strict.As(null);
        const string Query = "{ dishes(first: 50) { nodes { id } } }";
        foreach (var client in new[] { waiter, nobody })
        {
            await AssertServedUntilTheBudgetIsSpentAsync(client, Query);
        }

        Assert.NotNull((await cook.SendAsync(Query))["data"]);
    }

    private static async Task AssertServedUntilTheBudgetIsSpentAsync(GraphQLClient client, string query)
    {
        const int MaxRequests = 20;
        Assert.NotNull((await client.SendAsync(query))["data"]);
        for (var request = 0; request < MaxRequests; request++)
        {
            using var response = await client.Http.PostAsJsonAsync(client.Endpoint, new { query });
            if (response.StatusCode == HttpStatusCode.OK)
            {
                continue;
            }

            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
            Assert.Equal("RATE_LIMITED", answer!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
            return;
        }

        Assert.Fail("The budget was never spent.");
    }

    private static async Task<int> CostOfAsync(GraphQLClient client, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, client.Endpoint) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("GraphQL-Cost", "report");
        using var response = await client.Http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        Assert.True(answer!["errors"] is null, answer.ToJsonString());
        return int.Parse(answer["extensions"]!["operationCost"]!["cost"]!.ToString(), CultureInfo.InvariantCulture);
    }
}
