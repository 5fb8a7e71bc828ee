using System.Collections.Concurrent;
using System.Diagnostics;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Telemetry;

/// <summary>Operators are told of operations what they need, and nothing of what is in them.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_trace_has_the_name_and_the_hash_of_an_operation_and_no_variables()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var traces = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = traces.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await app.PostAsync(new { query = "query Mine($id: ID!) { dishById(id: $id) { name } }", operationName = "Mine", variables = new { id = Ids.Dish(7) } });
        var trace = Assert.Single(traces, trace => trace.GetTagItem("graphql.operation.name") is "Mine");
        Assert.Equal("OK", trace.GetTagItem("graphql.outcome"));
        Assert.Matches("^[0-9a-f]{16}$", trace.GetTagItem("graphql.document.hash") as string);
        Assert.DoesNotContain(trace.TagObjects, tag => $"{tag.Value}".Contains(Ids.Dish(7), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_measured_what_is_asked_what_waits_and_who_follows()
    {
        await using var app = await RestaurantApp.OpenAsync();
        using var metrics = new Metrics(app);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await app.Client.QueryAsync("{ dishes(first: 3) { nodes { name } } }");
        await app.Client.QueryAsync("{ dishes(first: 3) { nodes { name } } }");
        Assert.Equal(8, metrics.Sum("graphql.operation.cost"));
        Assert.InRange(metrics.Sum("graphql.operation.duration"), 0.000001, 60);
        Assert.Equal(1, metrics.Sum("graphql.documents.prepared"));
        Assert.Equal(2, metrics.Sum("graphql.cache.requests"));
        Assert.Equal(1, metrics.Sum("graphql.sockets"));
        Assert.Equal((0, 1_000), (metrics.Observe("graphql.writes.waiting"), metrics.Observe("graphql.writes.limit")));
        await Wait.UntilAsync(() => metrics.Observe("graphql.leader") == 1);
        await Wait.UntilAsync(() => metrics.Observe("graphql.store.size") > 100_000);
    }

    [Fact]
    public async Task Streams_are_counted_and_the_age_of_what_they_read_is_known()
    {
        await using var app = await RestaurantApp.OpenAsync();
        using var metrics = new Metrics(app);
        Assert.Equal(0, metrics.Observe("graphql.events.age"));
        await using (var socket = await SocketClient.InitAsync(app.Endpoint))
        {
            await socket.SubscribeAsync("1", "subscription { onMenuChanged { cursor } }");
            await Wait.UntilAsync(() => metrics.Sum("graphql.streams") == 1);
            await socket.SendAsync(new { type = "complete", id = "1" });
            await Wait.UntilAsync(() => metrics.Sum("graphql.streams") == 0);
        }

        // The log is looked at after each interval, and the clock stands still in between.
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await Wait.UntilAsync(() => metrics.Observe("graphql.events.age") == 0);
    }

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{", "GRAPHQL_SYNTAX_ERROR")]
    [InlineData("subscription { onMenuChanged { cursor } }", "OPERATION_NOT_ALLOWED")]
    [InlineData("{ dishes(after: \"garbage\") { totalCount } }", "INVALID_CURSOR")]
    public async Task A_refusal_is_counted_by_the_code_that_the_client_gets(string query, string code)
    {
        await using var app = await RestaurantApp.OpenAsync();
        using var metrics = new Metrics(app);
        Assert.Equal(code, (await app.Client.SendAsync(query))["errors"]![0]!["extensions"]!.Text("code"));
        Assert.Equal((1, 1), (metrics.Sum("graphql.operation.duration", code), metrics.Sum("graphql.refusals", code)));
    }

    [Fact]
    public async Task Refusals_of_tokens_and_of_payloads_are_counted_and_faults_of_the_server()
    {
        await using var app = await RestaurantApp.OpenAsync();
        using var metrics = new Metrics(app);
        using var bad = app.As("Bearer garbage");
        await bad.SendAsync("{ restaurant { name } }");
        Assert.Equal(1, metrics.Sum("graphql.refusals", "AUTH_NOT_AUTHENTICATED"));
        var payload = await app.TryAsync("acceptOrder", "T3JkZXI6OTk5");
        Assert.Equal(1, metrics.Sum("graphql.refusals", payload.Codes().Single()));
        await app.ExecuteAsync("""DROP TABLE "RecipeItems" """);
        await app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas());
        Assert.Equal((1, 1), (metrics.Sum("graphql.operation.duration", "INTERNAL_ERROR"), metrics.Sum("graphql.refusals", "INTERNAL_ERROR")));
    }
}
