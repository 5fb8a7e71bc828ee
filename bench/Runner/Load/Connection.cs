using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Restaurant.Bench.Runner.Load;

/// <summary>A kept-alive connection with one request on its way at a time.</summary>
internal sealed class Connection : IDisposable
{
    private const int MostShown = 1_000;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ResponseParser _parser = new();
    private long _sentAt;
    private Outgoing _request;

    public Connection(Uri server) => _socket.Connect(server.Host, server.Port);

    /// <summary>What <see cref="Poll"/> waits for.</summary>
    public nint Descriptor => _socket.Handle;

    /// <summary>Sends a request and notes when.</summary>
    public void Send(in Outgoing request)
    {
        _parser.Reset();
        _request = request;
        _sentAt = Stopwatch.GetTimestamp();
        _socket.Send(request.Bytes);
    }

    /// <summary>Takes what has come; the time since <see cref="Send"/> once the answer is complete, before that null.</summary>
    public long? Receive(Span<byte> buffer)
    {
        var count = _socket.Receive(buffer);
        if (count == 0)
        {
            throw new InvalidDataException("The server has closed the connection.");
        }

        if (!_parser.Feed(buffer[..count]))
        {
            return null;
        }

        return _parser.Status == 200 && _parser.BodyLength >= _request.Shortest && _parser.BodyLength <= _request.Longest
            ? Stopwatch.GetTimestamp() - _sentAt
            : throw new InvalidDataException(
                $"An answer has status {_parser.Status} and {_parser.BodyLength} bytes where 200 and {_request.Shortest} to {_request.Longest} are right. It ends with:\n"
                + Encoding.UTF8.GetString(buffer[..Math.Min(count, MostShown)]));
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();
}
