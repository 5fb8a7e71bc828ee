using System.Collections.Concurrent;

namespace Restaurant.Bench.Contenders.AdoNet.Streams;

/// <summary>Open connections that read events, each used by one at a time.</summary>
internal sealed class EventReaders(string database)
{
    private readonly ConcurrentStack<EventReader> _idle = new();

    /// <summary>The number of the latest event of an order; null if there is none.</summary>
    public long? Latest()
    {
        var reader = Take();
        var latest = reader.Latest();
        _idle.Push(reader);
        return latest;
    }

    /// <summary>The message that tells one who follows of an event.</summary>
    public byte[] Read(long number, byte[] id)
    {
        var reader = Take();
        var message = reader.Read(number, id);
        _idle.Push(reader);
        return message;
    }

    private EventReader Take() => _idle.TryPop(out var idle) ? idle : new EventReader(database);
}
