using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Restaurant.Graph.Tests.Support;

/// <summary>TCP connection to the server, for requests and WebSocket frames that no client library would send.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly byte[] Mask = [1, 2, 3, 4];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Connects.</summary>
    /// <param name="endpoint">The address of the API.</param>
    /// <param name="receiveBuffer">The bytes that the system takes for a client that does not read; 0 for the usual number.</param>
    public static async Task<RawConnection> OpenAsync(Uri endpoint, int receiveBuffer = 0)
    {
        var connection = new RawConnection();
        if (receiveBuffer > 0)
        {
            connection._socket.ReceiveBufferSize = receiveBuffer;
        }

        await connection._socket.ConnectAsync(endpoint.Host, endpoint.Port);
        return connection;
    }

    /// <summary>Connects and completes the upgrade to a WebSocket.</summary>
    public static async Task<RawConnection> UpgradeAsync(Uri endpoint, int receiveBuffer = 0)
    {
        var connection = await OpenAsync(endpoint, receiveBuffer);
        await connection.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: {endpoint.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + $"Sec-WebSocket-Protocol: graphql-transport-ws\r\nAuthorization: {Tokens.Manager}\r\n\r\n"));
        var head = new StringBuilder();
        var next = new byte[1];
        using var timeout = new CancellationTokenSource(Patience);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.Equal(1, await connection._socket.ReceiveAsync(next, timeout.Token));
            head.Append((char)next[0]);
        }

        Assert.StartsWith("HTTP/1.1 101 ", head.ToString(), StringComparison.Ordinal);
        return connection;
    }

    /// <summary>One frame as bytes.</summary>
    /// <param name="opcode">The low four bits of the first byte.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="flags">The high four bits of the first byte: final, and the three reserved ones.</param>
    /// <param name="isMasked">Whether it is masked, as every frame of a client has to be.</param>
    public static byte[] Frame(int opcode, byte[] payload, int flags = 8, bool isMasked = true)
    {
        byte[] length = payload.Length < 126 ? [(byte)payload.Length] : [126, (byte)(payload.Length >> 8), (byte)payload.Length];
        length[0] |= isMasked ? (byte)0x80 : (byte)0;
        byte[] head = [(byte)((flags << 4) | opcode), .. length];
        return isMasked
            ? [.. head, .. Mask, .. payload.Select(static (value, index) => (byte)(value ^ Mask[index % Mask.Length]))]
            : [.. head, .. payload];
    }

    /// <summary>Sends a message of the subprotocol.</summary>
    public Task SendMessageAsync(object message) => SendAsync(Frame(1, JsonSerializer.SerializeToUtf8Bytes(message)));

    /// <summary>Sends bytes.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        var rest = bytes.AsMemory();
        while (rest.Length > 0)
        {
            rest = rest[await _socket.SendAsync(rest, SocketFlags.None)..];
        }
    }

    /// <summary>Receives until the server closes the connection, or until enough has come.</summary>
    public async Task<byte[]> ReceiveAsync(Func<byte[], bool> isEnough)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var received = new List<byte>();
        var buffer = new byte[4096];
        while (!isEnough([.. received]) && await _socket.ReceiveAsync(buffer, timeout.Token) is > 0 and var count)
        {
            received.AddRange(buffer[..count]);
        }

        return [.. received];
    }

    /// <summary>Cuts the connection with a reset.</summary>
    public void Abort()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();
}
