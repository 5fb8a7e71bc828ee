namespace Restaurant.Graph.Data.Copying;

/// <summary>Reads a table to know what is in it, on whichever side it is.</summary>
/// <param name="target">What it has to fit into.</param>
/// <param name="batchSize">After how many rows it tells how far it has come.</param>
/// <param name="progress">Is told.</param>
internal sealed class TableReader(CopyStore target, int batchSize, IProgress<CopyStep> progress)
{
    /// <summary>What the target holds, or would hold, of a table.</summary>
    public async Task<CopiedTable> ReadAsync(CopyStore store, StoredTable table, long total, CancellationToken cancellationToken)
    {
        var (hash, replaced) = (new RunningHash(), 0L);
        await foreach (var row in table.RowsAsync(store.Connection, cancellationToken))
        {
            replaced += target.TakesNul ? 0 : Texts.WithoutNul(row);
            hash.Add(row);
            if (hash.Rows % batchSize == 0)
            {
                progress.Report(new(CopyPhase.Checking, table.Name, hash.Rows, total));
            }
        }

        return new(table.Name, hash.Rows, hash.Value, replaced);
    }
}
