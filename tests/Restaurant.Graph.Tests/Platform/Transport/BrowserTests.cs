using System.Net;
using System.Net.WebSockets;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>Browsers use the API for the sites that are listed, and for no others.</summary>
public sealed class BrowserTests(BrowserTests.Listed app) : IClassFixture<BrowserTests.Listed>
{
    private const string Friend = "https://order.example";

    /// <summary>A restaurant that is used from one other site.</summary>
    public sealed class Listed() : RestaurantApp(AlwaysOpen, $"--Cors:Origins:0={Friend}");

    [Theory]
    [InlineData(Friend, Friend)]
    [InlineData("https://evil.example", null)]
    [InlineData("https://order.example.evil.example", null)]
    [InlineData("http://order.example", null)]
    [InlineData("null", null)]
    public async Task Only_pages_of_a_listed_site_are_let_in(string origin, string? allowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, app.Endpoint);
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,authorization");
        using var answer = await app.Client.Http.SendAsync(preflight);
        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? Assert.Single(origins) : null);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Caches_keep_what_is_for_one_site_from_others()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Endpoint}?query={{restaurant{{name}}}}");
        request.Headers.Add("Origin", Friend);
        using var answer = await app.Client.Http.SendAsync(request);
        Assert.Equal(Friend, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", answer.Headers.Vary);
    }

    [Theory]
    [InlineData(Friend, true)]
    [InlineData(null, true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task A_socket_is_opened_for_a_listed_site_only(string? origin, bool isOpened)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        socket.Options.CollectHttpResponseDetails = true;
        var opening = socket.ConnectAsync(new UriBuilder(app.Endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        if (isOpened)
        {
            await opening;
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => opening);
            Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
        }
    }

    [Fact]
    public async Task A_socket_is_opened_for_a_page_of_the_server_itself()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Origin", app.Endpoint.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(app.Endpoint) { Scheme = "ws" }.Uri, CancellationToken.None);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=a")]
    [InlineData(null)]
    public async Task What_a_page_can_send_without_asking_is_not_taken(string? contentType) => Assert.Equal(
        HttpStatusCode.UnsupportedMediaType,
        (await app.SendAsync(HttpMethod.Post, "", """{"query":"mutation { startVisit(input: {}) { accessToken { token } } }"}""", contentType, "application/json")).Status);

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_mutation_is_not_done_by_an_address(string method)
    {
        var answer = await app.SendAsync(
            new HttpMethod(method), $"?query={Uri.EscapeDataString("mutation { startVisit(input: {}) { accessToken { token } } }")}", body: null, contentType: null, "application/graphql-response+json");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_be_careful()
    {
        using var answer = await app.Client.Http.GetAsync($"{app.Endpoint}?query={{restaurant{{name}}}}");
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
