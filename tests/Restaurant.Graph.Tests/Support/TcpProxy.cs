using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Restaurant.Graph.Tests.Support;

/// <summary>A TCP proxy in front of a server, which can be cut: connections end, and new ones are refused until it is restored.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly IPEndPoint _target;
    private readonly ConcurrentDictionary<TcpClient, bool> _connections = [];
    private TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private Task _accepting = Task.CompletedTask;

    /// <summary>Starts a proxy.</summary>
    public TcpProxy(IPEndPoint target)
    {
        _target = target;
        Restore();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>Port that clients connect to.</summary>
    public int Port { get; }

    /// <summary>Ends all connections and refuses new ones.</summary>
    public async Task CutAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var connection in _connections.Keys)
        {
            connection.Client.Close(0);
        }
    }

    /// <summary>Accepts connections, at the port as before.</summary>
    public void Restore()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port) { ExclusiveAddressUse = false };
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await CutAsync();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var server = new TcpClient();
        _connections.TryAdd(client, true);
        try
        {
            await server.ConnectAsync(_target);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of both is gone, which ends the connection.
        }

        _connections.TryRemove(client, out _);
        client.Dispose();
    }
}
