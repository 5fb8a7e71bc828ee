using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Transport;

namespace Restaurant.Graph.Platform.Telemetry;

/// <summary>Traces and metrics of operations: number, outcome, duration and cost, and never their text.</summary>
internal sealed class GraphTelemetry : IDisposable
{
    /// <summary>Name of the traces and metrics.</summary>
    public const string Name = "Restaurant.Graph";

    private const string Ok = "OK";
    private const string Outcome = "graphql.outcome";
    private const int HashLength = 16;
    private const int MaxNameLength = 100;

    private readonly ActivitySource _source = new(Name);
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _cost;
    private readonly Counter<long> _refusals;
    private readonly UpDownCounter<int> _sockets;
    private readonly UpDownCounter<int> _streams;

    public GraphTelemetry(IMeterFactory meters, IOptions<LimitOptions> limits)
    {
        var meter = meters.Create(Name);
        _duration = meter.CreateHistogram(
            "graphql.operation.duration", "s", "Time until the response, or the begin of the stream.", advice: MetricBuckets.Seconds);
        _cost = meter.CreateHistogram(
            "graphql.operation.cost", "{cost}", "Cost of operations by the cost model of the schema.", advice: MetricBuckets.CostUpTo(limits.Value.MaxCost));
        _refusals = meter.CreateCounter<long>("graphql.refusals", "{error}", "Errors of requests, of payloads, of streams and of sockets, by their code.");
        _sockets = meter.CreateUpDownCounter<int>("graphql.sockets", "{socket}", "WebSockets that are open.");
        _streams = meter.CreateUpDownCounter<int>("graphql.streams", "{stream}", "Subscriptions that are open.");
    }

    /// <summary>Whether a listener records traces or metrics.</summary>
    public bool IsOn => _duration.Enabled || _source.HasListeners();

    /// <summary>Records an operation, from its begin to its answer.</summary>
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
        var codes = CodesOf(answer);
        var outcome = answer.Result?.Errors is { Count: > 0 } ? codes[0] : Ok;
        activity?.SetTag(Outcome, outcome);
        Record(outcome, began);
        foreach (var code in codes)
        {
            Refuse(code);
        }

        if (answer.Cost is { } cost)
        {
            _cost.Record(cost);
        }

        return answer;
    }

    /// <summary>Counts a request that ended in an error before there was an operation, or a stream that ended in one.</summary>
    public void Refuse(ExecutionError error, long began)
    {
        var code = ErrorCodes.CodeOf(error);
        Record(code, began);
        Refuse(code);
    }

    /// <summary>Counts an error by its code.</summary>
    public void Refuse(string code) => _refusals.Add(1, new KeyValuePair<string, object?>("error.type", code));

    /// <summary>Counts a socket.</summary>
    public void Socket(int change) => _sockets.Add(change);

    /// <summary>Counts a stream.</summary>
    public void Stream(int change) => _streams.Add(change);

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();

    private void Record(string outcome, long began) =>
        _duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>(Outcome, outcome));

    private static IReadOnlyList<string> CodesOf(Answer answer) =>
        answer.Result?.Errors is { Count: > 0 } errors ? [.. errors.Select(ErrorCodes.CodeOf), .. answer.Refusals] : answer.Refusals;

    private static string? Short(string? text) => text is { Length: > MaxNameLength } ? text[..MaxNameLength] : text;

    private static string? HashOf(string? document) =>
        document is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..HashLength];
}
