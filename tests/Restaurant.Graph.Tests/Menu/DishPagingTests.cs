using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Menu;

/// <summary>Pages put together are the list sorted once, from whichever end they are read.</summary>
public sealed class DishPagingTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly Dictionary<string, Func<IReadOnlyList<DishView>, IEnumerable<DishView>>> Orders = new(StringComparer.Ordinal)
    {
        ["[]"] = dishes => dishes,
        ["[{ id: DESC }]"] = dishes => dishes.OrderByDescending(dish => dish.Key),
        ["[{ name: ASC }]"] = dishes => dishes.OrderBy(dish => dish.Name, StringComparer.Ordinal),
        ["[{ name: DESC }]"] = dishes => dishes.OrderByDescending(dish => dish.Name, StringComparer.Ordinal),
        ["[{ price: { minorUnits: ASC } }]"] = dishes => dishes.OrderBy(dish => dish.Price.MinorUnits),
        ["[{ price: { minorUnits: DESC } }]"] = dishes => dishes.OrderByDescending(dish => dish.Price.MinorUnits),
        ["[{ isAvailable: ASC }]"] = dishes => dishes.OrderBy(dish => dish.IsAvailable),
        ["[{ isAvailable: DESC }]"] = dishes => dishes.OrderByDescending(dish => dish.IsAvailable),
        ["[{ station: { name: ASC } }]"] = dishes => dishes.OrderBy(dish => dish.Station.Name, StringComparer.Ordinal),
        ["[{ station: { capacity: DESC, name: ASC } }]"] = dishes => dishes
            .OrderByDescending(dish => dish.Station.Capacity).ThenBy(dish => dish.Station.Name, StringComparer.Ordinal),
        ["[{ category: { name: ASC } }, { price: { minorUnits: DESC } }]"] = dishes => dishes
            .OrderBy(dish => dish.Category.Name, StringComparer.Ordinal).ThenByDescending(dish => dish.Price.MinorUnits),
        ["[{ preparationMinutes: DESC, description: ASC }]"] = dishes => dishes
            .OrderByDescending(dish => dish.PreparationMinutes).ThenBy(dish => dish.Description, StringComparer.Ordinal),
        ["[{ preparationMinutes: ASC, name: DESC }]"] = dishes => dishes
            .OrderBy(dish => dish.PreparationMinutes).ThenByDescending(dish => dish.Name, StringComparer.Ordinal),
    };

    private static Task<IReadOnlyList<DishView>>? _dishes;

    public static TheoryData<string> AllOrders => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(AllOrders))]
    public async Task Pages_from_the_start_are_the_sorted_list(string order)
    {
        var read = new List<string>();
        string? after = null;
        bool more;
        do
        {
            var page = await PageAsync(order, $"first: 50, after: {Literal(after)}");
            read.AddRange(IdsOf(page));
            more = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>();
            Assert.Equal(after is not null, page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>());
            Assert.True(!more || page["edges"]!.AsArray().Count == 50, "A page that is not the last is full.");
            after = page["pageInfo"]!["endCursor"]!.GetValue<string>();
        }
        while (more);

        Assert.Equal(await SortedAsync(order), read);
    }

    [Theory]
    [MemberData(nameof(AllOrders))]
    public async Task Pages_from_the_end_are_the_sorted_list(string order)
    {
        var read = new List<string>();
        string? before = null;
        bool more;
        do
        {
            var page = await PageAsync(order, $"last: 50, before: {Literal(before)}");
            read.InsertRange(0, IdsOf(page));
            more = page["pageInfo"]!["hasPreviousPage"]!.GetValue<bool>();
            Assert.Equal(before is not null, page["pageInfo"]!["hasNextPage"]!.GetValue<bool>());
            before = page["pageInfo"]!["startCursor"]!.GetValue<string>();
        }
        while (more);

        Assert.Equal(await SortedAsync(order), read);
    }

    [Theory]
    [InlineData("[{ price: { minorUnits: DESC } }]")]
    [InlineData("[{ station: { name: ASC } }]")]
    public async Task A_page_between_two_cursors_is_what_lies_between_them(string order)
    {
        var cursors = (await PageAsync(order, "first: 30"))["edges"]!.AsArray().Select(edge => edge!["cursor"]!.GetValue<string>()).ToList();
        var sorted = await SortedAsync(order);
        Assert.Equal(sorted[10..20], IdsOf(await PageAsync(order, $"first: 50, after: {Literal(cursors[9])}, before: {Literal(cursors[20])}")));
        Assert.Equal(sorted[16..20], IdsOf(await PageAsync(order, $"last: 4, after: {Literal(cursors[9])}, before: {Literal(cursors[20])}")));
        Assert.Empty(IdsOf(await PageAsync(order, $"first: 5, after: {Literal(cursors[4])}, before: {Literal(cursors[5])}")));
    }

    private async Task<JsonNode> PageAsync(string order, string arguments) => (await app.Client.QueryAsync(
        $"{{ dishes(order: {order}, {arguments}) {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"))["dishes"]!;

    private async Task<List<string>> SortedAsync(string order) =>
        [.. Orders[order](await (_dishes ??= DishView.AllAsync(app.Client))).Select(dish => dish.Id)];

    private static List<string> IdsOf(JsonNode page) => [.. page["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>())];

    private static string Literal(string? cursor) => cursor is null ? "null" : $"\"{cursor}\"";
}
