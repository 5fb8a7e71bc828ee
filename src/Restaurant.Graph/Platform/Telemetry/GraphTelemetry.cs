using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using GraphQL.Transport;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Transport;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>What operators are told of operations: how many, how long, how expensive, and what waits. Never what is in them.</summary>
internal sealed class GraphTelemetry : IDisposable
{
    /// <summary>The name of the traces and the measures.</summary>
    public const string Name = "Restaurant.Graph";

    private const int HashLength = 16;
    private const int MaxNameLength = 100;

    private readonly ActivitySource _source = new(Name);
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _cost;
    private readonly UpDownCounter<int> _sockets;

    public GraphTelemetry(IMeterFactory meters, WriteQueue queue, EventTail tail)
    {
        var meter = meters.Create(Name);
        _duration = meter.CreateHistogram<double>("graphql.operation.duration", "s", "How long operations take until their answer, or their stream, begins.");
        _cost = meter.CreateHistogram<double>("graphql.operation.cost", "1", "What operations cost by the model of the schema.");
        _sockets = meter.CreateUpDownCounter<int>("graphql.sockets", "{socket}", "WebSockets that are open.");
        meter.CreateObservableGauge("graphql.writes.waiting", () => queue.Waiting, "{write}", "Units of work that wait for their turn.");
        meter.CreateObservableGauge("graphql.events.lag", () => Now(tail.LagAsync()), "{event}", "Events that are written and not passed on yet.");
    }

    // Who looks at a gauge waits for it; there is no other way.
    private static long Now(ValueTask<long> number) => number.AsTask().GetAwaiter().GetResult();

    /// <summary>Whether anybody listens; else there is nothing to watch over.</summary>
    public bool IsOn => _duration.Enabled || _source.HasListeners();

    /// <summary>Watches over an operation until its answer is there.</summary>
    public async ValueTask<Answer> OfAsync(GraphQLRequest request, Func<ValueTask<Answer>> execute)
    {
        using var activity = _source.StartActivity("graphql.operation", ActivityKind.Internal);
        if (activity is not null)
        {
            activity.SetTag("graphql.operation.name", Short(request.OperationName));
            activity.SetTag("graphql.document.hash", request.DocumentId is { } id ? Short(id) : HashOf(request.Query));
        }

        var began = Stopwatch.GetTimestamp();
        var answer = await execute();
        var code = answer.Result?.Errors?.FirstOrDefault()?.Code ?? "OK";
        activity?.SetTag("graphql.outcome", code);
        _duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("graphql.outcome", code));
        if (answer.Cost is { } cost)
        {
            _cost.Record(cost);
        }

        return answer;
    }

    /// <summary>Counts a socket.</summary>
    public void Socket(int change) => _sockets.Add(change);

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();

    private static string? Short(string? text) => text is { Length: > MaxNameLength } ? text[..MaxNameLength] : text;

    private static string? HashOf(string? document) =>
        document is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..HashLength];
}
