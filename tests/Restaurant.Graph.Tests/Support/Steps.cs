using System.Text.Json.Nodes;

namespace Restaurant.Graph.Tests.Support;

/// <summary>What people do with orders and tickets, one step at a time.</summary>
internal static class Steps
{
    /// <summary>A dish of the wood oven that can be ordered as it is.</summary>
    public const long Pizza = 1;

    /// <summary>A dish of the fryer that can be ordered as it is.</summary>
    public const long Fries = 100;

    /// <summary>Places an order with one of each dish; its id.</summary>
    public static async Task<string> PlaceAsync(this RestaurantApp app, params long[] dishes)
    {
        var payload = await app.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = dishes.Select(dish => new { dishId = Ids.Dish(dish), quantity = 1 }),
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!["id"]!.GetValue<string>();
    }

    /// <summary>Places an order; the payload.</summary>
    public static async Task<JsonNode> PlaceAsync(this RestaurantApp app, object input) =>
        (await app.Client.QueryAsync(Documents.PlaceOrder, new { input }))["placeOrder"]!;

    /// <summary>Does something with an order, a ticket or a dish; the payload.</summary>
    public static async Task<JsonNode> TryAsync(this RestaurantApp app, string mutation, string id)
    {
        var subject = mutation switch
        {
            _ when mutation.EndsWith("Order", StringComparison.Ordinal) => "order",
            _ when mutation.EndsWith("Ticket", StringComparison.Ordinal) => "ticket",
            _ => "dish",
        };
        var (status, input) = subject == "dish"
            ? ("isAvailable", (object)new { dishId = id })
            : ("status", mutation == "cancelOrder" ? await app.CancelAsync(id) : subject == "order" ? await app.OrderActionAsync(id) : await app.TicketActionAsync(id));
        var data = await app.Client.QueryAsync(
            $$"""
            mutation($input: {{Documents.InputOf(mutation)}}!) {
              {{mutation}}(input: $input) {
                {{subject}} { id {{status}} }
                errors { __typename ... on Error { message code path } }
              }
            }
            """,
            new { input });
        return data[mutation]!;
    }

    /// <summary>The input of something new that is done with an order by one who has just looked at it.</summary>
    public static async Task<object> OrderActionAsync(this RestaurantApp app, string id) =>
        new { idempotencyKey = Guid.NewGuid(), orderId = id, expectedVersion = await app.VersionAsync(id) };

    /// <summary>The same of calling it off, with the reason that is asked for once the kitchen has begun.</summary>
    private static async Task<object> CancelAsync(this RestaurantApp app, string id) =>
        new { idempotencyKey = Guid.NewGuid(), orderId = id, expectedVersion = await app.VersionAsync(id), reason = "Changed their mind" };

    /// <summary>The same of a ticket.</summary>
    public static async Task<object> TicketActionAsync(this RestaurantApp app, string id) =>
        new { idempotencyKey = Guid.NewGuid(), ticketId = id, expectedVersion = await app.VersionAsync(id) };

    /// <summary>The version of an order or a ticket; 0 where there is none.</summary>
    public static async Task<int> VersionAsync(this RestaurantApp app, string id)
    {
        var answer = await app.Client.SendAsync(
            "query($id: ID!) { node(id: $id) { ... on Order { version } ... on Ticket { version } } }", new { id });
        return answer["data"]?["node"]?["version"]?.GetValue<int>() ?? 0;
    }

    /// <summary>Does something that has to succeed.</summary>
    public static async Task DoAsync(this RestaurantApp app, string mutation, string id)
    {
        var payload = await app.TryAsync(mutation, id);
        Assert.True(payload["errors"] is null, payload.ToJsonString());
    }

    /// <summary>The tickets of an order, by the position of their stations.</summary>
    public static async Task<IReadOnlyList<string>> TicketsAsync(this RestaurantApp app, string orderId) =>
    [
        .. (await app.Client.QueryAsync("query($id: ID!) { tickets(where: { order: { id: { eq: $id } } }) { nodes { id } } }", new { id = orderId }))
            ["tickets"]!["nodes"]!.AsArray().Select(ticket => ticket!["id"]!.GetValue<string>()),
    ];

    /// <summary>Where an order stands.</summary>
    public static async Task<string> StatusAsync(this RestaurantApp app, string orderId) =>
        (await app.Client.QueryAsync("query($id: ID!) { orderById(id: $id) { status } }", new { id = orderId }))["orderById"]!["status"]!.GetValue<string>();

    /// <summary>Takes an accepted order through the kitchen until all of it is ready.</summary>
    public static async Task CookAsync(this RestaurantApp app, string orderId)
    {
        foreach (var ticket in await app.TicketsAsync(orderId))
        {
            await app.DoAsync("startTicket", ticket);
            await app.DoAsync("bumpTicket", ticket);
        }
    }
}
