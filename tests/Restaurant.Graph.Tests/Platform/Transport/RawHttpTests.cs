using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>A request that breaks HTTP is refused with a status of its own, and never with 500.</summary>
public sealed class RawHttpTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Query = """{"query":"{ restaurant { name } }"}""";

    [Theory]
    [InlineData("80000000")]
    [InlineData("FFFFFFFF")]
    [InlineData("100000000")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public async Task The_size_of_a_chunk_that_is_no_number_of_32_bits_is_400(string size)
    {
        var answer = await SendAsync("Transfer-Encoding: chunked\r\n", $"{size}\r\n{Query}\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("GRAPHQL_REQUEST_INVALID", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    [InlineData("x-unknown")]
    public async Task A_body_in_an_unknown_encoding_is_415_with_the_known_ones(string encoding)
    {
        var answer = await SendAsync($"Content-Encoding: {encoding}\r\nContent-Length: {Query.Length}\r\n", Query);
        Assert.StartsWith("HTTP/1.1 415 ", answer, StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding: br, deflate, gzip\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("Identity")]
    [InlineData("")]
    public async Task A_body_that_is_said_to_be_as_it_is_is_read(string encoding) => Assert.StartsWith(
        "HTTP/1.1 200 ", await SendAsync($"Content-Encoding: {encoding}\r\nContent-Length: {Query.Length}\r\n", Query), StringComparison.Ordinal);

    [Theory]
    [InlineData("Content-Length: -5\r\n")]
    [InlineData("Content-Length: 0x23\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    [InlineData("Content-Length: 35\r\nContent-Length: 3\r\n")]
    [InlineData("Content-Length: 9223372036854775807\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n")]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 35\r\n")]
    [InlineData("Content-Encoding: br\r\nContent-Length: 35\r\n")]
    [InlineData("Content-Encoding: deflate\r\nContent-Length: 35\r\n")]
    [InlineData("Content-Length: 35\r\nX: a\0b\r\n")]
    [InlineData("Content-Length: 35\r\nX : a\r\n")]
    [InlineData("Content-Length: 35\r\nno colon\r\n")]
    [InlineData("Content-Length: 35\r\nAccept: ;;,/\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n")]
    public async Task Broken_headers_are_a_4xx(string headers) =>
        Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", await SendAsync(headers, Query));

    private async Task<string> SendAsync(string headers, string body)
    {
        using var connection = await RawConnection.OpenAsync(app.Endpoint);
        await connection.SendAsync(Encoding.UTF8.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: {app.Endpoint.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\n{headers}\r\n{body}"));
        return Encoding.UTF8.GetString(await connection.ReceiveAsync(static _ => false));
    }
}
