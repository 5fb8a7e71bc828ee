using System.Globalization;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Reports;

/// <summary>
/// A restaurant in New York after the Saturday and the Sunday on which clocks were put back an hour, with an order before and one after them.
/// On Saturdays a menu is served from six in the evening to one in the morning.
/// </summary>
public sealed class Weekend : RestaurantApp
{
    /// <summary>A dish whose name is a script, with all that a table of text has to quote.</summary>
    internal const string Script = "<script>alert(1)</script>,\n\"hot\"";

    /// <summary>A dish whose name is a formula.</summary>
    internal const string Formula = "=1+1";

    private const string Plain = "Plain";

    private Dictionary<string, string> _dishes = [];
    private string _flour = "";

    /// <summary>A restaurant for a class of tests.</summary>
    public Weekend()
        : base(AlwaysOpen) => Time = new(new DateTimeOffset(2026, 10, 31, 3, 59, 59, 999, TimeSpan.Zero));

    /// <summary>What the clock of the restaurant showed.</summary>
    internal static DateTime LocalAt(DateTimeOffset instant) => instant.UtcDateTime.AddHours(instant < new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero) ? -4 : -5);

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ImportAsync(Menu());
        _dishes = (await Client.QueryAsync("{ dishes { nodes { id name } } }"))["dishes"]!["nodes"]!.AsArray().ToDictionary(dish => dish!.Text("name"), dish => dish!.Text("id"));
        _flour = (await Client.QueryAsync("""{ ingredients(where: { name: { eq: "Flour" } }) { nodes { id } } }"""))["ingredients"]!["nodes"]![0]!.Text("id");
        await this.MutateAsync("receiveDelivery", new { idempotencyKey = Guid.NewGuid(), ingredientId = _flour, quantity = 1_000 }, "ingredient { id }");

        await OrderAsync((Plain, 7));

        At("2026-11-01T03:30:00Z");
        var paid = await OrderAsync((Script, 2), (Plain, 1));
        var payment = (await this.PayAsync(paid, 17.67m, tip: 2.5m))["payment"]!.Text("id");
        await this.DoAsync("acceptOrder", paid);
        At("2026-11-01T03:35:00Z");
        await EachTicketAsync("startTicket", paid);
        At("2026-11-01T03:42:30Z");
        await EachTicketAsync("bumpTicket", paid);

        At("2026-11-01T04:10:00Z");
        var mistaken = await OrderAsync((Formula, 1), (Script, 1));
        await this.DoAsync("acceptOrder", mistaken);
        await VoidFirstAsync(mistaken, "Mistake");
        await this.MutateAsync("payOrder", new { idempotencyKey = Guid.NewGuid(), orderId = mistaken, amount = 1.5m, method = "COUNTER" }, "payment { id }");

        At("2026-11-01T05:20:00Z");
        var burnt = await OrderAsync((Plain, 2), (Formula, 1));
        await this.DoAsync("acceptOrder", burnt);
        await EachTicketAsync("startTicket", burnt);
        await VoidFirstAsync(burnt, "Burnt");
        await this.MutateAsync("recordWaste", new { idempotencyKey = Guid.NewGuid(), ingredientId = _flour, quantity = 25, reason = "SPOILED" }, "ingredient { id }");
        At("2026-11-01T05:40:00Z");
        await EachTicketAsync("bumpTicket", burnt);

        At("2026-11-01T06:20:00Z");
        await OrderAsync((Formula, 3));
        var left = await OrderAsync((Plain, 1));
        await this.DoAsync("acceptOrder", left);
        await EachTicketAsync("startTicket", left);
        await this.WithOrderAsync("cancelOrder", left, new { reason = "Left" });
        await this.DoAsync("rejectOrder", await OrderAsync((Plain, 9)));

        At("2026-11-02T04:59:59.999Z");
        await this.PayAsync(await OrderAsync((Script, 1)), 3m, authorizeOnly: true);
        await this.MutateAsync("refundPayment", new { idempotencyKey = Guid.NewGuid(), paymentId = payment, amount = 4m, reason = "Cold" }, "payment { id }");

        At("2026-11-02T05:00:00Z");
        await this.PayAsync(await OrderAsync((Plain, 1)), 1m, tip: 1m);
        await this.MutateAsync("refundPayment", new { idempotencyKey = Guid.NewGuid(), paymentId = payment, amount = 1m, reason = "Cold" }, "payment { id }");
    }

    private void At(string instant) => Time.SetUtcNow(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    private async Task<string> OrderAsync(params (string Dish, int Quantity)[] lines)
    {
        var payload = await this.PlaceAsync(new
        {
            idempotencyKey = Guid.NewGuid(),
            type = "TAKEAWAY",
            lines = lines.Select(line => new { dishId = _dishes[line.Dish], quantity = line.Quantity }),
        });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
        return payload["order"]!.Text("id");
    }

    private async Task EachTicketAsync(string mutation, string order)
    {
        foreach (var ticket in await this.TicketsAsync(order))
        {
            await this.DoAsync(mutation, ticket);
        }
    }

    private async Task VoidFirstAsync(string order, string reason)
    {
        var line = (await this.OrderAsync(order, "lines { id }"))["lines"]![0]!.Text("id");
        var payload = await this.WithOrderAsync("voidOrderLines", order, new { lineIds = new[] { line }, reason });
        Assert.True(payload["errors"] is null, payload.ToJsonString());
    }

    private static JsonNode Menu()
    {
        var plain = MenuFiles.Dish("plain", Plain);
        plain["recipe"] = new JsonArray(new JsonObject { ["ingredient"] = "flour", ["quantity"] = 10 });
        var file = MenuFiles.Of(MenuFiles.Dish("script", Script, 3.33m), MenuFiles.Dish("formula", Formula, 7.77m), plain);
        file["ingredients"] = new JsonArray(new JsonObject { ["key"] = "flour", ["name"] = "Flour", ["unit"] = "GRAM" });
        var window = file["menus"]![0]!["windows"]![0]!;
        (window["days"], window["opens"], window["closes"]) = (new JsonArray("SATURDAY"), "18:00", "01:00");
        return file;
    }
}
