namespace Restaurant.Graph.Menu;

/// <summary>
/// A time on a day of the week at which a price rule holds, on the restaurant's own clock. Where the clock skips `opens` in spring, it begins
/// at the time that is shown next. Of an hour that is shown twice in autumn the first counts: no rule that has ended begins again.
/// </summary>
public sealed class PriceWindow : WeeklyWindow;
