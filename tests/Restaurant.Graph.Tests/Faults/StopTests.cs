using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>A server that is asked to stop finishes what it has accepted, and tells its streams where they can go on.</summary>
public sealed class StopTests
{
    private const string Follow = "subscription { onOrdersChanged { cursor } }";

    [Fact]
    public async Task A_socket_is_told_its_cursors_and_closed_with_1001()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        await restaurant.PlaceAsync();
        await using var socket = await SocketClient.InitAsync(restaurant.Server.Endpoint);
        await socket.SubscribeAsync("mine", Follow);
        var cursor = (await socket.NextAsync())["onOrdersChanged"]!["cursor"]!.GetValue<string>();
        var stopping = restaurant.Server.StopAsync();
        var farewell = await socket.ReceiveAsync();
        Assert.Equal(("ping", cursor), (farewell?["type"]?.GetValue<string>(), farewell?["payload"]?["cursors"]?["mine"]?.GetValue<string>()));
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal((int)WebSocketCloseStatus.EndpointUnavailable, socket.Closed.Code);
        await socket.DisposeAsync();
        Assert.Equal(0, (await stopping).Code);
    }

    [Fact]
    public async Task A_stream_of_server_sent_events_ends_without_being_complete()
    {
        await using var restaurant = await FaultyRestaurant.OpenAsync();
        await restaurant.PlaceAsync();
        using var http = new HttpClient().As(Tokens.Manager);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{restaurant.Server.Endpoint}?query={Uri.EscapeDataString(Follow)}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line && !line.StartsWith("data: ", StringComparison.Ordinal))
        {
        }

        var stopping = restaurant.Server.StopAsync();
        var rest = await reader.ReadToEndAsync();
        Assert.DoesNotContain("complete", rest, StringComparison.Ordinal);
        Assert.Equal(0, (await stopping).Code);
    }
}
