namespace Restaurant.Graph.Menu;

/// <summary>A period in which menus on offer have a dish.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it; null if it goes on beyond what was looked at.</param>
internal sealed record ServedPeriod(DateTimeOffset From, DateTimeOffset? Until)
{
    private const int DaysAround = 8;

    /// <summary>Finds the period of an instant, or the next after it; null if there is none. Windows that meet or overlap are one period.</summary>
    /// <param name="menus">The menus that have the dish.</param>
    /// <param name="at">The instant.</param>
    /// <param name="clock">The restaurant's clock.</param>
    public static ServedPeriod? Find(IReadOnlyCollection<DaypartMenu> menus, DateTimeOffset at, RestaurantClock clock)
    {
        // No restaurant is open at the ends of the calendar, where days around do not exist.
        if (at.Year is < 2 or > 9998)
        {
            return null;
        }

        // Whether it is served changes at these instants alone.
        var edges = EdgesOf(menus, at, clock);
        var until = edges.Find(edge => edge > at && !IsServed(edge));
        if (!IsServed(at))
        {
            var next = edges.Find(edge => edge > at && IsServed(edge));
            return next == default ? null : new ServedPeriod(next, After(next));
        }

        var from = edges.FindLast(edge => edge <= at && IsServed(edge) && !IsServed(edge.AddTicks(-1)));
        return new ServedPeriod(from == default ? edges[0] : from, until == default ? null : until);

        bool IsServed(DateTimeOffset instant) => menus.Any(menu => menu.IsServedAt(clock.ServingTime(instant)));

        DateTimeOffset? After(DateTimeOffset start) => edges.Find(edge => edge > start && !IsServed(edge)) is var end && end == default ? null : end;
    }

    private static List<DateTimeOffset> EdgesOf(IReadOnlyCollection<DaypartMenu> menus, DateTimeOffset at, RestaurantClock clock)
    {
        var today = DateOnly.FromDateTime(clock.LocalAt(at));
        var days = Enumerable.Range(-DaysAround, (2 * DaysAround) + 1).Select(today.AddDays);
        var windows = menus.SelectMany(static menu => menu.Windows).ToList();
        return
        [
            .. days.SelectMany(day => windows.SelectMany(window => EdgesOf(window, day)))
                .Distinct()
                .Select(clock.InstantOf)
                .Order(),
        ];
    }

    private static DateTime[] EdgesOf(ServingWindow window, DateOnly day)
    {
        if (day.DayOfWeek != window.Day)
        {
            return [];
        }

        var closes = window.Opens < window.Closes ? day : day.AddDays(1);
        return [day.ToDateTime(window.Opens), closes.ToDateTime(window.Closes)];
    }
}
