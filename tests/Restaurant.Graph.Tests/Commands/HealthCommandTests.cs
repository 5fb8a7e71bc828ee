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

    [Theory]
    [InlineData("http://127.0.0.1:1/health/ready", "http://127.0.0.1:1/health/ready: ")]
    [InlineData("nowhere", "--url is 'nowhere' where an address such as http://localhost:8080/health/ready is needed.")]
    public async Task A_server_that_is_not_there_is_not_healthy(string address, string message)
    {
        var (code, _, error) = await CommandRun.OfAsync(["health", "--url", address]);
        Assert.Equal(1, code);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }
}
