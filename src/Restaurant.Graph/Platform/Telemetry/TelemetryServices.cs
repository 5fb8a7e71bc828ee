using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Restaurant.Graph.Platform.Reading.Plans;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Sends traces and measures where the standard settings of OpenTelemetry say, if they say anything.</summary>
internal static class TelemetryServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds it to an application whose configuration names a collector.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<GraphTelemetry>();
        if (string.IsNullOrEmpty(configuration[Endpoint]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService(GraphTelemetry.Name))
            .WithTracing(static tracing => tracing.AddSource(GraphTelemetry.Name).AddAspNetCoreInstrumentation())
            .WithMetrics(static metrics => metrics.AddMeter(GraphTelemetry.Name, PlanReader.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"))
            .UseOtlpExporter();
        return services;
    }
}
