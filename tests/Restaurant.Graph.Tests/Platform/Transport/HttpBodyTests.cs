using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class HttpBodyTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Menus = "{ menus { categories { dishes { name description } } } }";

    [Fact]
    public async Task Data_stands_before_errors()
    {
        using var response = await app.Client.Http.PostAsJsonAsync(app.Endpoint, new { query = """{ restaurant { name } node(id: "garbage") { id } }""" });
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("""{"data":{"restaurant":{"name":"The Copper Pot"},"node":null},"errors":[""", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_not_escaped_more_than_JSON_needs()
    {
        using var response = await app.Client.Http.PostAsJsonAsync(app.Endpoint, new { query = "query($id: ID!) { node(id: $id) { id } }", variables = new { id = "it's+<é–ñ>&" } });
        Assert.Contains("it's+<é–ñ>&", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData(null)]
    public async Task An_answer_is_compressed_as_the_client_can_read_it(string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = JsonContent.Create(new { query = Menus }) };
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        }

        using var response = await app.Client.Http.SendAsync(request);
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var plain = encoding switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        Assert.NotEmpty((await JsonNode.ParseAsync(plain))!["data"]!["menus"]!.AsArray());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_request_is_read(string encoding)
    {
        using var packed = new MemoryStream();
        await using (Stream packer = encoding == "gzip"
            ? new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)
            : new BrotliStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await packer.WriteAsync(Encoding.UTF8.GetBytes("""{"query":"{ restaurant { currency } }"}"""));
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add(encoding);
        using var response = await app.Client.Http.PostAsync(app.Endpoint, content);
        Assert.Equal("""{"data":{"restaurant":{"currency":"USD"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_that_only_claims_to_be_compressed_is_a_fault_of_the_client()
    {
        using var content = JsonContent.Create(new { query = Menus });
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await app.Client.Http.PostAsync(app.Endpoint, content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
