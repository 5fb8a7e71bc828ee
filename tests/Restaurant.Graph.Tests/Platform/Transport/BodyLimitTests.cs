using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>A body that is too large is 413, in whatever way its size is hidden, and harms nobody.</summary>
public sealed class BodyLimitTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly byte[] Large = Encoding.UTF8.GetBytes("{\"query\":\"{ restaurant { name } }\",\"extensions\":{\"a\":\"" + new string('a', 1_100_000) + "\"}}");

    [Fact]
    public Task A_large_body_is_refused() => AssertRefusedAsync(new ByteArrayContent(Large), isChunked: false);

    [Fact]
    public Task A_large_body_in_chunks_is_refused() => AssertRefusedAsync(new ByteArrayContent(Large), isChunked: true);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_becomes_large_is_refused(string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(compressed, CompressionLevel.Fastest) : new GZipStream(compressed, CompressionLevel.Fastest))
        {
            stream.Write(Large);
        }

        var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.ContentEncoding.Add(encoding);
        await AssertRefusedAsync(content, isChunked: false);
    }

    private async Task AssertRefusedAsync(HttpContent content, bool isChunked)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await app.Client.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.DoesNotContain("Exception", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(await app.Client.QueryAsync("{ restaurant { name } }"));
    }
}
