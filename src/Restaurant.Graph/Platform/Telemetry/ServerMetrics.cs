using System.Diagnostics.Metrics;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Metrics of the state of the server. All are read from memory, so a store that hangs does not keep metrics from being exported.</summary>
internal sealed class ServerMetrics : IHostedService
{
    public ServerMetrics(IMeterFactory meters, WriteQueue queue, EventTail tail, Leadership leadership)
    {
        var meter = meters.Create(GraphTelemetry.Name);
        meter.CreateObservableGauge(
            "graphql.leader", () => leadership.IsLeader ? 1 : 0, null, "1 where this instance runs the background jobs, else 0.");
        meter.CreateObservableGauge("graphql.writes.waiting", () => queue.Waiting, "{write}", "Units of work that wait for their turn.");
        meter.CreateObservableGauge("graphql.writes.limit", () => queue.MaxWaiting, "{write}", "Units of work that may wait.");
        meter.CreateObservableGauge(
            "graphql.events.age", () => tail.Age.TotalSeconds, "s", "Time since the reader of the event log was at its end; 0 without subscriptions.");
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
