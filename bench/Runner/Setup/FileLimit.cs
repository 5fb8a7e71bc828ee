using System.Globalization;

namespace Restaurant.Bench.Runner.Setup;

/// <summary>How many files and sockets a process may have open; .NET and Node use all that the system lets them have.</summary>
internal static class FileLimit
{
    /// <summary>For databases, pipes, libraries.</summary>
    private const int Others = 500;

    private const string Name = "Max open files";

    /// <summary>Throws if there may not be so many sockets.</summary>
    public static void Check(int sockets)
    {
        var fields = File.ReadLines("/proc/self/limits").First(line => line.StartsWith(Name, StringComparison.Ordinal))[Name.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (int.TryParse(fields[0], CultureInfo.InvariantCulture, out var limit) && limit < sockets + Others)
        {
            throw new UsageError($"{sockets} sockets need more files than the {limit} that may be open: see 'ulimit -n'.");
        }
    }
}
