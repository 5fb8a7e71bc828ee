using System.Globalization;

namespace Restaurant.Bench.Runner.Measure;

/// <summary>The memory of another process.</summary>
internal static class ProcessMemory
{
    private const string Resident = "VmRSS:";

    /// <summary>What of it is in the machine's memory, in KiB.</summary>
    public static double Kibibytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(Resident, StringComparison.Ordinal));
        return long.Parse(line[Resident.Length..line.LastIndexOf(' ')], CultureInfo.InvariantCulture);
    }
}
