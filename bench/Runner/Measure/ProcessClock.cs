using System.Globalization;
using System.Runtime.InteropServices;

namespace Restaurant.Bench.Runner.Measure;

/// <summary>The processor time of another process, all its threads together.</summary>
internal static partial class ProcessClock
{
    private const int ClockTicks = 2;
    private const int UserTime = 11;
    private const int SystemTime = 12;

    private static readonly double MicrosecondsPerTick = 1e6 / SystemConfiguration(ClockTicks);

    /// <summary>User and system time so far, in microseconds; a tick of the kernel's clock is usually 10,000 of them.</summary>
    public static double Microseconds(int process)
    {
        // The name in parentheses may hold anything, so fields are counted from behind it.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Ticks(fields[UserTime]) + Ticks(fields[SystemTime])) * MicrosecondsPerTick;
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "sysconf")]
    private static partial nint SystemConfiguration(int name);
}
