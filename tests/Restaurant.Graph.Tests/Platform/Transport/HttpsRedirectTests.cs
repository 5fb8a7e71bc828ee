using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Transport;

public sealed class HttpsRedirectTests
{
    [Fact]
    public async Task A_server_behind_a_proxy_redirects_nothing_and_warns_of_nothing()
    {
        var log = new LogLines();
        await using var app = await RestaurantApp.OpenAsync(services => services.AddSingleton<ILoggerProvider>(log), "--Logging:LogLevel:Default=Warning");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app));
        Assert.DoesNotContain(log.Lines, static line => line.Contains("https port", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_told_its_https_port_redirects()
    {
        await using var app = await RestaurantApp.OpenAsync("--https_port=8443");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, await StatusAsync(app));
    }

    private static async Task<HttpStatusCode> StatusAsync(RestaurantApp app)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync(new Uri(app.Endpoint, "/graphql?query={restaurant{name}}"));
        return response.StatusCode;
    }
}
