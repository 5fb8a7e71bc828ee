using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Menu;

/// <summary>Checks the windows that a manager gives, by the rules of the menu file.</summary>
internal static class WindowFaults
{
    /// <summary>Windows; null where none are given. Notes one on no day, and one whose time the menu file, which knows no seconds, could not hold.</summary>
    public static IReadOnlyList<WindowEntry>? Windows(this MenuFaults faults, IReadOnlyList<WeeklyWindowInput>? windows, string property)
    {
        foreach (var (index, window) in (windows ?? []).Index())
        {
            if (window.Days.Count == 0)
            {
                faults.All.Add(new InvalidWindowError { Message = "It is on no day.", Path = InputPath.Of(property, index, nameof(window.Days)) });
            }

            faults.Minute(window.Opens, property, index, nameof(window.Opens));
            faults.Minute(window.Closes, property, index, nameof(window.Closes));
        }

        return windows is null ? null : [.. windows.Select(static window => new WindowEntry([.. window.Days.Distinct()], window.Opens, window.Closes))];
    }

    private static void Minute(this MenuFaults faults, TimeOnly time, params ReadOnlySpan<object> path)
    {
        if (time.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            faults.All.Add(new InvalidWindowError { Message = $"It is {time:HH:mm:ss} where a full minute is needed.", Path = InputPath.Of(path) });
        }
    }
}
