using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Composition;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Registers what knows who asks, and what they may see.</summary>
internal static class SecurityServices
{
    /// <summary>Adds it, with what features declare.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services, FeatureTypes features)
    {
        foreach (var visibility in features.Of<IVisibility>())
        {
            services.AddSingleton(typeof(IVisibility), visibility);
        }

        foreach (var rights in features.Of<IRights>())
        {
            services.AddScoped(typeof(IRights), rights);
        }

        services.AddAuthentication().AddJwtBearer(BearerSetup.Own, static _ => { }).AddJwtBearer(BearerSetup.Provider, static _ => { });
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>();
        return services.AddSingleton<VisibilityRules>().AddScoped<AuditTrail>().AddSingleton<TokenIssuer>().AddSingleton<DeviceTokens>().AddSingleton<NetworkHasher>().AddSingleton<Authenticator>()
            .AddSingleton<Rights>().AddHostedService(static provider => provider.GetRequiredService<Rights>());
    }

    /// <summary>
    /// Leaves it to <see cref="Authenticator"/> to find out who asks: the framework puts its own middleware in front of every request wherever there
    /// are schemes, which makes a scope and handlers for each and is asked by nobody.
    /// </summary>
    public static void UseOwnAuthentication(this IApplicationBuilder app) => app.Properties["__AuthenticationMiddlewareSet"] = true;
}
