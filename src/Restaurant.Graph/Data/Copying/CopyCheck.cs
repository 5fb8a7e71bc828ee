namespace Restaurant.Graph.Data.Copying;

/// <summary>Reads what was written, and compares it with what was read.</summary>
internal sealed class CopyCheck(CopyStore source, CopyStore target, TableReader reader)
{
    /// <summary>Throws, with the tables and keys, unless everything is the same.</summary>
    public async Task RunAsync(IReadOnlyList<CopiedTable> copied, CancellationToken cancellationToken)
    {
        List<string> differences = [];
        for (var table = 0; table < copied.Count; table++)
        {
            var written = await reader.ReadAsync(target, target.Tables[table], copied[table].Rows, cancellationToken);
            if ((written.Rows, written.Hash) != (copied[table].Rows, copied[table].Hash))
            {
                differences.Add(await new TableComparison(source, target, table).FirstDifferenceAsync(cancellationToken));
            }
        }

        if (differences.Count > 0)
        {
            throw new CopyException($"The target is not what the source is: {string.Join("; ", differences)}.");
        }
    }
}
