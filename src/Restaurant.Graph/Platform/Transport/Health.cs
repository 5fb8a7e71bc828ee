using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Where it can be asked whether the server lives, and whether it can be sent requests.</summary>
internal static class Health
{
    /// <summary>Adds both addresses to the application.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
        app.MapHealthChecks("/health/ready");
    }
}

/// <summary>Whether the store can be read and takes writes.</summary>
internal sealed class StoreHealth(LogPosition log, WriteQueue queue, FaultLog faults) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await log.NewestAsync(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            faults.Write("The store is not ready", fault);
            return HealthCheckResult.Unhealthy("The store cannot be read.");
        }

        return queue.IsOpen ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("It is stopping, or too much waits to be written.");
    }
}
