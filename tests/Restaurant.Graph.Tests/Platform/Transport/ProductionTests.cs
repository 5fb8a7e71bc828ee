using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Tests.Support;
using Snapshooter.Xunit;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>In production the server shows what it does, and nothing of what it is.</summary>
public sealed class ProductionTests
{
    [Fact]
    public async Task The_schema_cannot_be_had()
    {
        await using var app = await RestaurantApp.OpenAsync("--Limits:Introspection=", RestaurantApp.AlwaysOpen);
        Snapshot.Match(await app.Client.SnapshotAsync("{ __schema { types { name } } }"));
        Assert.Equal("INTROSPECTION_DISABLED", (await app.PostAsync(new { query = """{ __type(name: "Dish") { name } }""" })).Code);
        foreach (var path in new[] { "/schema", "/schema.graphql", "/ui/" })
        {
            using var answer = await app.Client.Http.GetAsync(app.Endpoint + path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain("type Query", (await app.SendAsync(HttpMethod.Get, "?sdl", null, null, "*/*")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_without_encryption_is_sent_to_where_there_is_some()
    {
        await using var app = await RestaurantApp.OpenAsync("--https_port=8443");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(app.Endpoint);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, $"https://{app.Endpoint.Host}:8443/graphql"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Nothing_is_suggested()
    {
        await using var app = await RestaurantApp.OpenAsync("--Limits:Introspection=");
        Assert.DoesNotContain("Did you mean", (await app.PostAsync(new { query = "{ restaurants { names } }" })).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("live")]
    [InlineData("ready")]
    public async Task It_says_whether_it_is_well(string question)
    {
        await using var app = await RestaurantApp.OpenAsync();
        Assert.Equal("Healthy", await app.Client.Http.GetStringAsync(new Uri(app.Endpoint, $"/health/{question}")));
    }

    [Fact]
    public async Task A_fault_is_told_by_the_id_under_which_it_is_in_the_log()
    {
        var log = new LogLines();
        await using var app = await RestaurantApp.OpenAsync(services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log));
        await app.ExecuteAsync("""DROP TABLE "RecipeItems" """);
        var answer = await app.Client.SendAsync(Documents.PlaceOrder, Documents.Margheritas());
        var extensions = answer["errors"]![0]!["extensions"]!;
        Assert.Equal("INTERNAL_ERROR", extensions["code"]!.GetValue<string>());
        Assert.Contains(log.Lines, line => line.Contains(extensions["traceId"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_secret_is_in_the_log()
    {
        var log = new LogLines();
        await using var app = await RestaurantApp.OpenAsync(services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log), "--Logging:LogLevel:Default=Trace");
        await app.HireAsync("Ada", Restaurant.Graph.Staff.StaffRole.Cook, "secret-4711");
        var token = await app.ComeToWorkAsync("Ada", "secret-4711");
        using var cook = app.As(token);
        await cook.QueryAsync("{ ingredients { totalCount } }");
        await app.PlaceAsync(new { idempotencyKey = Guid.NewGuid(), type = "TAKEAWAY", note = "note-4711", lines = new[] { new { dishId = Ids.Dish(1), quantity = 1 } } });
        using var bad = app.As(token + "x");
        await bad.SendAsync("{ restaurant { name } }");
        Assert.All(log.Lines, line =>
        {
            Assert.DoesNotContain("secret-4711", line, StringComparison.Ordinal);
            Assert.DoesNotContain("note-4711", line, StringComparison.Ordinal);
            Assert.DoesNotContain(token["Bearer ".Length..], line, StringComparison.Ordinal);
        });
    }
}
