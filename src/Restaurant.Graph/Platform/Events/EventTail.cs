using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Events;

/// <summary>The end of the event log: reads what is new once, and passes it to the feeds that it belongs to.</summary>
internal sealed class EventTail(
    IServiceScopeFactory scopes, EventSignal signal, LogPosition position, IOptions<EventOptions> options, TimeProvider time, FaultLog log) : IAsyncDisposable
{
    private const int BatchSize = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<FeedKey, Feed> _feeds = [];
    private readonly CancellationTokenSource _stop = new();
    private Task? _reading;
    private long _last;
    private long _atEnd;

    /// <summary>Time since the end of the log was read; zero as long as nothing was followed.</summary>
    public TimeSpan Age => Volatile.Read(ref _reading) is null ? TimeSpan.Zero : time.GetElapsedTime(Volatile.Read(ref _atEnd));

    /// <summary>Joins the feed of a key if somebody follows it; null if nobody does. It has to be left.</summary>
    public Feed? TryJoin(FeedKey key)
    {
        lock (_lock)
        {
            if (_feeds.TryGetValue(key, out var feed))
            {
                feed.Followers++;
            }

            return feed;
        }
    }

    /// <summary>Joins the feed of a key, which is made if nobody follows it yet. It has to be left.</summary>
    /// <param name="key">What is followed.</param>
    /// <param name="make">Makes the feed, which begins behind an event.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async ValueTask<Feed> JoinAsync(FeedKey key, Func<long, Feed> make, CancellationToken cancellationToken)
    {
        var newest = Volatile.Read(ref _reading) is null ? await position.NewestAsync(cancellationToken) : 0;
        lock (_lock)
        {
            if (_reading is null)
            {
                (_last, _atEnd) = (newest, time.GetTimestamp());
                _reading = Task.Run(ReadAsync, CancellationToken.None);
            }

            if (!_feeds.TryGetValue(key, out var feed))
            {
                _feeds.Add(key, feed = make(_last));
            }

            feed.Followers++;
            return feed;
        }
    }

    /// <summary>Leaves the feed of a key, which ends with the last who follows it.</summary>
    public void Leave(FeedKey key)
    {
        lock (_lock)
        {
            if (_feeds.TryGetValue(key, out var feed) && --feed.Followers == 0)
            {
                _feeds.Remove(key);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await (_reading ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            // Taken before the look, so that nothing falls between looking and waiting.
            var next = signal.Next;
            try
            {
                while (await NextAsync() is { Count: > 0 } events)
                {
                    Offer(events);
                }

                Volatile.Write(ref _atEnd, time.GetTimestamp());
                await next.WaitAsync(options.Value.PollInterval, time, _stop.Token);
            }
            catch (TimeoutException)
            {
                // Nobody has told of anything; there may be something all the same.
            }
            catch (Exception fault) when (!_stop.IsCancellationRequested)
            {
                log.Write("The event log could not be read", fault);
                await Task.Delay(options.Value.PollInterval, time, _stop.Token);
            }
        }
    }

    private async Task<List<Event>> NextAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbContext>().Set<Event>()
            .AsNoTracking()
            .Where(happened => happened.Id > _last)
            .OrderBy(happened => happened.Id)
            .Take(BatchSize)
            .ToListAsync(_stop.Token);
    }

    private void Offer(List<Event> events)
    {
        lock (_lock)
        {
            foreach (var happened in events)
            {
                foreach (var feed in _feeds.Values)
                {
                    feed.Offer(happened);
                }

                _last = happened.Id;
            }
        }
    }
}
