using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Platform.Reading.Plans;

/// <summary>What is read of the rows of a query, and how they are written.</summary>
/// <param name="columns">The columns, as expressions over a row of the query.</param>
/// <param name="row">The row in those expressions.</param>
/// <param name="key">The column by which rows are grouped; null if they all belong together.</param>
/// <param name="renderings">The forms in which each row is written.</param>
/// <param name="branches">What other statements read for the rows.</param>
internal sealed class RowsPlan(
    IReadOnlyList<Expression> columns, ParameterExpression row, int? key, IReadOnlyList<Part[]> renderings, IReadOnlyList<Branch> branches)
{
    // One is kept for the next reading, so that few have to be made where readings do not overlap.
    private Rows? _idle;

    /// <summary>The column by which rows are grouped; null if they all belong together.</summary>
    public int? Key { get; } = key;

    /// <summary>The forms in which each row is written.</summary>
    public Part[][] Renderings { get; } = [.. renderings];

    /// <summary>What other statements read for the rows.</summary>
    public IReadOnlyList<Branch> Branches { get; } = branches;

    /// <summary>Takes back rows that were written.</summary>
    public void Keep(Rows rows) => _idle = rows;

    /// <summary>The statement that reads the columns of a query of a context.</summary>
    public Statement StatementOf<T>(DbContext db, IQueryable<T> query, Slots slots) => Statement.Of(
        query.Select(Expression.Lambda<Func<T, object?[]>>(
            Expression.NewArrayInit(typeof(object), columns.Select(column => Expression.Convert(new InContext(db).Visit(column), typeof(object)))), row)),
        slots,
        columns.Count);

    /// <summary>Reads all rows and what belongs to them.</summary>
    public async ValueTask<Rows> ReadAsync(PlanRun run, Statement statement, Bindings bindings, int limit = int.MaxValue)
    {
        var rows = Interlocked.Exchange(ref _idle, null) ?? new Rows(this);
        rows.Begin(limit);
        try
        {
            await run.Connection.ReadAsync(statement, bindings, rows);
            await rows.FetchBranchesAsync(run);
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }
}
