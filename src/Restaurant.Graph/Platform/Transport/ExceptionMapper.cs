using GraphQL;
using GraphQL.Execution;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Transport;

/// <summary>Maps exceptions to the errors that clients get, for every entry of the server, and logs what no client may know.</summary>
internal sealed class ExceptionMapper(FaultLog log, GraphTelemetry telemetry)
{
    /// <summary>Maps an exception.</summary>
    /// <param name="fault">The exception.</param>
    /// <param name="source">What failed, for the log: a constant, or a name of the schema.</param>
    public ExecutionError Map(Exception fault, string source)
    {
        if (fault is ExecutionError error)
        {
            // A write that was not stored is logged by what writes.
            return error;
        }

        if (StoreError.Of(fault) is { } unavailable)
        {
            log.Write(source, fault);
            return unavailable;
        }

        FaultTrace.Begin(fault);
        log.Write(source, fault);
        return new UnhandledError(source, fault);
    }

    /// <summary>Maps an exception that ends a request or a stream, and counts it.</summary>
    /// <param name="fault">The exception.</param>
    /// <param name="source">See <see cref="Map"/>.</param>
    /// <param name="began">Timestamp of the begin of the request.</param>
    public ExecutionError Refuse(Exception fault, string source, long began)
    {
        var error = Map(fault, source);
        telemetry.Refuse(error, began);
        return error;
    }
}
