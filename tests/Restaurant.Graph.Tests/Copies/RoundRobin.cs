using System.Net;
using System.Net.Sockets;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>One address for several copies of the server: each connection goes to the next of them that can be reached.</summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<Uri> _copies;
    private readonly Task _accepting;
    private int _next;

    /// <summary>Opens it.</summary>
    public RoundRobin(IReadOnlyList<Uri> copies)
    {
        _copies = copies;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the API of all of them is.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/graphql");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var copy = await ReachAsync();
            if (copy is not null)
            {
                // Where one side ends, both do.
                using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                await Task.WhenAny(PipeAsync(client, copy, over.Token), PipeAsync(copy, client, over.Token));
                await over.CancelAsync();
            }
        }
    }

    private async Task<TcpClient?> ReachAsync()
    {
        foreach (var _ in _copies)
        {
            var copy = _copies[(int)((uint)Interlocked.Increment(ref _next) % (uint)_copies.Count)];
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(copy.Host, copy.Port, _stop.Token);
                return client;
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException)
            {
                client.Dispose();
            }
        }

        return null;
    }

    private static async Task PipeAsync(TcpClient from, TcpClient to, CancellationToken cancellationToken)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // It is the end of it.
        }
    }
}
