using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>The door through which rows are read for clients: runs plans, each over one snapshot of the data.</summary>
internal sealed class PlanReader(
    ReadConnections connections, IServiceScopeFactory scopes, VisibilityRules visibility, IOptions<ReadingOptions> options, IMeterFactory meters)
{
    /// <summary>The name under which it is measured.</summary>
    public const string MeterName = "Restaurant.Graph.Reading";

    /// <summary>The measure of how many statements an operation takes.</summary>
    public const string StatementsName = "graphql.operation.statements";

    private readonly Histogram<int> _statements =
        meters.Create(MeterName).CreateHistogram(
            StatementsName, "{statement}", "SQL statements that an operation read with.", advice: MetricBuckets.Few);

    /// <summary>Reads a query and writes its answer.</summary>
    public async ValueTask<Utf8Buffer> ReadAsync(PlanRequest request, QueryPlan plan)
    {
        var json = new Utf8Buffer(options.Value.MaxAnswerBytes);

        try
        {
            // One statement sees one state of the data by itself.
            await ReadAsync(request, !plan.IsOneStatement, run => plan.RunAsync(run, json));
            return json;
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    /// <summary>Reads something else.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="isSnapshot">Whether it takes several statements, which have to see one state of the data.</param>
    /// <param name="read">What reads.</param>
    public ValueTask ReadAsync(PlanRequest request, bool isSnapshot, Func<PlanRun, ValueTask> read) => connections.UseAsync(
        options.Value.Timeout,
        isSnapshot,
        async connection =>
        {
            await read(new PlanRun(request, connection, scopes, visibility.Compiled(request.Viewer.Role)));
            _statements.Record(connection.Statements);
        },
        request.CancellationToken);
}
