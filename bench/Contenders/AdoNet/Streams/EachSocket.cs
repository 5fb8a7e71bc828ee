using System.Net.WebSockets;
using System.Text.Json;

namespace Restaurant.Bench.Contenders.AdoNet.Streams;

/// <summary>One socket with one subscription.</summary>
internal sealed class EachSocket(WebSocket socket, EventReaders events, Followers followers)
{
    private readonly byte[] _buffer = new byte[4096];

    /// <summary>Serves it until the client leaves.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReceiveAsync(cancellationToken);
        await SendAsync("{\"type\":\"connection_ack\"}"u8.ToArray(), cancellationToken);
        var id = Id(await ReceiveAsync(cancellationToken));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var telling = TellAsync(id, stop.Token);
        var leaving = ReceiveAsync(stop.Token);
        await await Task.WhenAny(telling, leaving);
        await stop.CancelAsync();
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static byte[] Id(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        return System.Text.Encoding.UTF8.GetBytes(json.RootElement.GetProperty("id").GetString() ?? "");
    }

    // Joins before it looks for the latest, so that nothing falls between; what was told already is not told again.
    private async Task TellAsync(byte[] id, CancellationToken cancellationToken)
    {
        var channel = followers.Join();
        try
        {
            var last = 0L;
            if (events.Latest() is { } latest)
            {
                await SendAsync(events.Read(latest, id), cancellationToken);
                last = latest;
            }

            await foreach (var number in channel.Reader.ReadAllAsync(cancellationToken))
            {
                if (number > last)
                {
                    await SendAsync(events.Read(number, id), cancellationToken);
                }
            }
        }
        finally
        {
            followers.Leave(channel);
        }
    }

    private ValueTask SendAsync(byte[] message, CancellationToken cancellationToken) =>
        socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return _buffer.AsMemory(0, length);
    }
}
