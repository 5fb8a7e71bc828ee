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

    /// <summary>Names of the meters that are exported.</summary>
    public static IReadOnlyList<string> Meters { get; } =
    [
        GraphTelemetry.Name, PlanReader.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql",
    ];

    /// <summary>Adds it to an application whose configuration names a collector.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<DiagnosticsOptions>("Diagnostics").AddSingleton<FaultLog>().AddSingleton<GraphTelemetry>();
        services.AddHostedService<StoreMetrics>().AddHostedService(static provider =>
        {
            // The metrics of operations are there from the start, and not from the first operation on.
            provider.GetRequiredService<GraphTelemetry>();
            return ActivatorUtilities.CreateInstance<ServerMetrics>(provider);
        });
        if (string.IsNullOrEmpty(configuration[Endpoint]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService(GraphTelemetry.Name))
            .WithTracing(static tracing => tracing.AddSource(GraphTelemetry.Name).AddAspNetCoreInstrumentation())
            .WithMetrics(static metrics => metrics.AddMeter([.. Meters]))
            .UseOtlpExporter();
        return services;
    }
}
