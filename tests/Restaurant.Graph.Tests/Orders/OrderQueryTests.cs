using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Orders;

/// <summary>Orders and tickets as they are read, in a restaurant where nothing else has happened.</summary>
public sealed class OrderQueryTests : IAsyncLifetime
{
    private const string OrderFields = """
        __typename id number type status placedAt note reason version
        table { __typename id code area { name } seats }
        subtotal { amount currency minorUnits } tax { amount minorUnits } total { amount minorUnits }
        lines {
          __typename id dishName quantity note status
          dish { id name station { name } }
          unitPrice { amount } lineTotal { amount }
          modifiers { __typename id name priceDelta { amount } modifier { id name } }
        }
        history(first: 10) {
          totalCount edges { node { __typename occurredAt status previousStatus version order { id } } } pageInfo { hasNextPage hasPreviousPage }
        }
        availableActions { action allowed blockedBy }
        """;

    private readonly RestaurantApp _app = RestaurantApp.Of(RestaurantApp.AlwaysOpen);

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "DINE_IN",
            tableId = Ids.Of("Table", 4),
            note = "It is “Ada’s” birthday: 🎂 + <candles> & no 'surprises'",
            lines = new object[]
            {
                new { dishId = Ids.Dish(1), quantity = 2, modifierIds = new[] { Ids.Modifier(9), Ids.Modifier(4) }, note = "Well done" },
                new { dishId = Ids.Dish(90), quantity = 1, modifierIds = new[] { Ids.Modifier(18), Ids.Modifier(34) } },
                new { dishId = Ids.Dish(215), quantity = 3 },
            },
        });
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_order_is_read_with_everything_around_it() =>
        Snapshot.Match(await _app.Client.SnapshotAsync($"query($id: ID!) {{ orderById(id: $id) {{ {OrderFields} }} }}", new { id = Ids.Of("Order", 1) }));

    [Fact]
    public async Task Tickets_are_read_with_everything_around_them()
    {
        await WorkAsync();
        Snapshot.Match(await _app.Client.SnapshotAsync(
            """
            {
              tickets {
                totalCount
                nodes {
                  __typename id status queuedAt startedAt readyAt completedAt
                  station { id name } order { id number status } lines { id dishName quantity status }
                }
              }
            }
            """));
    }

    [Fact]
    public async Task What_has_happened_to_an_order_is_read_page_by_page()
    {
        await WorkAsync();
        const string Query = """
            query($after: String) {
              orders { nodes { history(first: 4, after: $after) { totalCount nodes { status previousStatus version occurredAt } pageInfo { hasNextPage endCursor } } } }
            }
            """;
        var history = (await _app.Client.QueryAsync(Query))["orders"]!["nodes"]![0]!["history"]!;
        var after = history["pageInfo"]!["endCursor"]!.GetValue<string>();
        var rest = (await _app.Client.QueryAsync(Query, new { after }))["orders"]!["nodes"]![0]!["history"]!;
        history["pageInfo"]!.AsObject().Remove("endCursor");
        rest["pageInfo"]!.AsObject().Remove("endCursor");
        Snapshot.Match(new[] { history.ToJsonString(), rest.ToJsonString() });
    }

    [Fact]
    public async Task Any_part_of_an_order_can_be_read_again_by_its_id()
    {
        await WorkAsync();
        Snapshot.Match(await _app.Client.SnapshotAsync(
            """
            query($ids: [ID!]!) {
              nodes(ids: $ids) {
                __typename id
                ... on Order { number total { amount } }
                ... on OrderLine { dishName lineTotal { amount } }
                ... on OrderLineModifier { name priceDelta { amount } }
                ... on Ticket { status station { name } lines { dishName } }
              }
            }
            """,
            new { ids = new[] { Ids.Of("Order", 1), Ids.Of("OrderLine", 2), Ids.Of("OrderLineModifier", 3), Ids.Of("Ticket", 2), Ids.Of("Order", 2) } }));
    }

    // Accepted after a minute, the first station ready after ten more, the order called off after another.
    private async Task WorkAsync()
    {
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await _app.DoAsync("acceptOrder", Ids.Of("Order", 1));
        await _app.DoAsync("startTicket", Ids.Of("Ticket", 1));
        _app.Time.Advance(TimeSpan.FromMinutes(10));
        await _app.DoAsync("startTicket", Ids.Of("Ticket", 2));
        await _app.DoAsync("bumpTicket", Ids.Of("Ticket", 1));
        await _app.DoAsync("bumpTicket", Ids.Of("Ticket", 1));
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await _app.DoAsync("cancelOrder", Ids.Of("Order", 1));
    }
}
