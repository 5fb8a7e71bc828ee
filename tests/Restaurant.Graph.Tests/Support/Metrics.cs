using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Restaurant.Graph.Tests.Support;

/// <summary>Records the metrics of one server.</summary>
internal sealed class Metrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, bool> _instruments = [];
    private readonly ConcurrentDictionary<(string Name, string Tag), double> _sums = [];
    private readonly ConcurrentDictionary<(string Name, string Key), bool> _tags = [];

    public Metrics(RestaurantApp app)
    {
        var scope = app.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == scope || instrument.Meter.Name is "System.Runtime")
            {
                _instruments.TryAdd(instrument, true);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Instruments that the server has.</summary>
    public IEnumerable<Instrument> Instruments => _instruments.Keys;

    /// <summary>Keys of the tags that were recorded with an instrument.</summary>
    public IEnumerable<string> TagsOf(string name) => _tags.Keys.Where(tag => tag.Name == name).Select(tag => tag.Key);

    /// <summary>Number of measurements of a histogram, or sum of a counter, that have a tag value.</summary>
    public double Sum(string name, string tag = "") => _sums.GetValueOrDefault((name, tag));

    /// <summary>Value of an observable instrument now.</summary>
    public double Observe(string name)
    {
        _sums.TryRemove((name, ""), out _);
        _listener.RecordObservableInstruments();
        return Sum(name);
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var isHistogram = instrument is Histogram<double> or Histogram<int> or Histogram<long>;
        _sums.AddOrUpdate((instrument.Name, ""), value, (_, sum) => sum + value);
        foreach (var (key, tag) in tags)
        {
            _tags.TryAdd((instrument.Name, key), true);
            _sums.AddOrUpdate((instrument.Name, $"{tag}"), isHistogram ? 1 : value, (_, sum) => sum + (isHistogram ? 1 : value));
        }
    }
}
