using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Settings;
using Restaurant.Graph.Platform.Transport;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform;

/// <summary>The settings of the platform, each a section of the configuration that is validated when the server starts.</summary>
internal static class PlatformOptions
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPlatformOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<AuthOptions>, AuthValidation>();
        services.AddOptions<LimitOptions>().PostConfigure<IHostEnvironment>(static (limits, environment) => limits.Introspection ??= !environment.IsProduction());
        services.AddOptions<CorsSettings>()
            .PostConfigure<IHostEnvironment>(static (cors, environment) => cors.AllowPrivateOrigins ??= environment.IsDevelopment());
        return services
            .AddSection<AuthOptions>("Auth")
            .AddSection<CorsSettings>("Cors")
            .AddSection<EventOptions>("Events")
            .AddSection<HttpOptions>("Http")
            .AddSection<LimitOptions>("Limits")
            .AddSection<PagingOptions>("Paging")
            .AddSection<PersistedDocumentOptions>("PersistedDocuments")
            .AddSection<ReadingOptions>("Reading")
            .AddSection<WebSocketLimits>("WebSocket")
            .AddSection<WritingOptions>("Writing");
    }

    /// <summary>Adds the settings of a section.</summary>
    public static IServiceCollection AddSection<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(T)));
        services.AddSingleton<IOptionsChangeTokenSource<T>>(provider =>
            new ConfigurationChangeTokenSource<T>(Options.DefaultName, provider.GetRequiredService<IConfiguration>().GetSection(section)));
        services.AddOptions<T>()
            .Configure<IConfiguration>((options, configuration) => Bind(configuration, section, options))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<T>>(provider => new SectionValidator<T>(provider.GetRequiredService<IConfiguration>(), section));
        return services;
    }
    // What cannot be bound is left out here, so that the validator can report it together with all other errors.
    private static void Bind<T>(IConfiguration configuration, string section, T options)
        where T : class
    {
        var entries = SectionReader.Read(configuration.GetSection(section), section, typeof(T)).Entries;
        new ConfigurationBuilder().AddInMemoryCollection(entries).Build().GetSection(section).Bind(options);
    }
}
