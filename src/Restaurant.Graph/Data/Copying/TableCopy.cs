using System.Data.Common;

namespace Restaurant.Graph.Data.Copying;

/// <summary>Copies one table in the order of its keys, batch by batch. What was copied before has to be there still.</summary>
internal sealed class TableCopy(CopyTarget target, StoredTable from, StoredTable to, CopiedTable? before, long total, int batchSize, IProgress<CopyStep> progress)
{
    private readonly RunningHash _hash = new();
    private readonly List<object?[]> _batch = [];
    private long _replaced;

    private long Before => before?.Rows ?? 0;

    private CopiedTable Copied => new(from.Name, _hash.Rows, _hash.Value, _replaced);

    /// <summary>Copies it.</summary>
    public async Task<CopiedTable> RunAsync(DbConnection source, CancellationToken cancellationToken)
    {
        await foreach (var row in from.RowsAsync(source, cancellationToken))
        {
            _replaced += target.TakesNul ? 0 : Texts.WithoutNul(row);
            _hash.Add(row);
            if (_hash.Rows <= Before)
            {
                Recognise();
                continue;
            }

            _batch.Add(row);
            if (_batch.Count == batchSize)
            {
                await AppendAsync(cancellationToken);
            }
        }

        if (_hash.Rows < Before)
        {
            throw Changed();
        }

        if (_batch.Count > 0)
        {
            await AppendAsync(cancellationToken);
        }

        Tell(before is null || _hash.Rows > Before ? CopyPhase.Copying : CopyPhase.Resuming);
        return Copied;
    }

    private void Recognise()
    {
        if (_hash.Rows == Before && !string.Equals(_hash.Value, before?.Hash, StringComparison.Ordinal))
        {
            throw Changed();
        }

        if (_hash.Rows % batchSize == 0 && _hash.Rows < total)
        {
            Tell(CopyPhase.Resuming);
        }
    }

    private async Task AppendAsync(CancellationToken cancellationToken)
    {
        await target.AppendAsync(to, _batch, Copied, cancellationToken);
        _batch.Clear();
        if (_hash.Rows < total)
        {
            Tell(CopyPhase.Copying);
        }
    }

    private void Tell(CopyPhase phase) => progress.Report(new(phase, from.Name, _hash.Rows, total));

    private CopyException Changed() => new($"The source is not what was copied before: '{from.Name}' has changed, or it is another. Begin with an empty database.");
}
