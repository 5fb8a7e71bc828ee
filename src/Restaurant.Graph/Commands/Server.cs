using Microsoft.Extensions.Options;
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
        return Map(builder.Build());
    }

    /// <summary>What it is told, by files, variables and arguments.</summary>
    public static IConfiguration Configuration(string[] args) => Builder(args).Configuration;

    /// <summary>The sections of the configuration that it reads, without reading any.</summary>
    public static IEnumerable<string> Sections() => WebApplication.CreateEmptyBuilder(new WebApplicationOptions()).AddRestaurant().Services
        .Select(static service => service.ServiceType == typeof(SettingsSection) ? service.ImplementationInstance : null).OfType<SettingsSection>().Select(static section => section.Name);

    /// <summary>Opens the restaurant and serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        await using var app = BuildValid(args);
        await DatabaseFault.NameAsync(() => DatabasePlace.Of(app.Services), () => ListeningFault.ExplainAsync(() => app.StartAsync(cancellationToken)));
        Greeting.Print(app, Console.Out);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Validates all settings, before the first one is used.</summary>
    /// <exception cref="OptionsValidationException">Some are wrong: it has a message for each.</exception>
    public static void Validate(string[] args)
    {
        var builder = Builder(args);
        builder.AddRestaurant();
        Validate(builder);
    }

    private static void Validate(WebApplicationBuilder builder)
    {
        // With services of its own, since those of the application already need right settings to be built: the log and Kestrel.
        using var services = builder.Services.BuildServiceProvider();
        string[] errors = [.. HostSettings.Errors(builder.Configuration, builder.Environment.IsDevelopment()), .. OptionErrors(services)];
        if (errors is not [])
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(WebApplication), errors);
        }
    }

    private static WebApplicationBuilder Builder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    private static WebApplication BuildValid(string[] args)
    {
        var builder = Builder(args);
        builder.AddRestaurant();
        Validate(builder);
        var app = builder.Build();
        foreach (var warning in HostSettings.Warnings(app.Configuration, app.Environment.EnvironmentName, Arguments.KnownSections))
        {
            app.Logger.LogWarning("{Warning}", warning);
        }

        return Map(app);
    }

    private static IEnumerable<string> OptionErrors(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
        catch (AggregateException several) when (several.InnerExceptions.All(static invalid => invalid is OptionsValidationException))
        {
            return several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(static invalid => invalid.Failures);
        }
    }

    private static WebApplication Map(WebApplication app)
    {
        app.MapGraphQL();
        app.MapTableCodes();
        app.MapReceipts();
        app.MapReports();
        return app;
    }
}
