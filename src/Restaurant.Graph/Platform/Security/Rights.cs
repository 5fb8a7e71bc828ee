using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Reading;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Security;

/// <summary>Tells whether rights still stand: of a request when it comes, of a stream for as long as it goes on.</summary>
internal sealed class Rights(IServiceScopeFactory scopes, IOptions<AuthOptions> options, TimeProvider time, FaultLog log)
    : Recurring(options.Value.CheckInterval, time, log)
{
    private readonly BoundedCache<(string Role, long Key, int? Stamp), Standing> _standing = new(options.Value.MaxKnownTokens);
    private readonly ConcurrentDictionary<Watch, Viewer> _watched = [];
    private readonly TimeProvider _time = time;

    /// <summary>Whether the right of somebody stands.</summary>
    public async ValueTask<bool> StandsAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (viewer.Expires <= now)
        {
            return false;
        }

        var key = (viewer.Role, viewer.Key, viewer.Stamp);
        if (_standing.Find(key) is not { } known || now - known.At >= options.Value.CheckInterval)
        {
            known = new Standing((await WithdrawnAsync([viewer], cancellationToken)).Count == 0, now);
            _standing.Keep(key, known);
        }

        return known.Stands;
    }

    /// <summary>Watches over the right of somebody; it has to be disposed.</summary>
    public Watch Begin(Viewer viewer)
    {
        var left = viewer.Expires - _time.GetUtcNow();
        var watch = new Watch(left < TimeSpan.Zero ? TimeSpan.Zero : left ?? Timeout.InfiniteTimeSpan, _time, ended => _watched.TryRemove(ended, out _));
        if (viewer.Key > 0)
        {
            _watched.TryAdd(watch, viewer);
        }

        return watch;
    }

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_watched.IsEmpty)
        {
            return;
        }

        var viewers = _watched.ToLookup(static watched => watched.Value with { Address = null, Expires = null }, static watched => watched.Key);
        foreach (var viewer in await WithdrawnAsync([.. viewers.Select(static each => each.Key)], cancellationToken))
        {
            foreach (var watch in viewers[viewer])
            {
                watch.End();
            }
        }
    }

    private async Task<IReadOnlyCollection<Viewer>> WithdrawnAsync(IReadOnlyCollection<Viewer> viewers, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var withdrawn = new List<Viewer>();
        foreach (var rights in scope.ServiceProvider.GetServices<IRights>())
        {
            withdrawn.AddRange(await rights.WithdrawnAsync(viewers, cancellationToken));
        }

        return withdrawn;
    }

    private sealed record Standing(bool Stands, DateTimeOffset At);

    /// <summary>The time for which a right is good.</summary>
    internal sealed class Watch : IDisposable
    {
        private readonly CancellationTokenSource _end;
        private readonly Action<Watch> _leave;

        public Watch(TimeSpan lifetime, TimeProvider time, Action<Watch> leave) =>
            (_end, _leave) = (new CancellationTokenSource(lifetime < Longest ? lifetime : Longest, time), leave);

        /// <summary>Is canceled when the right has ended.</summary>
        public CancellationToken Ended => _end.Token;

        private static TimeSpan Longest => TimeSpan.FromDays(20);

        /// <summary>Ends it.</summary>
        public void End() => _end.Cancel();

        /// <inheritdoc />
        public void Dispose()
        {
            _leave(this);
            _end.Dispose();
        }
    }
}
