using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>A query for one number that units of work ask all the time: its SQL is made once, and kept prepared by the connection that writes.</summary>
/// <param name="query">The query, of which the first row is read and no other. It has no parameters.</param>
public sealed class NumberQuery<TContext>(Func<TContext, IQueryable<long>> query)
    where TContext : DbContext
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The number; null if there is no row.</summary>
    public async ValueTask<long?> FirstAsync(TContext db) => WriteConnection.Of(db) is { } connection
        ? await connection.FirstAsync(_texts.GetOrAdd(db.Database.ProviderName ?? "", static (_, asked) => asked.Query.TextOf(asked.Context), (Query: this, Context: db))) is [long number] ? number : null
        : await query(db).Select(static number => (long?)number).FirstOrDefaultAsync();

    /// <summary>The SQL of it.</summary>
    internal string TextOf(TContext db)
    {
        using var command = query(db).CreateDbCommand();

        // EF Core would make a parameter of it. PostgreSQL finds and sends all rows that it is not told to leave.
        return command.Parameters.Count == 0 ? $"{command.CommandText} LIMIT 1" : throw new NotSupportedException("The query has parameters.");
    }
}
