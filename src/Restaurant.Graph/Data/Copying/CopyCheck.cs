namespace Restaurant.Graph.Data.Copying;

/// <summary>Reads what was written, and compares it with what was read.</summary>
internal sealed class CopyCheck(CopyStore source, CopyStore target, int batchSize, IProgress<CopyStep> progress)
{
    /// <summary>Throws, with the tables and keys, unless everything is the same.</summary>
    public async Task RunAsync(IReadOnlyList<CopiedTable> copied, CancellationToken cancellationToken)
    {
        List<string> differences = [];
        for (var table = 0; table < copied.Count; table++)
        {
            if (!await IsSameAsync(target.Tables[table], copied[table], cancellationToken))
            {
                differences.Add(await new TableComparison(source, target, table).FirstDifferenceAsync(cancellationToken));
            }
        }

        if (differences.Count > 0)
        {
            throw new CopyException($"The target is not what the source is: {string.Join("; ", differences)}.");
        }
    }

    private async Task<bool> IsSameAsync(StoredTable table, CopiedTable copied, CancellationToken cancellationToken)
    {
        var hash = new RunningHash();
        await foreach (var row in table.RowsAsync(target.Connection, cancellationToken))
        {
            hash.Add(row);
            if (hash.Rows % batchSize == 0)
            {
                progress.Report(new(CopyPhase.Checking, table.Name, hash.Rows, copied.Rows));
            }
        }

        return (hash.Rows, hash.Value) == (copied.Rows, copied.Hash);
    }
}
