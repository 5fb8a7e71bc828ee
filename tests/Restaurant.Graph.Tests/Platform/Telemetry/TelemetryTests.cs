using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Telemetry;

/// <summary>Operators are told of operations what they need, and nothing of what is in them.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_trace_has_the_name_and_the_hash_of_an_operation_and_no_variables()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var traces = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = traces.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await app.PostAsync(new { query = "query Mine($id: ID!) { dishById(id: $id) { name } }", operationName = "Mine", variables = new { id = Ids.Dish(7) } });
        var trace = Assert.Single(traces, trace => trace.GetTagItem("graphql.operation.name") is "Mine");
        Assert.Equal("OK", trace.GetTagItem("graphql.outcome"));
        Assert.Matches("^[0-9a-f]{16}$", trace.GetTagItem("graphql.document.hash") as string);
        Assert.DoesNotContain(trace.TagObjects, tag => $"{tag.Value}".Contains(Ids.Dish(7), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_measured_what_is_asked_what_waits_and_who_follows()
    {
        await using var app = await RestaurantApp.OpenAsync();
        var (measured, meters) = (new ConcurrentDictionary<string, double>(StringComparer.Ordinal), app.Services.GetRequiredService<IMeterFactory>());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.Start();
        await using var socket = await SocketClient.InitAsync(app.Endpoint);
        await app.Client.QueryAsync("{ dishes(first: 3) { nodes { name } } }");
        await app.Client.QueryAsync("{ dishes(first: 3) { nodes { name } } }");
        listener.RecordObservableInstruments();
        Assert.Equal(8, measured["graphql.operation.cost"]);
        Assert.InRange(measured["graphql.operation.duration"], 0.000001, 60);
        Assert.Equal(1, measured["graphql.documents.prepared"]);
        Assert.Equal(2, measured["graphql.cache.requests"]);
        Assert.Equal(1, measured["graphql.sockets"]);
        Assert.Equal((0, 0), (measured["graphql.writes.waiting"], measured["graphql.events.lag"]));
    }
}
