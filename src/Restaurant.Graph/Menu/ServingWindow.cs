namespace Restaurant.Graph.Menu;

/// <summary>
/// A time on a day of the week at which a menu is served, on the restaurant's own clock. Where the clock skips `opens` in spring, it opens at
/// the time that is shown next. Of an hour that is shown twice in autumn the first counts: nothing that has closed opens again.
/// </summary>
public sealed class ServingWindow : WeeklyWindow;
