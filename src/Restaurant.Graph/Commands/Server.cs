using Restaurant.Graph.Dining;
using Restaurant.Graph.Payments;
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
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddRestaurant();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapGraphQL();
        app.MapTableCodes();
        app.MapReceipts();
        app.MapReports();
        return app;
    }

    /// <summary>Opens the restaurant and serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = Build(args);
        await app.StartAsync(cancellationToken);
        Greeting.Print(app, Console.Out);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
