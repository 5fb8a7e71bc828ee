namespace Restaurant.Graph.Kitchen;

/// <summary>
/// How much work a ticket is. Portions of one ticket are made side by side: they share the heat and the cook's attention, and the one that takes longest
/// sets the time. What cannot be done side by side, that is laying out, turning and plating, is about a fifth of a portion's time, and is done for
/// each of the others by itself (Amdahl's law, of cooks). What that is short of or over at one restaurant is learnt by <see cref="Pace"/>.
/// </summary>
internal static class Work
{
    private const double ShareOfOthers = 0.2;

    /// <summary>The minutes that a cook needs, a begun one counted whole.</summary>
    /// <param name="portions">How long one of each takes, and how many there are of it.</param>
    public static int Of(IEnumerable<(int Minutes, int Quantity)> portions)
    {
        var all = portions.ToList();
        var longest = all.Max(static portion => portion.Minutes);
        var others = all.Sum(static portion => (double)portion.Minutes * portion.Quantity) - longest;
        return (int)Math.Ceiling(Math.Round(longest + (ShareOfOthers * others), 6));
    }
}
