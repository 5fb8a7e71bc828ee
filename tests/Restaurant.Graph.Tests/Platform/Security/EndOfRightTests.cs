using System.Net;
using Restaurant.Graph.Staff;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Security;

/// <summary>What somebody may do they may do for as long as their token is good and their right stands, and no longer.</summary>
public sealed class EndOfRightTests
{
    private const string Follow = "subscription { onMenuChanged { cursor } }";

    [Fact]
    public async Task A_token_ends_when_it_says()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:TokenLifetime=00:10:00");
        using var guest = app.As(await app.ComeInAsync());
        app.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.NotNull((await guest.SendAsync("{ orders { totalCount } }"))["data"]);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertIsOverAsync(guest);
    }

    [Fact]
    public async Task A_socket_ends_with_the_token()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:TokenLifetime=00:10:00");
        await using var socket = await FollowAsync(app, await app.ComeInAsync());
        app.Time.Advance(TimeSpan.FromMinutes(10));
        await AssertIsClosedAsync(socket);
    }

    [Fact]
    public async Task A_stream_of_events_ends_with_the_token_and_is_not_complete()
    {
        await using var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Dining:TokenLifetime=00:10:00");
        using var guest = app.As(await app.ComeInAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?query={Uri.EscapeDataString(Follow)}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await guest.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        app.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("complete", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_has_left_sees_nothing_more()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var token = await app.ComeInAsync();
        using var guest = app.As(token);
        await using var socket = await FollowAsync(app, token);
        await app.Client.QueryAsync(People.CloseVisit, new { input = new { visitId = await app.VisitOfAsync(token) } });
        await TickUntilClosedAsync(app, socket);
        await AssertIsOverAsync(guest);
    }

    [Theory]
    [InlineData("""UPDATE "Staff" SET "Stamp" = "Stamp" + 1""")]
    [InlineData("""DELETE FROM "Staff" """)]
    public async Task Whoever_no_longer_works_there_sees_nothing_more(string whatHappens)
    {
        await using var app = await RestaurantApp.OpenAsync();
        await app.HireAsync("Ada", StaffRole.Cook, "1234");
        var token = await app.ComeToWorkAsync("Ada", "1234");
        using var cook = app.As(token);
        await using var socket = await FollowAsync(app, token);
        await app.ExecuteAsync(whatHappens);
        await TickUntilClosedAsync(app, socket);
        await AssertIsOverAsync(cook);
    }

    [Fact]
    public async Task Whoever_becomes_something_else_has_to_sign_in_again()
    {
        await using var app = await RestaurantApp.OpenAsync();
        await app.HireAsync("Ada", StaffRole.Cook, "1234");
        var token = await app.ComeToWorkAsync("Ada", "1234");
        using var cook = app.As(token);
        await using var socket = await FollowAsync(app, token);
        var (code, output, _) = await CommandRun.OfAsync(["staff", "role", "--name", "Ada", "--role", "waiter", .. app.Store.Settings]);
        Assert.Equal((0, "Ada is a waiter now, and has to sign in again.\n"), (code, output));
        await TickUntilClosedAsync(app, socket);
        await AssertIsOverAsync(cook);
        Assert.Equal("waiter", (await app.SignInAsync("Ada", "1234"))["accessToken"]!["role"]!.GetValue<string>());
    }

    private static async Task<SocketClient> FollowAsync(RestaurantApp app, string token)
    {
        var socket = await SocketClient.OpenAsync(app.Endpoint, authorization: token);
        await socket.SendAsync(new { type = "connection_init" });
        Assert.Equal("connection_ack", (await socket.ReceiveAsync())!["type"]!.GetValue<string>());
        await socket.SubscribeAsync("1", Follow);
        await socket.NextAsync();
        return socket;
    }

    // The server looks once a second of its own time.
    private static async Task TickUntilClosedAsync(RestaurantApp app, SocketClient socket)
    {
        var closed = AssertIsClosedAsync(socket);
        while (!closed.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(closed, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        await closed;
    }

    private static async Task AssertIsClosedAsync(SocketClient socket)
    {
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal((4403, "Forbidden"), socket.Closed);
    }

    private static async Task AssertIsOverAsync(GraphQLClient client)
    {
        using var response = await client.Http.GetAsync($"{client.Endpoint}?query={{restaurant{{name}}}}");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
