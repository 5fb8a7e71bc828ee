using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;
using Snapshooter;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Menu;

public sealed class DishPageTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData("Default", "")]
    [InlineData("Empty", "(first: 0)")]
    [InlineData("EmptyFromTheEnd", "(last: 0)")]
    [InlineData("Filtered", "(first: 2, where: { price: { minorUnits: { gt: 4000 } } }, order: [{ price: { minorUnits: DESC } }])")]
    [InlineData("NothingFound", "(where: { name: { eq: \"Air\" } })")]
    public async Task A_page_tells_where_it_lies(string kind, string arguments) => Snapshot.Match(
        await app.Client.SnapshotAsync(
            $"{{ dishes{arguments} {{ totalCount edges {{ node {{ name }} }} nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage }} }} }}"),
        SnapshotNameExtension.Create(kind));

    [Theory]
    [InlineData(5)]
    [InlineData(1)]
    [InlineData(0)]
    public async Task The_cursors_of_a_page_are_those_of_its_first_and_last_item(int size)
    {
        var page = (await app.Client.QueryAsync($"{{ dishes(first: {size}) {{ edges {{ cursor }} pageInfo {{ startCursor endCursor }} }} }}"))["dishes"]!;
        var cursors = page["edges"]!.AsArray().Select(edge => edge!["cursor"]!.GetValue<string>()).ToList();
        Assert.Equal(size, cursors.Distinct().Count());
        Assert.Equal(cursors.FirstOrDefault(), page["pageInfo"]!["startCursor"]?.GetValue<string>());
        Assert.Equal(cursors.LastOrDefault(), page["pageInfo"]!["endCursor"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("TooMany", "first: 51")]
    [InlineData("TooManyFromTheEnd", "last: 1000000")]
    [InlineData("Negative", "first: -1")]
    [InlineData("NegativeFromTheEnd", "last: -2147483648")]
    [InlineData("BothEnds", "first: 5, last: 5")]
    [InlineData("Garbage", "first: 5, after: \"garbage\"")]
    [InlineData("EmptyCursor", "last: 5, before: \"\"")]
    public async Task A_page_that_cannot_be_is_an_error(string kind, string arguments) => Snapshot.Match(
        await app.Client.SnapshotAsync($"{{ dishes({arguments}) {{ nodes {{ id }} }} }}"), SnapshotNameExtension.Create(kind));

    [Fact]
    public async Task A_cursor_of_another_order_is_an_error() => Snapshot.Match(await app.Client.SnapshotAsync(
        "query($after: String) { dishes(after: $after, order: [{ name: DESC }]) { nodes { id } } }", new { after = await CursorAsync("[{ name: ASC }]") }));

    [Theory]
    [InlineData("[]")]
    [InlineData("[{ name: ASC }]")]
    [InlineData("[{ category: { id: ASC } }]")]
    [InlineData("[{ price: { minorUnits: ASC } }]")]
    [InlineData("[{ isAvailable: ASC }]")]
    public async Task A_forged_cursor_is_an_error(string order)
    {
        var parts = JsonNode.Parse(Base64Url.DecodeFromChars(await CursorAsync(order)))!.AsArray();
        string[] forged = ["null", "{}", "[]", "true", "1.5", "1e99", "99999999999999999999"];
        foreach (var value in forged)
        {
            parts[^1] = JsonNode.Parse(value);
            var after = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(parts.ToJsonString()));
            var answer = await app.Client.SendAsync($"query($after: String) {{ dishes(after: $after, order: {order}) {{ nodes {{ id }} }} }}", new { after });
            Assert.Equal(("INVALID_CURSOR", value), (answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>(), value));
        }
    }

    [Fact]
    public async Task The_fields_of_an_order_count_as_they_are_written_in_variables_too()
    {
        const string Query = "query($order: [DishSortInput!]) { dishes(first: 50, order: $order) { nodes { id } } }";
        var dishes = await DishView.AllAsync(app.Client);
        var byTime = await app.Client.QueryAsync(Query, new { order = new[] { new { preparationMinutes = "ASC", name = "ASC" } } });
        var byName = await app.Client.QueryAsync(Query, new { order = new[] { new { name = "ASC", preparationMinutes = "ASC" } } });
        Assert.Equal(
            dishes.OrderBy(dish => dish.PreparationMinutes).ThenBy(dish => dish.Name, StringComparer.Ordinal).Take(50).Select(dish => dish.Id), IdsOf(byTime));
        Assert.Equal(dishes.OrderBy(dish => dish.Name, StringComparer.Ordinal).Take(50).Select(dish => dish.Id), IdsOf(byName));
    }

    [Fact]
    public async Task Pages_stay_in_place_while_dishes_are_taken_off()
    {
        var own = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        const string Query = """
            query($after: String) {
              dishes(first: 10, after: $after, where: { isAvailable: { eq: true } }, order: [{ name: ASC }]) { totalCount nodes { id } pageInfo { endCursor } }
            }
            """;
        var sorted = (await DishView.AllAsync(own.Client)).OrderBy(dish => dish.Name, StringComparer.Ordinal).Select(dish => dish.Id).ToList();
        var first = await own.Client.QueryAsync(Query);
        Assert.Equal(sorted[..10], IdsOf(first));

        // One that was read, the one that the cursor is of, and one that is still to come.
        foreach (var id in new[] { sorted[3], sorted[9], sorted[12] })
        {
            await own.Client.QueryAsync("mutation($id: ID!) { markDishUnavailable(input: { dishId: $id }) { dish { id } } }", new { id });
        }

        var second = await own.Client.QueryAsync(Query, new { after = first["dishes"]!["pageInfo"]!["endCursor"]!.GetValue<string>() });
        Assert.Equal([.. sorted[10..12], .. sorted[13..21]], IdsOf(second));
        Assert.Equal(sorted.Count - 3, second["dishes"]!["totalCount"]!.GetValue<int>());
        await own.DisposeAsync();
    }

    private async Task<string> CursorAsync(string order) => (await app.Client.QueryAsync(
        $"{{ dishes(first: 3, order: {order}) {{ pageInfo {{ endCursor }} }} }}"))["dishes"]!["pageInfo"]!["endCursor"]!.GetValue<string>();

    private static IEnumerable<string> IdsOf(JsonNode data) => data["dishes"]!["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>());
}
