using System.Diagnostics.Metrics;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Metrics of the size of the store, measured at intervals and not when they are exported.</summary>
internal sealed class StoreMetrics : Recurring
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly StoreSize _size;
    private volatile StoreBytes? _bytes;

    public StoreMetrics(IMeterFactory meters, StoreSize size, TimeProvider time, FaultLog log)
        : base(Interval, time, log)
    {
        _size = size;
        var meter = meters.Create(GraphTelemetry.Name);
        meter.CreateObservableGauge("graphql.store.size", () => Measured(_bytes?.Data), "By", "Size of the database.");
        meter.CreateObservableGauge("graphql.store.wal.size", () => Measured(_bytes?.WriteAheadLog), "By", "Size of the write-ahead log.");
    }

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken) => _bytes = await _size.MeasureAsync(cancellationToken);

    private static IEnumerable<Measurement<long>> Measured(long? bytes) => bytes is { } known ? [new Measurement<long>(known)] : [];
}
