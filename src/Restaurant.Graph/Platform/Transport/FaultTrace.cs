using System.Diagnostics;
using GraphQL;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>The id under which a fault is in the log, which is all that a client is told of it.</summary>
internal static class FaultTrace
{
    private const string Key = "traceId";

    /// <summary>The id of a fault: that of the trace where there is one.</summary>
    public static string Begin(Exception fault)
    {
        var id = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        fault.Data[Key] = id;
        return id;
    }

    /// <summary>The id of a fault; null if it has none.</summary>
    public static string? Of(Exception fault) => fault.Data[Key] as string;

    /// <summary>The id of the fault behind an error; null if there is none.</summary>
    public static string? Of(ExecutionError error) => error.InnerException is { } fault ? Of(fault) : null;
}
