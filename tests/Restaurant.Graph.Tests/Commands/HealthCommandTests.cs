using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary><c>health</c>, as a container runs it.</summary>
public sealed class HealthCommandTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    [Theory]
    [InlineData(0, "/health/ready", "200 Healthy")]
    [InlineData(0, "/health/live", "200 Healthy")]
    [InlineData(1, "/nowhere", "404")]
    public async Task The_exit_code_says_what_the_server_says(int expected, string path, string answer)
    {
        var address = new Uri(app.Endpoint, path).ToString();
        var (code, output, error) = await CommandRun.OfAsync(["health", "--url", address]);
        Assert.Equal((expected, $"{address}: {answer}", ""), (code, output.Trim(), error));
    }

    [Fact]
    public async Task Without_an_address_a_server_of_the_same_settings_is_asked()
    {
        var address = app.Endpoint.GetLeftPart(UriPartial.Authority);
        var (code, output, error) = await CommandRun.OfAsync(["health", "--urls", address]);
        Assert.Equal((0, $"{address}/health/ready: 200 Healthy", ""), (code, output.Trim(), error));
    }

    [Fact]
    public async Task Whoever_asks_by_https_where_there_is_none_is_told_so_in_one_line()
    {
        var address = $"https://127.0.0.1:{app.Endpoint.Port}/";
        var (code, _, error) = await CommandRun.OfAsync(["health", "--url", address]);
        Assert.Equal((1, $"{address}: nothing there speaks https with a certificate that is trusted here.\n"), (code, error));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/health/ready", "http://127.0.0.1:1/health/ready: ")]
    [InlineData("http://127.0.0.1:1/", "--timeout is 00:00:00 where it has to be from ", "--timeout", "0")]
    [InlineData("nowhere", "--url is 'nowhere' where an address such as http://localhost:5000/health/ready is needed.")]
    public async Task A_server_that_is_not_there_is_not_healthy(string address, string message, params string[] more)
    {
        var (code, _, error) = await CommandRun.OfAsync(["health", "--url", address, .. more]);
        Assert.Equal(1, code);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }
}
