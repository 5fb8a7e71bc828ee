using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Restaurant.Graph.Data.Checking;

/// <summary>A query that finds nothing in a sound database, and else a line of text for each fault.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Sql">The query.</param>
internal sealed record DatabaseCheck(string Name, string Sql)
{
    /// <summary>The most lines that one check reports.</summary>
    public const int MaxLines = 20;

    /// <summary>Returns the first faults, and, if there are more, how many.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (lines, count) = (new List<string>(), 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            count++;
            if (count <= MaxLines)
            {
                lines.Add(reader.GetString(0));
            }
        }

        return count <= MaxLines ? lines : [.. lines, FormattableString.Invariant($"... and {count - MaxLines} more.")];
    }
}
