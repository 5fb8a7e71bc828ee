using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>What may not be seen is gone, wherever a selection leads, whether plans read it or resolvers.</summary>
public sealed class VisibilityTests(HidingRestaurants restaurants) : IClassFixture<HidingRestaurants>
{
    private static readonly string Hidden = Ids.Dish(HidingRestaurants.Dish);
    private static readonly string Missing = Ids.Dish(999_999);

    public static TheoryData<string> OneById { get; } = new(
        "query($id: ID!) { dishById(id: $id) { id name } }",
        "query($id: ID!) { node(id: $id) { id __typename } }",
        "query($id: ID!) { nodes(ids: [$id]) { id } }",
        "query($id: ID!) { dishes(where: { id: { eq: $id } }) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }",
        "query($id: ID!) { dishes(where: { id: { in: [$id] } }) { totalCount } }",
        "query($id: ID!) { a: dishById(id: $id) { ... on Dish { category { dishes { id } } } } }");

    [Theory]
    [MemberData(nameof(OneById))]
    public async Task What_is_hidden_is_answered_as_what_is_not_there(string query)
    {
        var missing = await restaurants.Planned.PostAsync(new { query, variables = new { id = Missing } });
        Assert.DoesNotContain("errors", missing.Body, StringComparison.Ordinal);
        Assert.Equal(missing, await restaurants.Planned.PostAsync(new { query, variables = new { id = Hidden } }));
        Assert.Equal(missing, await restaurants.Resolved.PostAsync(new { query, variables = new { id = Hidden } }));
        Assert.Equal(missing, await restaurants.Resolved.PostAsync(new { query, variables = new { id = Missing } }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Among_others_a_hidden_row_is_null_where_it_was_asked_for(bool plans)
    {
        var nodes = (await restaurants[plans].Client.QueryAsync(
        "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { Ids.Dish(1), Hidden, restaurants.HiddenOrder, Missing, Ids.Dish(3) } }))["nodes"]!;
        Assert.Equal([Ids.Dish(1), null, null, null, Ids.Dish(3)], nodes.AsArray().Select(node => node?["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_has_it_neither_on_a_page_nor_in_its_count(bool plans)
    {
        var dishes = (await restaurants[plans].Client.QueryAsync(
            "{ dishes(first: 3, order: [{ id: ASC }]) { totalCount nodes { id } edges { node { id } } pageInfo { hasNextPage } } }"))["dishes"]!;
        Assert.Equal(235, dishes["totalCount"]!.GetValue<int>());
        string[] expected = [Ids.Dish(1), Ids.Dish(3), Ids.Dish(4)];
        Assert.Equal(expected, IdsOf(dishes["nodes"]!));
        Assert.Equal(expected, dishes["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_in_a_list_is_without_it(bool plans)
    {
        var menus = (await restaurants[plans].Client.QueryAsync("{ menus { categories { name dishes { id } } } }"))["menus"]!.AsArray();
        var categories = menus.SelectMany(menu => menu!["categories"]!.AsArray()).ToList();
        var pizzas = categories.First(category => category!["name"]!.GetValue<string>() == "Wood-Oven Pizza")!["dishes"]!;
        Assert.Equal(12, pizzas.AsArray().Count);
        Assert.DoesNotContain(Hidden, IdsOf(pizzas));
        Assert.DoesNotContain("Soups", categories.Select(category => category!["name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reference_that_may_be_null_is_null(bool plans)
    {
        var dish = (await restaurants[plans].Client.QueryAsync(
        "query($id: ID!) { dishById(id: $id) { id category { id name menus { name } dishes { id } } } }",
            new { id = Ids.Dish(HidingRestaurants.DishOfHiddenCategory) }))["dishById"]!;
        Assert.Equal($$"""{"id":"{{Ids.Dish(HidingRestaurants.DishOfHiddenCategory)}}","category":null}""", dish.ToJsonString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Orders_and_their_lines_are_hidden_like_the_menu(bool plans)
    {
        var orders = (await restaurants[plans].Client.QueryAsync("{ orders(first: 2) { nodes { id lines { quantity } } } }"))["orders"]!["nodes"]!;
        Assert.Equal([restaurants.OrderWithHiddenLine, restaurants.OrderOfHiddenDish], IdsOf(orders));
        Assert.Equal("""[{"quantity":1}]""", orders[0]!["lines"]!.ToJsonString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_of_a_row_has_it_neither_on_a_page_nor_in_its_count(bool plans)
    {
        var order = (await restaurants[plans].Client.QueryAsync(
        "query($id: ID!) { orderById(id: $id) { version history { totalCount nodes { status } edges { node { version } } pageInfo { hasNextPage } } } }",
            new { id = restaurants.OrderWithHiddenLine }))["orderById"]!;
        Assert.Equal(
            """{"version":2,"history":{"totalCount":1,"nodes":[{"status":"PLACED"}],"edges":[{"node":{"version":1}}],"pageInfo":{"hasNextPage":false}}}""",
            order.ToJsonString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_a_size_has_as_many_rows_as_if_the_hidden_ones_were_not_there(bool plans)
    {
        var menu = await restaurants[plans].Client.QueryAsync("{ dishes(last: 50) { nodes { id } } }");
        Assert.Equal(50, menu["dishes"]!["nodes"]!.AsArray().Count);
        var first = await restaurants[plans].Client.QueryAsync("{ dishes(first: 1) { nodes { id } pageInfo { endCursor } } }");
        var second = await restaurants[plans].Client.QueryAsync(
            "query($after: String) { dishes(first: 1, after: $after) { nodes { id } } }", new { after = first["dishes"]!["pageInfo"]!["endCursor"]!.GetValue<string>() });
        Assert.Equal([Ids.Dish(3)], IdsOf(second["dishes"]!["nodes"]!));
    }

    private static IEnumerable<string> IdsOf(JsonNode nodes) => nodes.AsArray().Select(node => node!["id"]!.GetValue<string>());
}
