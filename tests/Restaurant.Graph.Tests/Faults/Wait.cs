using System.Diagnostics;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Waits for what nothing tells of, and not for ever.</summary>
internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits for a condition. A task that fails meanwhile fails the test at once.</summary>
    public static async Task UntilAsync(Func<bool> condition, params IReadOnlyList<Task> meanwhile)
    {
        for (var watch = Stopwatch.StartNew(); !condition();)
        {
            await (meanwhile.FirstOrDefault(task => task.IsFaulted) ?? Task.CompletedTask);
            Assert.True(watch.Elapsed < Patience, "It did not come to that.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
