using System.Text;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Platform.Filtering;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Reading.Json;
using Restaurant.Graph.Platform.Reading.Sql;
using Restaurant.Graph.Platform.Sorting;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>The statements of a connection in one shape of its arguments.</summary>
/// <param name="Rows">What is read of a row.</param>
/// <param name="Statement">Reads the rows of pages.</param>
/// <param name="Count">Counts whole lists: rows of a key and a count; null if nobody asked.</param>
/// <param name="Writer">How a page is written.</param>
internal sealed record ConnectionStatements(RowsPlan Rows, Statement Statement, Statement? Count, PageWriter Writer);

/// <summary>What a connection reads. Its statements depend on the shape of the arguments, and are compiled once for each.</summary>
/// <param name="selected">The field.</param>
/// <param name="row">The type of the rows.</param>
/// <param name="services">The sizes of pages, the cache of statements, and what compiling them costs.</param>
/// <param name="query">The method that makes the query; null for a list that rows have.</param>
/// <param name="compile">Compiles the statements for a shape.</param>
internal sealed class ConnectionPlan(
    SelectedField selected,
    Type row,
    ConnectionServices services,
    RootQuery? query,
    Func<PlanScope, IReadOnlyList<SortKey>, PageShape, Bindings, ConnectionStatements> compile)
{
    /// <summary>Reads the pages of all keys at once.</summary>
    public async ValueTask<Fetched> FetchAsync(PlanRun run, IReadOnlyList<long> keys)
    {
        var given = new Bindings { ViewerKey = run.Request.Viewer.Key, Arguments = run.Request.ArgumentsOf(selected) };
        var page = PageArguments.Of(given, services.Options);
        var order = SortArgument.KeysOf(row, given.Argument(SortArgument.Name), WrittenOrder.Of(selected.Ast, run.Request.Inputs, run.Request.Variables, SortArgument.Name), run.Visibility);
        var (after, before) = page.PlacesIn(order);
        var bindings = new Bindings { ViewerKey = given.ViewerKey, Arguments = given.Arguments, Keys = keys, After = after, Before = before, Limit = page.Size + 1 };
        var statements = Statements(run, order, new PageShape(page.FromEnd, after, before), bindings);
        var counts = new Counts();
        var counting = statements.Count is { } count ? run.Connection.ReadAsync(count, bindings, counts) : ValueTask.CompletedTask;
        var rows = await statements.Rows.ReadAsync(run, statements.Statement, bindings, page.Size);
        await counting;
        return new FetchedPages(rows, statements.Writer, page, counts);
    }

    private ConnectionStatements Statements(PlanRun run, IReadOnlyList<SortKey> order, PageShape page, Bindings bindings)
    {
        var shape = new StringBuilder(page.FromEnd ? "last" : "first").AppendJoin(',', order.Select(static key => key.Signature));
        Given.Shape(page.After, shape.Append(" after "));
        Given.Shape(page.Before, shape.Append(" before "));
        Given.Shape(bindings.Argument(FilterArgument.Name), shape.Append(" where "));
        shape.Append(query?.ShapeOf(bindings));
        var key = shape.ToString();
        if (services.Cache.Find(this, key) is { } known)
        {
            return known;
        }

        // A nested connection has one shape for each direction and cursor, and is a part of what its operation paid for.
        if (query is not null)
        {
            services.Costs.AdmitCompilation(statements: 0, key.Length, run.Request.Viewer);
        }

        var statements = run.Compile(scope => compile(scope, order, page, bindings));
        services.Cache.Keep(this, key, statements);
        return statements;
    }
}

/// <summary>What connections have in common.</summary>
internal sealed class ConnectionServices(IOptions<PagingOptions> options, PlanCache cache, CostGate costs)
{
    /// <summary>The sizes of pages.</summary>
    public PagingOptions Options => options.Value;

    /// <summary>The cache of statements.</summary>
    public PlanCache Cache => cache;

    /// <summary>The price of compiling.</summary>
    public CostGate Costs => costs;
}

/// <summary>Pages as read.</summary>
internal sealed class FetchedPages(Rows rows, PageWriter writer, PageArguments arguments, Counts counts) : Fetched
{
    /// <inheritdoc />
    public override void Write(Utf8Buffer json, long key) =>
        writer.Write(json, new Page(rows, rows.Of(key), arguments, counts.Of(key)));

    /// <inheritdoc />
    public override void Dispose() => rows.Dispose();
}

/// <summary>How many rows whole lists have, by the key that they belong to.</summary>
internal sealed class Counts : IRowReader
{
    private readonly Dictionary<long, long> _counts = [];

    /// <summary>How many there are of a key.</summary>
    public long Of(long key) => _counts.GetValueOrDefault(key);

    /// <inheritdoc />
    public void Read(Cells cells) => _counts[cells.Int64(0)] = cells.Int64(1);
}
