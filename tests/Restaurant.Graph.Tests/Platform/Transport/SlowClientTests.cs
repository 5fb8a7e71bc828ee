using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>Who takes too long to ask is not waited for.</summary>
public sealed class SlowClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\n")]
    [InlineData("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")]
    public async Task A_request_that_does_not_come_is_given_up(string beginning)
    {
        await using var app = await RestaurantApp.OpenAsync("--Http:HeadersTimeout=00:00:01");
        using var client = new TcpClient();
        await client.ConnectAsync(app.Endpoint.Host, app.Endpoint.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));
        var watch = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await stream.ReadAsync(new byte[1024], patience.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Cut in the middle, which is as good.
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
        Assert.NotNull(await app.Client.QueryAsync("{ restaurant { name } }"));
    }
}
