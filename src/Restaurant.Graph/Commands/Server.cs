using Restaurant.Graph.Dining;
using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform.Settings;
using Restaurant.Graph.Platform.Transport;
using Restaurant.Graph.Reports;

namespace Restaurant.Graph.Commands;

/// <summary>The application.</summary>
internal static class Server
{
    /// <summary>Puts it together.</summary>
    /// <param name="args">Configuration, such as <c>--urls</c> or <c>--Restaurant:AlwaysOpen=true</c>.</param>
    /// <param name="configure">What is different this time, applied last.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = Builder(args);
        builder.AddRestaurant();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapGraphQL();
        app.MapTableCodes();
        app.MapReceipts();
        app.MapReports();
        return app;
    }

    /// <summary>What it is told, by files, variables and arguments.</summary>
    public static IConfiguration Configuration(string[] args) => Builder(args).Configuration;

    /// <summary>The sections of the configuration that it reads, without reading any.</summary>
    public static IEnumerable<string> Sections() => WebApplication.CreateEmptyBuilder(new WebApplicationOptions()).AddRestaurant().Services
        .Select(static service => service.ServiceType == typeof(SettingsSection) ? service.ImplementationInstance : null).OfType<SettingsSection>().Select(static section => section.Name);

    /// <summary>Opens the restaurant and serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = Build(args);
        await DatabaseFault.NameAsync(() => DatabasePlace.Of(app.Services), async () =>
        {
            await app.StartAsync(cancellationToken);
            return 0;
        });
        Greeting.Print(app, Console.Out);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static WebApplicationBuilder Builder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
}
