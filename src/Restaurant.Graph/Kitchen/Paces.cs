using Restaurant.Graph.Data;

namespace Restaurant.Graph.Kitchen;

/// <summary>The pace of the kitchen, learnt anew every now and then.</summary>
public sealed class Paces(TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private volatile Known? _known;

    /// <summary>The pace just now.</summary>
    internal async Task<Pace> CurrentAsync(RestaurantDb db)
    {
        var now = time.GetUtcNow();
        if (_known is not { } known || now - known.At > MaxAge || now < known.At)
        {
            _known = known = new Known(await Pace.ReadAsync(db), now);
        }

        return known.Pace;
    }

    private sealed record Known(Pace Pace, DateTimeOffset At);
}
