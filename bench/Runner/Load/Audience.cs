using System.Diagnostics;

namespace Restaurant.Bench.Runner.Load;

/// <summary>Many who follow the same, in one thread around <see cref="Poll"/>.</summary>
internal sealed class Audience : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What comes in this time is taken together, so that counting takes little of the processor from those who are counted.</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(1);

    private readonly byte[] _buffer = new byte[1 << 17];
    private readonly List<Subscriber> _subscribers = [];

    /// <summary>Has so many follow at one server.</summary>
    public Audience(Uri server, int count, byte[] payload)
        : this([server], count, payload)
    {
    }

    /// <summary>Has so many follow, each on a socket of its own, at several servers by turns, and waits for the first message of each.</summary>
    public Audience(IReadOnlyList<Uri> servers, int count, byte[] payload)
    {
        try
        {
            for (var i = 0; i < count; i++)
            {
                _subscribers.Add(new Subscriber(servers[i % servers.Count], _buffer));
            }

            _subscribers[0].KeepsLast = true;
            _subscribers.ForEach(subscriber => subscriber.Subscribe(payload));
            Receive(0);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Subscriber> Subscribers => _subscribers;

    /// <summary>The answer in the last message that one of them got.</summary>
    public byte[] Last => _subscribers[0].Last;

    /// <summary>Waits until all have had so many events, or nothing comes any more.</summary>
    /// <returns>When the last came, as a timestamp, and how many have not come.</returns>
    public (long At, long Lost) Receive(int events)
    {
        Poll.Entry[] entries = [.. _subscribers.Select(subscriber => Poll.Entry.Of(subscriber.Descriptor))];
        var at = Stopwatch.GetTimestamp();
        while (_subscribers.Exists(subscriber => subscriber.Events < events) && Poll.Wait(entries, Patience))
        {
            for (var i = 0; i < entries.Length; i++)
            {
                if (entries[i].IsReady)
                {
                    _subscribers[i].Receive(_buffer);
                }
            }

            at = Stopwatch.GetTimestamp();
            Thread.Sleep(Nap);
        }

        return _subscribers.Exists(subscriber => subscriber.Events > events)
            ? throw new InvalidDataException("There were more events than orders.")
            : (at, _subscribers.Sum(subscriber => (long)(events - subscriber.Events)));
    }

    /// <inheritdoc />
    public void Dispose() => _subscribers.ForEach(subscriber => subscriber.Dispose());
}
