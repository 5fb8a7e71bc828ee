using System.Net;
using System.Net.Sockets;

namespace Restaurant.Graph.Tests.Support;

/// <summary>Clients at other addresses of this machine.</summary>
internal static class Addresses
{
    /// <summary>Creates a client whose connections come from an address such as <c>127.0.0.2</c>.</summary>
    public static GraphQLClient From(this RestaurantApp app, string address, string? authorization = null)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new GraphQLClient { Http = new HttpClient(handler).As(authorization), Endpoint = app.Endpoint };
    }
}
