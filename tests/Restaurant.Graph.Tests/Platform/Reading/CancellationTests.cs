using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>An operation that takes longer than it may, or than anybody waits for it, is stopped.</summary>
public sealed class CancellationTests
{
    private const string Short = "--Reading:Timeout=00:00:00.2";
    private const string Deep = "--Limits:MaxNavigationDepth=20";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Each level of it multiplies what SQLite has to look at. PostgreSQL knows a short way, which `SlowAsync` bars.
    private static readonly string MinutesOfSql =
        $"{{ dishes(where: {Nested(6, "{ category: { dishes: { some: INNER } } }", "{ name: { eq: \"Air\" } }")}) {{ totalCount nodes {{ id }} }} }}";

    // Each statement of it is quick, but each level multiplies what has to be written.
    private static readonly string MillionsOfRows =
        $"{{ dishes(first: 50) {{ nodes {{ {Nested(4, "category { dishes { INNER } }", "name description")} }} }} }}";

    [Fact]
    public async Task What_takes_too_long_to_read_is_stopped_and_says_so()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, Short, Deep);
        await using (await SlowAsync(app))
        {
            await AssertTimesOutAsync(app, MinutesOfSql);
        }

        Assert.Equal(0, InUse(app));
        await AssertAnswersAsync(app);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_is_too_large_to_write_is_not_written_and_says_so()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen);
        var answer = await app.PostAsync(new { query = MillionsOfRows }, Wire.GraphQLResponse);
        Assert.Equal("ANSWER_TOO_LARGE", answer.Code);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(0, InUse(app));
        await AssertAnswersAsync(app);
        await app.DisposeAsync();
    }

    /// <summary>Its execution had begun, so that there is an entry `data` (https://spec.graphql.org/September2025/#sec-Data), and the request was not a bad one.</summary>
    [Fact]
    public async Task That_it_took_too_long_is_an_error_of_the_execution()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, Short, Deep);
        await using var slow = await SlowAsync(app);
        var answer = await app.PostAsync(new { query = MinutesOfSql }, Wire.GraphQLResponse);
        Assert.Equal("TIMEOUT", answer.Code);
        Assert.NotEqual(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(answer.Json.AsObject().ContainsKey("data"), answer.Body);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_stopped()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Reading:Timeout=00:05:00", Deep);
        using var leaving = new CancellationTokenSource();
        await using var slow = await SlowAsync(app);
        var answer = PostAsync(app, MinutesOfSql, leaving.Token);
        await UntilAsync(() => InUse(app) == 1, "It has not begun.");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await UntilAsync(() => InUse(app) == 0, "It has not been stopped.");
        await AssertAnswersAsync(app);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_a_socket_asks_for_is_stopped_when_it_closes()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Reading:Timeout=00:05:00", Deep);
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await using var slow = await SlowAsync(app);
        await socket.SubscribeAsync("1", MinutesOfSql);
        await UntilAsync(() => InUse(app) == 1, "It has not begun.");
        await socket.SendAsync(new { id = "1", type = "complete" });
        await UntilAsync(() => InUse(app) == 0, "It has not been stopped.");
        await socket.SubscribeAsync("2", MinutesOfSql);
        await UntilAsync(() => InUse(app) == 1, "It has not begun.");
        socket.Abort();
        await UntilAsync(() => InUse(app) == 0, "It has not been stopped.");
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_was_stopped_leaves_no_snapshot_behind()
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, Short, Deep, "--Reading:Cache=false");
        await using (await SlowAsync(app))
        {
            await AssertTimesOutAsync(app, MinutesOfSql);
        }

        await app.DoAsync("markDishUnavailable", Ids.Dish(1));
        var dish = await app.Client.QueryAsync("query($id: ID!) { dishById(id: $id) { isAvailable } }", new { id = Ids.Dish(1) });
        Assert.False(dish["dishById"]!["isAvailable"]!.GetValue<bool>());
        await app.DisposeAsync();
    }

    // Somebody else holds the dishes, on PostgreSQL.
    private static async ValueTask<DbConnection> SlowAsync(RestaurantApp app)
    {
        var other = app.Store.Connect();
        if (app.Store is TestDatabase)
        {
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN; LOCK TABLE \"Dishes\"";
            await command.ExecuteNonQueryAsync();
        }

        return other;
    }

    private static async Task AssertTimesOutAsync(RestaurantApp app, string query)
    {
        using var patience = new CancellationTokenSource(Patience);
        var watch = Stopwatch.StartNew();
        using var response = await PostAsync(app, query, patience.Token);
        var body = await response.Content.ReadAsStringAsync(patience.Token);
        Assert.Equal("TIMEOUT", body.Length < 1000 ? JsonNode.Parse(body)!["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>() : $"{body.Length} characters after {watch.Elapsed}");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static Task<HttpResponseMessage> PostAsync(RestaurantApp app, string query, CancellationToken cancellationToken) =>
        app.Client.Http.PostAsync(app.Endpoint, JsonContent.Create(new { query }), cancellationToken);

    private static async Task AssertAnswersAsync(RestaurantApp app) =>
        Assert.NotEmpty((await app.Client.QueryAsync("{ stations { id } }"))["stations"]!.AsArray());

    private static int InUse(RestaurantApp app) => app.Services.GetRequiredService<ReadConnections>().InUse;

    private static string Nested(int levels, string around, string inner) =>
        levels == 0 ? inner : around.Replace("INNER", Nested(levels - 1, around, inner), StringComparison.Ordinal);

    private static async Task UntilAsync(Func<bool> holds, string message)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); await Task.Yield())
        {
            Assert.True(watch.Elapsed < Patience, message);
        }
    }
}
