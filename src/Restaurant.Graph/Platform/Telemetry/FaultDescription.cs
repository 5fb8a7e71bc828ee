using System.Text.RegularExpressions;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Transport;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Describes faults in one line. Messages of exceptions can quote what a client sent, so only those of the store's faults are shown.</summary>
internal static partial class FaultDescription
{
    private const int MaxFrames = 12;

    /// <summary>Key by which faults are counted.</summary>
    public static string KindOf(string source, Exception fault)
    {
        if (StoreError.Of(fault) is { Code: { } code })
        {
            return code;
        }

        var inner = fault.GetBaseException();
        return $"{source}: {inner.GetType().Name} in {inner.TargetSite?.DeclaringType?.FullName}.{inner.TargetSite?.Name}";
    }

    /// <summary>Text for the log.</summary>
    public static string Of(Exception fault) => StoreError.Of(fault) is { Code: { } code }
        ? $"{code}: {Line().Replace(string.Join(": ", Chain(StoreFaults.Find(fault) ?? fault).Select(static each => each.Message)), " ")}"
        : $"{string.Join(" < ", Chain(fault).Select(static each => each.GetType().Name))} at {Frames(fault.GetBaseException())}";

    /// <summary>Trace that a client has of a fault; null if it has none.</summary>
    public static string? TraceOf(Exception fault) => Chain(fault).Select(FaultTrace.Of).FirstOrDefault(static trace => trace is not null);

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var each = fault; each is not null; each = each.InnerException)
        {
            yield return each;
        }
    }

    private static string Frames(Exception fault) => string.Join(
        " < ", (fault.StackTrace ?? "").Split('\n').Select(static frame => Place().Replace(frame, "")).Where(static frame => frame.Length > 0).Take(MaxFrames));

    [GeneratedRegex(@"^\s*at | in .*(?=:line)|^---.*|\s+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
