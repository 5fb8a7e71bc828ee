using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Writing;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Writing;

/// <summary>What need not be kept any longer is removed, and who comes back for it is told.</summary>
public sealed class CleanUpTests
{
    private const string Follow = "subscription($after: String) { onOrdersChanged(after: $after) { cursor order { number } } }";

    [Theory]
    [InlineData(24, "INVALID_QUANTITY", "IDEMPOTENCY_KEY_REUSED")]
    [InlineData(49, "INVALID_QUANTITY", null)]
    public async Task A_key_is_known_for_a_day_and_not_for_ever(int hours, string other, string? later)
    {
        await using var app = await RestaurantApp.OpenAsync();
        var key = Guid.NewGuid();
        Assert.Null(CodeOf(await app.Client.QueryAsync(Documents.PlaceOrder, Documents.Margheritas(1, key))));
        await PassAsync(app, TimeSpan.FromHours(hours));
        Assert.Equal(other, CodeOf(await app.Client.QueryAsync(Documents.PlaceOrder, Documents.Margheritas(0))));
        Assert.Equal(later, CodeOf(await app.Client.QueryAsync(Documents.PlaceOrder, Documents.Margheritas(2, key))));
    }

    [Fact]
    public async Task A_cursor_that_the_log_no_longer_reaches_back_to_is_told_so_beside_the_latest_state()
    {
        await using var app = await RestaurantApp.OpenAsync();

        // The menu that tests share was imported by the real clock, which is ahead of the one here.
        await app.ExecuteAsync("""UPDATE "Events" SET "OccurredAt" = '2026-03-14T00:00:00.000Z'""");
        await PlaceCanceledAsync(app);
        var old = await CursorAsync(app);
        await PlaceCanceledAsync(app);
        await PassAsync(app, TimeSpan.FromDays(31));
        await app.PlaceAsync(Steps.Pizza);
        await PassAsync(app, TimeSpan.Zero);
        await AssertResyncAsync(app, old);
    }

    [Fact]
    public async Task A_cursor_that_the_log_has_never_come_to_is_told_the_same()
    {
        await using var app = await RestaurantApp.OpenAsync();
        await app.PlaceAsync(Steps.Pizza);
        await app.PlaceAsync(Steps.Pizza);
        await app.PlaceAsync(Steps.Pizza);
        await AssertResyncAsync(app, "AAAAAAAAA-g");
    }

    [Fact]
    public async Task The_last_event_is_kept_however_old_it_is()
    {
        await using var app = await RestaurantApp.OpenAsync();
        await PlaceCanceledAsync(app);
        var last = await CursorAsync(app);
        await PassAsync(app, TimeSpan.FromDays(300));
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", Follow, new { after = last });
        await app.PlaceAsync(Steps.Fries);
        Assert.Equal(2, (await socket.NextAsync())["onOrdersChanged"]!["order"]!["number"]!.GetValue<int>());
    }

    // The stream begins anew with the latest state, and goes on.
    private static async Task AssertResyncAsync(RestaurantApp app, string after)
    {
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await socket.SubscribeAsync("1", Follow, new { after });
        var payload = (await socket.ReceiveAsync())!["payload"]!;
        Assert.Equal("RESYNC_REQUIRED", payload["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(3, payload["data"]!["onOrdersChanged"]!["order"]!["number"]!.GetValue<int>());
        await app.PlaceAsync(Steps.Fries);
        Assert.Equal(4, (await socket.NextAsync())["onOrdersChanged"]!["order"]!["number"]!.GetValue<int>());
    }

    // Nobody gives it up in the time that passes.
    // Nothing happens to it any more, however much time passes.
    private static async Task PlaceCanceledAsync(RestaurantApp app) => await app.DoAsync("cancelOrder", await app.PlaceAsync(Steps.Pizza));

    private static async Task<string> CursorAsync(RestaurantApp app)
    {
        await using var follower = await Follower.StartAsync(app.Endpoint, "onOrdersChanged", Follow);
        return (await follower.NextAsync())["cursor"]!.GetValue<string>();
    }

    private static async Task PassAsync(RestaurantApp app, TimeSpan time)
    {
        app.Time.Advance(time);
        await app.Services.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None);
    }

    private static string? CodeOf(JsonNode data) => data["placeOrder"]!["errors"]?[0]?["code"]?.GetValue<string>();
}
