namespace Restaurant.Graph.Data.Copying;

/// <summary>Finds that a restaurant is in both places already, as it is when a copy is asked for once more.</summary>
internal sealed class WholeCopy(CopyStore source, CopyStore target, TableReader reader)
{
    /// <summary>What both hold; null where they differ.</summary>
    public async Task<IReadOnlyList<CopiedTable>?> FindAsync(CancellationToken cancellationToken)
    {
        List<long> totals = [];
        foreach (var (from, to) in source.Tables.Zip(target.Tables))
        {
            totals.Add(await from.CountAsync(source.Connection, cancellationToken));
            if (totals[^1] != await to.CountAsync(target.Connection, cancellationToken))
            {
                return null;
            }
        }

        List<CopiedTable> tables = [];
        foreach (var ((from, to), total) in source.Tables.Zip(target.Tables).Zip(totals))
        {
            var table = await reader.ReadAsync(source, from, total, cancellationToken);
            if (!string.Equals(table.Hash, (await reader.ReadAsync(target, to, total, cancellationToken)).Hash, StringComparison.Ordinal))
            {
                return null;
            }

            tables.Add(table);
        }

        return tables;
    }
}
