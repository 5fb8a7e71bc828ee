using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>How many SQL statements an operation takes follows from its document alone.</summary>
public sealed class QueryBudgetTests(QueryBudgetTests.ThreeOrders app) : IClassFixture<QueryBudgetTests.ThreeOrders>
{
    [Fact]
    public async Task Each_query_has_its_budget() => Snapshot.Match(await CountsAsync(app, size: 10));

    [Fact]
    public async Task A_page_costs_one_statement()
    {
        using var statements = new StatementCounter(app);
        Assert.Equal(1, await statements.OfAsync("{ dishes(first: 50) { nodes { id name category { name } station { name } } } }"));
    }

    [Fact]
    public async Task A_field_that_a_feature_adds_is_read_by_the_same_statement()
    {
        using var statements = new StatementCounter(app);
        Assert.Equal(1, await statements.OfAsync("""{ dishById(id: "RGlzaDox") { name portionsLeft } }"""));
    }

    [Fact]
    public async Task A_list_in_a_list_costs_one_statement_more()
    {
        using var statements = new StatementCounter(app);
        Assert.Equal(2, await statements.OfAsync("{ dishes(first: 50) { nodes { id modifierGroups { id } } } }"));
        Assert.Equal(3, await statements.OfAsync("{ dishes(first: 50) { nodes { id modifierGroups { id modifiers { id } } } } }"));
    }

    [Fact]
    public async Task A_search_has_the_same_lists_whatever_was_asked_for_before()
    {
        using var statements = new StatementCounter(app);
        Assert.Equal(1, await statements.OfAsync("""{ searchDishes(text: "t") { pageInfo { startCursor } } }"""));
        const string Query = """{ searchDishes(text: "t") { pageInfo { startCursor } nodes { modifierGroups { name } } } }""";
        Assert.Equal(2, await statements.OfAsync(Query));
        Assert.Contains((await app.Client.QueryAsync(Query))["searchDishes"]!["nodes"]!.AsArray(), dish => dish!["modifierGroups"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task A_list_that_nothing_leads_to_costs_nothing()
    {
        using var statements = new StatementCounter(app);
        Assert.Equal(1, await statements.OfAsync("""{ dishes(where: { name: { eq: "Air" } }) { nodes { modifierGroups { modifiers { id } } } } }"""));
    }

    [Fact]
    public async Task What_is_skipped_costs_nothing()
    {
        using var statements = new StatementCounter(app);
        const string Query = "query($whole: Boolean!) { menus { name categories @include(if: $whole) { name dishes { name } } } }";
        Assert.Equal(1, await statements.OfAsync(Query, new { whole = false }));
        Assert.Equal(3, await statements.OfAsync(Query, new { whole = true }));
    }

    [Fact]
    public async Task A_mutation_costs_one_statement_for_its_payload_and_one_for_each_list_in_it()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        using var statements = new StatementCounter(own);
        Assert.Equal(2, await statements.OfAsync(
            "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id lines { dish { name } } } errors { ... on Error { code } } } }", Documents.Margheritas()));
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Neither_more_rows_nor_larger_pages_cost_more_statements()
    {
        var own = new ThreeOrders();
        await own.InitializeAsync();
        var three = await CountsAsync(own, size: 10);
        await own.MultiplyOrdersAsync();
        Assert.Equal(300, (await own.Client.QueryAsync("{ orders { totalCount } }"))["orders"]!["totalCount"]!.GetValue<int>());
        Assert.Equal(three, await CountsAsync(own, size: 10));
        Assert.Equal(three, await CountsAsync(own, size: 50));
        await own.DisposeAsync();
    }

    private static async Task<SortedDictionary<string, int>> CountsAsync(RestaurantApp app, int size)
    {
        using var statements = new StatementCounter(app);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in RepresentativeQueries.All.Keys)
        {
            counts.Add(name, await statements.OfAsync(RepresentativeQueries.Of(name, size)));
        }

        return counts;
    }

    /// <summary>A restaurant with three orders that reads each time: with tickets, modifiers and a history.</summary>
    public sealed class ThreeOrders() : RestaurantApp(AlwaysOpen, "--Reading:Cache=false")
    {
        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var dishes in new long[][] { [Steps.Pizza], [Steps.Pizza, Steps.Fries], [Steps.Fries, Steps.Pizza, Steps.Fries] })
            {
                await this.DoAsync("acceptOrder", await this.PlaceAsync(dishes));
            }

            await this.CookAsync(Ids.Of("Order", 1));
        }
    }
}
