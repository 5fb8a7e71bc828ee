using System.Globalization;
using System.Runtime.InteropServices;

namespace Restaurant.Bench.Runner.Measure;

/// <summary>The processor time of another process, all its threads together.</summary>
internal static partial class ProcessClock
{
    private const int ClockTicks = 2;
    private const int Parent = 1;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const int EndedChildrenUserTime = 13;
    private const int EndedChildrenSystemTime = 14;

    private static readonly double MicrosecondsPerTick = 1e6 / SystemConfiguration(ClockTicks);

    /// <summary>User and system time so far, in microseconds; a tick of the kernel's clock is usually 10,000 of them.</summary>
    public static double Microseconds(int process) => Own(Fields(process.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"There is no process {process}."));

    /// <summary>That of a process and its children, those that have ended as well, in microseconds.</summary>
    public static double MicrosecondsOfFamily(int process)
    {
        var name = process.ToString(CultureInfo.InvariantCulture);
        var head = Fields(name) ?? throw new InvalidOperationException($"There is no process {process}.");
        var ended = (Ticks(head[EndedChildrenUserTime]) + Ticks(head[EndedChildrenSystemTime])) * MicrosecondsPerTick;
        return Own(head) + ended + Directory.EnumerateDirectories("/proc")
            .Select(static directory => Path.GetFileName(directory))
            .Where(static child => char.IsAsciiDigit(child[0]))
            .Select(Fields)
            .Sum(child => child is not null && string.Equals(child[Parent], name, StringComparison.Ordinal) ? Own(child) : 0);
    }

    private static double Own(string[] fields) => (Ticks(fields[UserTime]) + Ticks(fields[SystemTime])) * MicrosecondsPerTick;

    // The name in parentheses may hold anything, so fields are counted from behind it. Null if there is no such process any more.
    private static string[]? Fields(string process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "sysconf")]
    private static partial nint SystemConfiguration(int name);
}
