using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Reading;

/// <summary>Counts the SQL statements of a restaurant's operations, told from those of all others by the factory that made its meter.</summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly RestaurantApp _app;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<int> _taken = new();

    public StatementCounter(RestaurantApp app)
    {
        _app = app;
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PlanReader.MeterName && ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Name == PlanReader.StatementsName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, statements, _, _) => _taken.Enqueue(statements));
        _listener.Start();
    }

    /// <summary>How many operations were read by plans since the last query.</summary>
    public int Operations => _taken.Count;

    /// <summary>How many statements the query took, which has to be read by a plan.</summary>
    public async Task<int> OfAsync(string query, object? variables = null) => Assert.Single(await MeasuredAsync(query, variables));

    /// <summary>What was measured while the query was answered, without an error: nothing where the answer was known.</summary>
    public Task<IReadOnlyList<int>> MeasuredAsync(string query, object? variables = null) => MeasuredAsync(() => _app.Client.QueryAsync(query, variables));

    /// <summary>Asks until the answer is known.</summary>
    public Task UntilKeptAsync(string query) => UntilKeptAsync(() => _app.Client.QueryAsync(query));

    /// <summary>Asks until the answer is known. On PostgreSQL what any other database of the server writes meanwhile ends that.</summary>
    public async Task UntilKeptAsync(Func<Task> ask)
    {
        for (var times = 0; (await MeasuredAsync(ask)).Count > 0; times++)
        {
            Assert.True(times < 200, "It is read each time.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private async Task<IReadOnlyList<int>> MeasuredAsync(Func<Task> ask)
    {
        _taken.Clear();
        await ask();
        return [.. _taken];
    }
}
