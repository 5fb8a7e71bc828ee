using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

/// <summary>Which headers pages of other origins may send, and how an operator hears of refused origins.</summary>
public sealed class CorsTests(CorsTests.Private open) : IClassFixture<CorsTests.Private>
{
    private const string Friend = "https://order.example";

    /// <summary>A restaurant that is used from private addresses.</summary>
    public sealed class Private() : RestaurantApp(AlwaysOpen, "--Cors:AllowPrivateOrigins=true");

    [Theory]
    [InlineData("traceparent,tracestate,baggage")]
    [InlineData("apollographql-client-name,apollographql-client-version")]
    [InlineData("x-apollo-operation-name,x-apollo-operation-id")]
    [InlineData("authorization,content-type,graphql-cost,last-event-id,if-none-match")]
    public async Task Pages_may_send_the_headers_of_tracing_and_of_usual_clients(string headers)
    {
        await using var app = await RestaurantApp.OpenAsync($"--Cors:Origins:0={Friend}");
        var allowed = await AllowedHeadersAsync(app, Friend, headers);
        Assert.All(headers.Split(','), header => Assert.Contains(header, allowed, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Allowed_headers_are_a_setting()
    {
        await using var app = await RestaurantApp.OpenAsync($"--Cors:Origins:0={Friend}", "--Cors:AllowedHeaders=content-type, x-own");
        Assert.Contains("x-own", await AllowedHeadersAsync(app, Friend, "x-own"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("traceparent", await AllowedHeadersAsync(app, Friend, "traceparent"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("http://localhost:1", true)]
    [InlineData("https://localhost:64999", true)]
    [InlineData("http://kitchen.localhost:8000", true)]
    [InlineData("http://127.0.0.1:5173", true)]
    [InlineData("http://[::1]:5173", true)]
    [InlineData("http://10.1.2.3", true)]
    [InlineData("http://172.16.0.1:3000", true)]
    [InlineData("http://192.168.178.20:5173", true)]
    [InlineData("http://[fd00::1]:5173", true)]
    [InlineData("http://172.32.0.1", false)]
    [InlineData("http://8.8.8.8", false)]
    [InlineData("https://192.168.1.1.evil.example", false)]
    [InlineData("https://localhost.evil.example", false)]
    [InlineData("null", false)]
    public async Task Private_addresses_are_allowed_on_every_port_where_that_is_set(string origin, bool isAllowed) =>
        Assert.Equal(isAllowed, await AllowedHeadersAsync(open, origin, "content-type") is not "");

    [Fact]
    public async Task Private_addresses_are_not_allowed_in_production()
    {
        await using var app = await RestaurantApp.OpenAsync();
        Assert.Equal("", await AllowedHeadersAsync(app, "http://localhost:5173", "content-type"));
        Assert.Equal("", await AllowedHeadersAsync(app, "http://192.168.178.20:5173", "content-type"));
    }

    [Fact]
    public async Task A_refused_origin_is_logged_once_with_the_setting_that_allows_it()
    {
        var log = new LogLines();
        await using var app = await RestaurantApp.OpenAsync(
            services => services.AddSingleton<ILoggerProvider>(log), $"--Cors:Origins:0={Friend}", "--Logging:LogLevel:Default=Warning");
        for (var time = 0; time < 3; time++)
        {
            await AllowedHeadersAsync(app, "https://page.example", "content-type");
            await AllowedHeadersAsync(app, Friend, "content-type");
            await AllowedHeadersAsync(app, "null", "content-type");
        }

        Assert.Single(Refusals(log), line => line.Contains("--Cors:Origins:1=https://page.example", StringComparison.Ordinal));
        for (var number = 0; number < 100; number++)
        {
            await AllowedHeadersAsync(app, $"https://page{number}.example", "content-type");
        }

        Assert.Equal(20, Refusals(log).Count);
        app.Time.Advance(TimeSpan.FromMinutes(10));
        await AllowedHeadersAsync(app, "https://page.example", "content-type");
        Assert.Equal(21, Refusals(log).Count);
    }

    private static List<string> Refusals(LogLines log) =>
        [.. log.Lines.Where(static line => line.Contains("was refused", StringComparison.Ordinal))];

    private static async Task<string> AllowedHeadersAsync(RestaurantApp app, string origin, string headers)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, app.Endpoint);
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", headers);
        using var answer = await app.Client.Http.SendAsync(preflight);
        return answer.Headers.Contains("Access-Control-Allow-Origin")
            && answer.Headers.TryGetValues("Access-Control-Allow-Headers", out var allowed)
            ? string.Join(',', allowed)
            : "";
    }
}
