using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Telemetry;

/// <summary>The log holds nothing that a client wrote, and does not grow with what clients send.</summary>
public sealed class ClientTextTests
{
    private const string ClientText = "clienttext4711";
    private const string Secret = $"\"{ClientText}\"";

    private static readonly string Deep = string.Concat(Enumerable.Repeat("{a", 100));

    private static readonly string[] Documents =
    [
        $"{Deep} {Secret}", $"{{ a(b: {new string('[', 90)}{Secret}", $"mutation {{ signIn(input: {{ name: \"a\", secret: {Secret}", $"mutation {{ signIn(input: {{ name: \"a\", secret: \"{ClientText}\n\" }}) }}",
        $"{{ {ClientText}: restaurant {{ {ClientText} }} }}", $"{{ {ClientText}: dishById(id: {Secret}) {{ id }} }}", $"type {ClientText} {{ a: Int }}", $"{{ __type(name: {Secret}) {{ name }} }} ?", $"{{ __type(name: \"\") {{ {ClientText}: name }} }}",
        $"{{ restaurant @{ClientText} {{ name }} }}", $"query {ClientText}(${ClientText}: {ClientText}) {{ restaurant {{ name }} }}", $"subscription {{ onOrderChanged(orderId: {Secret}) {{ cursor }} }}", $"{{ dishes(after: {Secret}) {{ nodes {{ id }} }} }}",
        $"{{ {ClientText}: ingredients {{ nodes {{ id }} }} }}", $"query($v: Int) {{ {ClientText}: dishes(first: $v) {{ totalCount }} }}", $"query($v: DateTime) {{ orders(where: {{ placedAt: {{ eq: $v }} }}) {{ totalCount }} }}",
        $"query($v: DishFilterInput) {{ {ClientText}: dishes(where: $v) {{ totalCount }} }}", $"query($v: UUID!) {{ {ClientText}: __typename orders(where: {{ id: {{ eq: $v }} }}) {{ totalCount }} }}",
    ];

    [Fact]
    public async Task No_request_writes_its_text_into_the_log()
    {
        var log = new LogLines();
        await using var app = await OpenAsync(log);
        await SendAllAsync(app);
        var before = log.Lines.Count;
        Assert.DoesNotContain(log.Lines, line => line.Contains(ClientText, StringComparison.Ordinal));
        Assert.All(log.Lines, line => Assert.InRange(line.Length, 0, 4_000));

        // The same again is one of its kind.
        await SendAllAsync(app);
        Assert.Equal(before, log.Lines.Count);
    }

    [Fact]
    public async Task A_setting_shows_it_for_debugging()
    {
        var log = new LogLines();
        await using var app = await OpenAsync(log, "--Diagnostics:LogClientText=true");
        await SendAllAsync(app);
        Assert.Contains(log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_is_nested_too_deeply_is_an_error_of_the_client()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var error = (await app.Client.SendAsync(Deep))["errors"]![0]!;
        Assert.Equal("DOCUMENT_TOO_DEEP", error["extensions"]!.Text("code"));
        Assert.Null(error["extensions"]!["traceId"]);
        Assert.Contains("20", error.Text("message"), StringComparison.Ordinal);
    }

    // A table that is gone makes faults of the server of what touches it.
    private static async Task<RestaurantApp> OpenAsync(LogLines log, params string[] settings)
    {
        var app = await RestaurantApp.OpenAsync(
            services => services.AddSingleton<ILoggerProvider>(log), ["--Logging:LogLevel:Default=Information", .. settings]);
        await app.ExecuteAsync("""DROP TABLE "RecipeItems" """);
        return app;
    }

    private static async Task SendAllAsync(RestaurantApp app)
    {
        foreach (var document in Documents)
        {
            await app.PostAsync(new { query = document, variables = new { v = ClientText } }, Wire.GraphQLResponse);
            await app.GetAsync(document);
        }

        var input = JsonSerializer.SerializeToNode(Support.Documents.Margheritas())!["input"]!.AsObject();
        input["note"] = ClientText;
        await app.Client.SendAsync(Support.Documents.PlaceOrder.Replace("placeOrder(", $"{ClientText}: placeOrder(", StringComparison.Ordinal), new { input });
        await app.Client.Http.GetAsync(new Uri(app.Endpoint, $"/reports/sales.csv?from={ClientText}"));
        await app.Client.Http.GetAsync(new Uri(app.Endpoint, $"/orders/{ClientText}/receipt"));
        using var bad = app.As($"Bearer {ClientText}");
        await bad.SendAsync("{ restaurant { name } }");
    }
}
