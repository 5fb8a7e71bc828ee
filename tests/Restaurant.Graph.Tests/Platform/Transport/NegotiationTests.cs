using System.Net;
using System.Text;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>What an answer comes as follows from what the client accepts and from the operation.</summary>
public sealed class NegotiationTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Query = "{ restaurant { name } }";

    // The cursor before the very first event, that of the seed menu.
    private const string Changes = """subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor } }""";

    [Theory]
    [InlineData("application/json, text/event-stream")]
    [InlineData("text/event-stream, application/json")]
    [InlineData(Wire.GraphQLResponse + ", application/json;q=0.9, text/event-stream;q=0.1")]
    public async Task A_subscription_is_streamed_to_a_client_that_accepts_a_stream_among_others(string accept)
    {
        using var response = await OpenAsync(Changes, accept);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        string? line;
        do
        {
            line = await lines.ReadLineAsync();
        }
        while (line is "" or ":");
        Assert.Equal("event: next", line);
    }

    [Theory]
    [InlineData("application/json, text/event-stream", "application/json")]
    [InlineData("application/json;q=0.2, text/event-stream", "text/event-stream")]
    [InlineData("application/json;q=0, */*", Wire.GraphQLResponse)]
    [InlineData("*/*, " + Wire.GraphQLResponse + ";q=0", "application/json")]
    [InlineData("application/*;q=0, application/json", "application/json")]
    [InlineData("application/json, text/event-stream;q=0", "application/json")]
    [InlineData("", "application/json")]
    public async Task A_query_is_answered_as_the_client_prefers(string accept, string mediaType)
    {
        using var response = await OpenAsync(Query, accept);
        Assert.Equal((HttpStatusCode.OK, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;q=0, " + Wire.GraphQLResponse + ";q=0, */*;q=0")]
    [InlineData("application/*;q=0, */*")]
    [InlineData("text/event-stream;q=0")]
    public async Task A_quality_of_0_excludes(string accept)
    {
        using var response = await OpenAsync(Query, accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(Wire.GraphQLResponse)]
    [InlineData("application/json, text/event-stream;q=0")]
    public async Task A_subscription_without_a_stream_is_406_by_POST_and_by_GET(string accept)
    {
        foreach (var answer in new[] { await app.PostAsync(new { query = Changes }, accept), await app.GetAsync(Changes, accept: accept) })
        {
            Assert.Equal((HttpStatusCode.NotAcceptable, "", "OPERATION_NOT_ALLOWED"), (answer.Status, answer.Allow, answer.Code));
        }
    }

    [Theory]
    [InlineData("?query={restaurant{name}}", "application/json")]
    [InlineData("?query={restaurant{name}}", "text/event-stream")]
    [InlineData("?query=subscription{onMenuChanged{cursor}}", "text/event-stream")]
    [InlineData("?query={nothing}", Wire.GraphQLResponse)]
    [InlineData("?query=mutation{__typename}", "application/json")]
    [InlineData("/schema.graphql", "*/*")]
    [InlineData("/schema", "*/*")]
    [InlineData("/../tables/qr", "*/*")]
    [InlineData("/../reports/sales.csv?from=2026-03-01&to=2026-03-31&by=DISH", "*/*")]
    [InlineData("/../health/ready", "*/*")]
    public async Task HEAD_is_answered_as_GET_without_the_body(string path, string accept)
    {
        using var get = await ReadAsync(HttpMethod.Get, path, accept);
        using var head = await ReadAsync(HttpMethod.Head, path, accept);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_empty_last_event_is_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?query={Uri.EscapeDataString(Changes)}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", "");
        using var response = await app.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var line = await lines.ReadLineAsync();
        while (line?.StartsWith("data: ", StringComparison.Ordinal) is false)
        {
            line = await lines.ReadLineAsync();
        }

        Assert.Contains("\"data\":", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_cost_is_of_the_client_that_asks_for_it()
    {
        using var plain = await ReadAsync(HttpMethod.Get, "?query={restaurant{name}}", "application/json");
        Assert.Contains("GraphQL-Cost", plain.Headers.Vary);
        Assert.True(plain.Headers.CacheControl?.Public);
        using var reported = await ReadAsync(HttpMethod.Get, "?query={restaurant{name}}", "application/json", isCostReported: true);
        Assert.Contains("operationCost", await reported.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("GraphQL-Cost", reported.Headers.Vary);
        Assert.True(reported.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.Null(reported.Headers.ETag);
    }

    private Task<HttpResponseMessage> OpenAsync(string query, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, app.Endpoint)
        {
            Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return app.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private Task<HttpResponseMessage> ReadAsync(HttpMethod method, string path, string accept, bool isCostReported = false)
    {
        var request = new HttpRequestMessage(method, app.Endpoint + path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (isCostReported)
        {
            request.Headers.Add("GraphQL-Cost", "report");
        }

        return app.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
