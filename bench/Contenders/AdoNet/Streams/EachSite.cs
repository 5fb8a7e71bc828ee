using System.Net.WebSockets;
using Restaurant.Bench.Contenders.AdoNet.Orders;

namespace Restaurant.Bench.Contenders.AdoNet.Streams;

/// <summary>Takes orders and tells of them, by reading each event once for each who follows: what a subscription is by the book.</summary>
internal static class EachSite
{
    private const string Subprotocol = "graphql-transport-ws";

    /// <summary>Serves POST and WebSockets at /graphql until the process is told to stop.</summary>
    public static Task<int> RunAsync(string url, string database)
    {
        var events = new EventReaders(database);
        var followers = new Followers();
        var writer = new OrderWriter(database, followers.Tell);
        return Site.RunAsync(url, static _ => { }, app =>
        {
            app.UseWebSockets();
            OrderSite.Map(app, writer);
            app.MapGet("/graphql", context => FollowAsync(context, events, followers));
        });
    }

    private static async Task FollowAsync(HttpContext context, EventReaders events, Followers followers)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Subprotocol);
        try
        {
            await new EachSocket(socket, events, followers).RunAsync(context.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The client is gone.
        }
    }
}
