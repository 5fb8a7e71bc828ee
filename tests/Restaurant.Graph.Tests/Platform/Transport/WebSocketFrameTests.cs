using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>A frame that breaks RFC 6455 ends its socket with a Close frame that says why.</summary>
public sealed class WebSocketFrameTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const int Final = 8;

    private static readonly byte[] Ping = Encoding.UTF8.GetBytes("""{"type":"ping"}""");

    public static TheoryData<string, byte[], int> Broken => new()
    {
        { "unmasked", RawConnection.Frame(1, Ping, isMasked: false), 1002 },
        { "reserved data opcode", RawConnection.Frame(3, Ping), 1002 },
        { "reserved data opcode without payload", RawConnection.Frame(7, []), 1002 },
        { "reserved control opcode", RawConnection.Frame(11, []), 1002 },
        { "last reserved control opcode", RawConnection.Frame(15, []), 1002 },
        { "first reserved bit", RawConnection.Frame(1, Ping, Final | 4), 1002 },
        { "second reserved bit", RawConnection.Frame(1, Ping, Final | 2), 1002 },
        { "third reserved bit", RawConnection.Frame(1, Ping, Final | 1), 1002 },
        { "large ping", RawConnection.Frame(9, new byte[126]), 1002 },
        { "large pong", RawConnection.Frame(10, new byte[126]), 1002 },
        { "large close", RawConnection.Frame(8, [3, 232, .. new byte[124]]), 1002 },
        { "fragmented ping", RawConnection.Frame(9, [], flags: 0), 1002 },
        { "fragmented close", RawConnection.Frame(8, [], flags: 0), 1002 },
        { "continuation of nothing", RawConnection.Frame(0, Ping), 1002 },
        { "message within a message", [.. RawConnection.Frame(1, Ping, flags: 0), .. RawConnection.Frame(1, Ping)], 1002 },
        { "close with half a code", RawConnection.Frame(8, [3]), 1002 },
        { "close with a code that is not for the wire", RawConnection.Frame(8, [3, 237]), 1002 },
        { "close with an unknown code", RawConnection.Frame(8, [7, 208]), 1002 },
        { "text that is not UTF-8", RawConnection.Frame(1, [.. "{\"type\":\""u8, 0xFF, .. "\"}"u8]), 1007 },
        { "half a character", RawConnection.Frame(1, [.. "{\"type\":\""u8, 0xC3]), 1007 },
        { "surrogate", RawConnection.Frame(1, [.. "{\"type\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]), 1007 },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_frame_closes_with_its_code(string name, byte[] frames, int code)
    {
        using var socket = await RawConnection.UpgradeAsync(app.Endpoint);
        await socket.SendAsync(frames);
        Assert.Equal((name, code), (name, await CloseCodeAsync(socket)));
    }

    [Fact]
    public async Task A_broken_frame_behind_others_closes_with_its_code()
    {
        using var socket = await RawConnection.UpgradeAsync(app.Endpoint);
        await socket.SendMessageAsync(new { type = "connection_init" });
        await socket.SendMessageAsync(new { id = "1", type = "subscribe", payload = new { query = "subscription { onOrdersChanged { cursor } }" } });
        await socket.SendAsync(RawConnection.Frame(3, []));
        var received = await socket.ReceiveAsync(static bytes => bytes.AsSpan().IndexOf((byte[])[0x88, 2, 3, 234]) >= 0);
        Assert.True(received.AsSpan().IndexOf((byte[])[0x88, 2, 3, 234]) >= 0);
    }

    [Fact]
    public async Task A_message_that_is_too_large_in_fragments_closes_with_1009()
    {
        using var socket = await RawConnection.UpgradeAsync(app.Endpoint);
        var part = Enumerable.Repeat((byte)'a', 60_000).ToArray();
        await socket.SendAsync(RawConnection.Frame(1, part, flags: 0));
        for (var count = 0; count < 4; count++)
        {
            await socket.SendAsync(RawConnection.Frame(0, part, flags: 0));
        }

        Assert.Equal(1009, await CloseCodeAsync(socket));
    }

    private static async Task<int> CloseCodeAsync(RawConnection socket)
    {
        var received = await socket.ReceiveAsync(static bytes => bytes.Length >= 4);
        Assert.True(received is [0x88, _, _, _, ..], Convert.ToHexString(received));
        return (received[2] << 8) | received[3];
    }
}
