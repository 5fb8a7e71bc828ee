using Restaurant.Graph.Platform.Transport;

namespace Restaurant.Graph.Commands;

/// <summary>The application.</summary>
internal static class Server
{
    /// <summary>Puts it together.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddRestaurant();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapGraphQL();
        return app;
    }

    /// <summary>Opens the restaurant and serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = Build(args);
        await app.StartAsync(cancellationToken);
        Greet(app);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static void Greet(WebApplication app)
    {
    }
}
