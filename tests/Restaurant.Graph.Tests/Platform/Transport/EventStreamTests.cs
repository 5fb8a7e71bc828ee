using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class EventStreamTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private const string Changes = "subscription { onMenuChanged { cursor dish { id } } }";

    // The cursor before the very first event, that of the seed menu.
    private const string Beginning = "AAAAAAAAAAA";

    [Fact]
    public async Task A_query_is_one_event()
    {
        using var stream = await OpenAsync("{ restaurant { name } }");
        Assert.Equal("""event: next|data: {"data":{"restaurant":{"name":"The Copper Pot"}}}""", await NextAsync(stream));
        Assert.Equal("event: complete|data:", await NextAsync(stream));
        Assert.Equal("", await stream.ReadToEndAsync());
    }

    [Theory]
    [InlineData("{ restaurant { stars } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription {", "GRAPHQL_SYNTAX_ERROR")]
    public async Task Even_an_error_is_an_event(string query, string code)
    {
        using var stream = await OpenAsync(query);
        var answer = Data(await NextAsync(stream));
        Assert.Equal(code, answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.False(answer.AsObject().ContainsKey("data"));
        Assert.Equal("event: complete|data:", await NextAsync(stream));
    }

    [Fact]
    public async Task A_stream_goes_on_behind_the_last_event_that_the_client_has_seen()
    {
        string seen;
        using (var stream = await OpenAsync(Changes, Beginning))
        {
            seen = IdOf(await NextAsync(stream));
        }

        await app.DoAsync("markDishUnavailable", Ids.Dish(3));
        await app.DoAsync("markDishUnavailable", Ids.Dish(4));
        using var resumed = await OpenAsync(Changes, seen);
        foreach (var dish in new[] { 3, 4 })
        {
            var next = await NextAsync(resumed);
            var change = Data(next)["data"]!["onMenuChanged"]!;
            Assert.Equal(Ids.Dish(dish), change["dish"]!["id"]!.GetValue<string>());
            Assert.Equal(IdOf(next), change["cursor"]!.GetValue<string>());
        }

        // What happens while the stream is open comes as well.
        await app.DoAsync("markDishAvailable", Ids.Dish(3));
        Assert.Equal(Ids.Dish(3), Data(await NextAsync(resumed))["data"]!["onMenuChanged"]!["dish"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_last_event_that_is_none_is_an_error_event()
    {
        using var stream = await OpenAsync(Changes, "garbage");
        Assert.Equal("INVALID_CURSOR", Data(await NextAsync(stream))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("event: complete|data:", await NextAsync(stream));
    }

    [Fact]
    public async Task A_quiet_stream_shows_that_it_is_alive()
    {
        using var stream = await OpenAsync("subscription { onTicketChanged { cursor } }");
        Assert.Equal(":", await stream.ReadLineAsync());
        Assert.Equal("", await stream.ReadLineAsync());
        app.Time.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(":", await stream.ReadLineAsync());
    }

    private async Task<StreamReader> OpenAsync(string query, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, app.Endpoint) { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", lastEventId is null ? [] : [lastEventId]);
        var response = await app.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    // The lines of the next event; comments are passed over.
    private static async Task<string> NextAsync(StreamReader stream)
    {
        var lines = new List<string>();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await stream.ReadLineAsync(timeout.Token) is { } line && (line.Length > 0 || lines.Count == 0))
        {
            lines.AddRange(line is "" or ":" ? [] : [line]);
        }

        return string.Join('|', lines);
    }

    private static JsonNode Data(string message) => JsonNode.Parse(message[(message.IndexOf("data: ", StringComparison.Ordinal) + 6)..])!;

    private static string IdOf(string message) => message.Split('|').Single(line => line.StartsWith("id: ", StringComparison.Ordinal))[4..];
}
