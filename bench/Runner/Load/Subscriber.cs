using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Restaurant.Bench.Runner.Load;

/// <summary>One who follows orders over a socket of the subprotocol <c>graphql-transport-ws</c>, and counts what comes.</summary>
internal sealed class Subscriber : IDisposable
{
    private const int PatienceMilliseconds = 60_000;

    // Reset and not closed: thousands of ports that linger would be missed in the next turn.
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        LingerState = new LingerOption(enable: true, seconds: 0),
        ReceiveTimeout = PatienceMilliseconds,
        SendTimeout = PatienceMilliseconds,
    };

    private readonly Dictionary<string, long> _arrivals = new(StringComparer.Ordinal);
    private byte[] _rest = [];
    private bool _isAcknowledged;

    /// <summary>Connects and agrees upon the protocol.</summary>
    public Subscriber(Uri server, byte[] buffer)
    {
        _socket.Connect(server.Host, server.Port);
        _socket.Send(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: {Waiter.Authorization}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        Upgrade(buffer);
        _socket.Send(Frame.OfClient(Frame.Text, "{\"type\":\"connection_init\"}"u8));
        while (!_isAcknowledged)
        {
            Receive(buffer);
        }
    }

    /// <summary>What <see cref="Poll"/> waits for.</summary>
    public nint Descriptor => _socket.Handle;

    /// <summary>How many events have come behind the first message, which tells of the latest there was; -1 before that has come.</summary>
    public int Events => _arrivals.Count - 1;

    /// <summary>When each event has come, the first message included, by its cursor; as timestamps.</summary>
    public IReadOnlyDictionary<string, long> Arrivals => _arrivals;

    /// <summary>How many messages have come again.</summary>
    public int Repeated { get; private set; }

    /// <summary>The answer in the last message.</summary>
    public byte[] Last { get; private set; } = [];

    /// <summary>Whether <see cref="Last"/> is kept.</summary>
    public bool KeepsLast { get; set; }

    /// <summary>Follows, under an id of its own.</summary>
    public void Subscribe(byte[] payload)
    {
        var message = Encoding.UTF8.GetBytes($"{{\"id\":\"{Guid.NewGuid()}\",\"type\":\"subscribe\",\"payload\":{Encoding.UTF8.GetString(payload)}}}");
        _socket.Send(Frame.OfClient(Frame.Text, message));
    }

    /// <summary>Takes what has come.</summary>
    public void Receive(byte[] buffer)
    {
        _rest.CopyTo(buffer, 0);
        var count = _socket.Receive(buffer.AsSpan(_rest.Length));
        if (count == 0)
        {
            throw new InvalidDataException("The server has closed a socket.");
        }

        ReadOnlySpan<byte> data = buffer.AsSpan(0, _rest.Length + count);
        while (Frame.TryTake(ref data, out var frame))
        {
            Take(frame);
        }

        _rest = data.ToArray();
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    private void Upgrade(byte[] buffer)
    {
        var length = 0;
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var count = _socket.Receive(buffer.AsSpan(length));
            length += count > 0 ? count : throw new InvalidDataException("The server has closed a socket.");
        }

        if (!buffer.AsSpan().StartsWith("HTTP/1.1 101 "u8))
        {
            throw new InvalidDataException($"The server does not speak WebSocket: {Encoding.ASCII.GetString(buffer, 0, length)}");
        }
    }

    private void Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case Frame.Text:
                Take(frame.Payload);
                break;
            case Frame.Ping:
                _socket.Send(Frame.OfClient(Frame.Pong, frame.Payload));
                break;
            case Frame.Close:
                throw new InvalidDataException("The server has closed a socket.");
        }
    }

    // What counts is the cursor; a message that comes twice counts once.
    private void Take(ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> name = "\"cursor\":\""u8;
        ReadOnlySpan<byte> payload = "\"payload\":"u8;
        var place = message.IndexOf(name);
        if (place < 0)
        {
            Acknowledge(message);
            return;
        }

        var cursor = message[(place + name.Length)..];
        if (!_arrivals.TryAdd(Encoding.ASCII.GetString(cursor[..cursor.IndexOf((byte)'"')]), Stopwatch.GetTimestamp()))
        {
            Repeated++;
        }

        if (KeepsLast)
        {
            Last = message[(message.IndexOf(payload) + payload.Length)..^1].ToArray();
        }
    }

    private void Acknowledge(ReadOnlySpan<byte> message) => _isAcknowledged = message.IndexOf("\"connection_ack\""u8) > 0
        ? true
        : throw new InvalidDataException($"This is no event: {Encoding.UTF8.GetString(message)}");
}
