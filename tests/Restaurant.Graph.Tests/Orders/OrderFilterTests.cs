using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Finding orders and tickets by what only they have: instants, states, tables, notes that may be missing.</summary>
public sealed class OrderFilterTests(OrderFilterTests.BusyEvening app) : IClassFixture<OrderFilterTests.BusyEvening>
{
    private static readonly Comparer<string> Ordinal = Comparer<string>.Create(string.CompareOrdinal);

    private static readonly Dictionary<string, IEnumerable<Condition<JsonNode>>> ByField = new(StringComparer.Ordinal)
    {
        ["placedAt"] =
        [
            .. Conditions.Equality<JsonNode, string?>("placedAt", order => Text(order, "placedAt"), "2026-03-14T23:10:00.000Z", "2020-01-01T00:00:00.000Z"),
            .. Conditions.Comparison("placedAt", (JsonNode order) => Text(order, "placedAt")!, Ordinal, "2026-03-14T23:10:00.000Z"),
        ],
        ["status"] = Conditions.Equality("status", (JsonNode order) => new Constant(Text(order, "status")!), new Constant("PLACED"), new Constant("CANCELED")),
        ["type"] = Conditions.Equality("type", (JsonNode order) => new Constant(Text(order, "type")!), new Constant("DINE_IN"), new Constant("TAKEAWAY")),
        ["note"] = Conditions.Equality<JsonNode, string?>("note", order => Text(order, "note"), "No salt", "no salt"),
        ["number"] = Conditions.Comparison("number", (JsonNode order) => order["number"]!.GetValue<int>(), Comparer<int>.Default, 4),
        ["total"] = Conditions.Comparison("total.minorUnits", (JsonNode order) => order["total"]!["minorUnits"]!.GetValue<long>(), Comparer<long>.Default, 1350),
        ["lines"] = Conditions.List<JsonNode, JsonNode>("lines", order => [.. order["lines"]!.AsArray().Select(line => line!)],
        [
            .. Conditions.Comparison("quantity", (JsonNode line) => line["quantity"]!.GetValue<int>(), Comparer<int>.Default, 1),
            .. Conditions.Equality("status", (JsonNode line) => new Constant(Text(line, "status")!), new Constant("VOIDED")),
        ]),
    };

    public static TheoryData<string> Fields => [.. ByField.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_filter_finds_the_orders_for_which_it_holds(string field)
    {
        var orders = await ReadAsync("");
        var wrong = new List<string>();
        foreach (var (filter, holds) in ByField[field])
        {
            var found = await ReadAsync($"where: {filter}, ");
            if (!orders.Where(holds).Select(order => Text(order, "id")).SequenceEqual(found.Select(order => Text(order, "id")), StringComparer.Ordinal))
            {
                wrong.Add($"{filter} finds {string.Join(", ", found.Select(order => order["number"]!.ToJsonString()))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("2026-03-15T00:10:00+01:00")]
    [InlineData("2026-03-14T18:10:00-05:00")]
    [InlineData("2026-03-14T23:10:00Z")]
    [InlineData("2026-03-14t23:10:00.000000z")]
    public async Task An_instant_may_be_written_with_any_offset(string instant) => Assert.Equal(
        [2], (await ReadAsync($"where: {{ placedAt: {{ eq: \"{instant}\" }} }}, ")).Select(order => order["number"]!.GetValue<int>()));

    [Theory]
    [InlineData("{ table: { code: { eq: \"T3\" } } }", 2, 5)]
    [InlineData("{ table: { code: { neq: \"T3\" } } }", 1, 3, 4, 6, 7)]
    [InlineData("{ note: { contains: \"salt\" } }", 3, 4)]
    [InlineData("{ note: { ncontains: \"salt\" } }", 1, 2, 5, 6, 7)]
    [InlineData("{ note: { nin: [\"No salt\"] } }", 1, 2, 4, 5, 6, 7)]
    [InlineData("{ history: { some: { status: { eq: ACCEPTED } } } }", 2, 7)]
    [InlineData("{ lines: { some: { dish: { station: { name: { eq: \"Fryer\" } } } } } }", 6)]
    public async Task What_is_missing_is_not_what_is_asked_for(string filter, params int[] numbers) =>
        Assert.Equal(numbers, (await ReadAsync($"where: {filter}, ")).Select(order => order["number"]!.GetValue<int>()));

    [Theory]
    [InlineData("[{ note: ASC }]", 1, 2, 5, 6, 7, 4, 3)]
    [InlineData("[{ note: DESC }]", 3, 4, 1, 2, 5, 6, 7)]
    [InlineData("[{ table: { code: ASC } }, { placedAt: DESC }]", 7, 6, 4, 3, 1, 5, 2)]
    [InlineData("[{ table: { code: DESC } }]", 2, 5, 1, 3, 4, 6, 7)]
    [InlineData("[{ placedAt: DESC }]", 7, 6, 5, 4, 3, 2, 1)]
    [InlineData("[{ total: { minorUnits: DESC } }, { number: DESC }]", 6, 5, 4, 3, 2, 1, 7)]
    [InlineData("[{ status: ASC }, { number: DESC }]", 2, 7, 6, 5, 4, 3, 1)]
    public async Task What_has_no_value_comes_first_and_pages_hold_together(string order, params int[] numbers)
    {
        Assert.Equal(numbers, (await ReadAsync($"order: {order}, ")).Select(row => row["number"]!.GetValue<int>()));
        Assert.Equal(numbers, await PagedAsync(order, "first: 2, after", "endCursor", "hasNextPage", forwards: true));
        Assert.Equal(numbers, await PagedAsync(order, "last: 2, before", "startCursor", "hasPreviousPage", forwards: false));
    }

    private async Task<List<int>> PagedAsync(string order, string arguments, string cursor, string more, bool forwards)
    {
        var numbers = new List<int>();
        string? at = null;
        while (true)
        {
            var page = (await app.Client.QueryAsync(
                $"query($at: String) {{ orders(order: {order}, {arguments}: $at) {{ nodes {{ number }} pageInfo {{ {cursor} {more} }} }} }}", new { at }))["orders"]!;
            numbers.InsertRange(forwards ? numbers.Count : 0, page["nodes"]!.AsArray().Select(row => row!["number"]!.GetValue<int>()));
            if (!page["pageInfo"]![more]!.GetValue<bool>())
            {
                return numbers;
            }

            at = Text(page["pageInfo"]!, cursor);
        }
    }

    private async Task<List<JsonNode>> ReadAsync(string arguments) =>
    [
        .. (await app.Client.QueryAsync(
            $"{{ orders({arguments}first: 50) {{ nodes {{ id number placedAt status type note total {{ minorUnits }} lines {{ quantity status }} }} }} }}"))
            ["orders"]!["nodes"]!.AsArray().Select(order => order!),
    ];

    private static string? Text(JsonNode node, string field) => node[field]?.GetValue<string>();

    /// <summary>Seven orders, ten minutes apart, of so many pizzas.</summary>
    public sealed class BusyEvening : RestaurantApp
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            (string Type, string? Table, string? Note, long Dish)[] orders =
            [
                ("TAKEAWAY", null, null, 1), ("DINE_IN", "Table:3", null, 1), ("TAKEAWAY", null, "No salt", 1), ("DELIVERY", null, "Much salt", 1),
                ("DINE_IN", "Table:3", null, 1), ("TAKEAWAY", null, null, Steps.Fries), ("TAKEAWAY", null, null, 1),
            ];
            foreach (var (index, order) in orders.Index())
            {
                await this.PlaceAsync(new
                {
                    idempotencyKey = Guid.NewGuid(),
                    type = order.Type,
                    tableId = order.Table is null ? null : Ids.Of("Table", 3),
                    note = order.Note,
                    contactName = "Ada",
                    deliveryAddress = "1 Ferry Road",
                    lines = new[] { new { dishId = Ids.Dish(order.Dish), quantity = order.Dish == 1 ? index + 1 : 13 } },
                });
                Time.Advance(TimeSpan.FromMinutes(10));
            }

            await this.DoAsync("acceptOrder", Ids.Of("Order", 2));
            await this.DoAsync("acceptOrder", Ids.Of("Order", 7));
            await this.DoAsync("cancelOrder", Ids.Of("Order", 7));
        }
    }
}
