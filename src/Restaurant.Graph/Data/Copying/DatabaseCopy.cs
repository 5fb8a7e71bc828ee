using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Data.Copying;

/// <summary>
/// Copies a restaurant from one database to another, whatever they are. Nobody writes to the source meanwhile. What is broken off goes on where it was,
/// if the source is still the same as far as it was copied.
/// </summary>
/// <param name="source">Where it is.</param>
/// <param name="target">Where it is to be.</param>
/// <param name="batchSize">How many rows are committed together.</param>
/// <param name="progress">Is told how far it has come.</param>
internal sealed class DatabaseCopy(CopyStore source, CopyStore target, int batchSize, IProgress<CopyStep> progress)
{
    private readonly TableReader _reader = new(target, batchSize, progress);

    /// <summary>Copies it, or the rest of it, and compares all of it.</summary>
    public async Task<Copied> RunAsync(CancellationToken cancellationToken)
    {
        await source.Database.OpenConnectionAsync(cancellationToken);
        await SchemaVersion.EnsureWholeAsync(source.Database, cancellationToken);
        if (!await SchemaVersion.IsNewestAsync(source.Database, cancellationToken))
        {
            throw new CopyException("The source is no restaurant, or one of an older server: start this one over it, and stop it again.");
        }

        var end = new CopyTarget(target);
        if (await end.ContentAsync(cancellationToken) is { } content)
        {
            return await FindAsync(cancellationToken) ?? throw new CopyException($"The target is not empty: it has {content}.");
        }

        var begun = await end.PrepareAsync(cancellationToken);
        await source.HoldAsync(cancellationToken);
        List<CopiedTable> copied = [];
        foreach (var (from, to) in source.Tables.Zip(target.Tables))
        {
            var (before, total) = (begun.GetValueOrDefault(from.Name), await from.CountAsync(source.Connection, cancellationToken));
            copied.Add(await new TableCopy(end, from, to, before, total, batchSize, progress).RunAsync(source.Connection, cancellationToken));
        }

        await new CopyCheck(source, target, _reader).RunAsync(copied, cancellationToken);
        await end.FinishAsync(copied, await LastNumbersAsync(cancellationToken), cancellationToken);
        return new(copied, WasWhole: false);
    }

    // Only what this server would open can be what the source is.
    private async Task<Copied?> FindAsync(CancellationToken cancellationToken)
    {
        if (!await SchemaVersion.IsRestaurantAsync(target.Database, cancellationToken) || !await SchemaVersion.IsNewestAsync(target.Database, cancellationToken))
        {
            return null;
        }

        await source.HoldAsync(cancellationToken);
        return await new WholeCopy(source, target, _reader).FindAsync(cancellationToken) is { } tables ? new(tables, WasWhole: true) : null;
    }

    private async Task<IReadOnlyDictionary<string, long>> LastNumbersAsync(CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in source.Tables.Where(static table => table.Number is not null))
        {
            var (last, highest) = (await source.LastNumberAsync(table, cancellationToken), await table.HighestAsync(source.Connection, cancellationToken));
            numbers.Add(table.Name, Math.Max(last, highest));
        }

        return numbers;
    }
}

/// <summary>What a copy has come to.</summary>
/// <param name="Tables">What the tables hold, on both sides.</param>
/// <param name="WasWhole">Whether there was nothing left to copy.</param>
internal sealed record Copied(IReadOnlyList<CopiedTable> Tables, bool WasWhole);
