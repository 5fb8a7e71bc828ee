using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Data.Copying;

/// <summary>Where a restaurant is copied to: empty, or with a part of a copy in it.</summary>
internal sealed class CopyTarget(CopyStore store)
{
    /// <summary>What EF Core keeps for itself.</summary>
    private const string OfMigrations = "__EF";

    /// <inheritdoc cref="CopyStore.TakesNul" />
    public bool TakesNul => store.TakesNul;

    /// <summary>Opens it; what is in it that no copy has left there unfinished, and null if there is nothing.</summary>
    public async Task<string?> ContentAsync(CancellationToken cancellationToken)
    {
        await store.Database.OpenConnectionAsync(cancellationToken);
        await store.BeAloneAsync(cancellationToken);
        var names = await store.TableNamesAsync(cancellationToken);
        return IsBegun(names) ? null : await ContentAsync(names, cancellationToken);
    }

    /// <summary>Makes the tables, or finds how far they have been filled.</summary>
    /// <returns>What is copied already, by table.</returns>
    public async Task<IReadOnlyDictionary<string, CopiedTable>> PrepareAsync(CancellationToken cancellationToken)
    {
        var isBegun = IsBegun(await store.TableNamesAsync(cancellationToken));
        if (!await SchemaVersion.IsNewestAsync(store.Database, cancellationToken))
        {
            EnsureNotBegun(isBegun);
            await store.Database.MigrateAsync(cancellationToken);
        }

        if (!isBegun)
        {
            await store.ExecuteAsync(CopyProgress.Create, null, cancellationToken);
        }

        await store.LoosenAsync(cancellationToken);
        return await BegunAsync(cancellationToken);
    }

    /// <summary>Adds rows to a table, and notes that in the same transaction.</summary>
    public async Task AppendAsync(StoredTable table, IReadOnlyList<object?[]> rows, CopiedTable copied, CancellationToken cancellationToken)
    {
        await using var transaction = await store.Connection.BeginTransactionAsync(cancellationToken);
        await store.InsertAsync(transaction, table, rows, cancellationToken);
        await CopyProgress.WriteAsync(transaction, copied, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Makes it a restaurant that can be opened.</summary>
    /// <param name="copied">What is in its tables.</param>
    /// <param name="lastNumbers">The last number that was given in each table.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FinishAsync(IReadOnlyList<CopiedTable> copied, IReadOnlyDictionary<string, long> lastNumbers, CancellationToken cancellationToken)
    {
        await using (var transaction = await store.Connection.BeginTransactionAsync(cancellationToken))
        {
            await store.TightenAsync(transaction, cancellationToken);
            foreach (var table in store.Tables.Where(table => lastNumbers.ContainsKey(table.Name)))
            {
                await store.GoOnBehindAsync(transaction, table, lastNumbers[table.Name], cancellationToken);
            }

            await store.ExecuteAsync(CopyProgress.Drop, transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await store.SettleAsync([.. copied.Where(static table => table.Rows > 0)], cancellationToken);
    }

    private static void EnsureNotBegun(bool isBegun)
    {
        if (isBegun)
        {
            throw new CopyException("The copy was begun by another version of this program: go on with that one, or begin with an empty database.");
        }
    }

    private static bool IsBegun(IReadOnlyList<string> names) => names.Contains(CopyProgress.Table, StringComparer.Ordinal);

    private async Task<string?> ContentAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var known = store.Tables.Select(static table => table.Name).ToHashSet(StringComparer.Ordinal);
        string[] notFilled = [.. store.Views, OfMigrations];
        foreach (var name in names.Where(name => !notFilled.Any(start => name.StartsWith(start, StringComparison.Ordinal))))
        {
            if (!known.Contains(name) || await store.ScalarAsync($"SELECT 1 FROM \"{name}\" LIMIT 1", null, cancellationToken) is not null)
            {
                return $"{(known.Contains(name) ? "rows in" : "a table")} '{name}'";
            }
        }

        return null;
    }

    private async Task<IReadOnlyDictionary<string, CopiedTable>> BegunAsync(CancellationToken cancellationToken)
    {
        var begun = await CopyProgress.ReadAsync(store.Connection, cancellationToken);
        foreach (var table in store.Tables)
        {
            if (await table.CountAsync(store.Connection, cancellationToken) is var rows && rows != (begun.GetValueOrDefault(table.Name)?.Rows ?? 0))
            {
                throw new CopyException($"The target is not as the copy left it: somebody has written to '{table.Name}'. Begin with an empty database.");
            }
        }

        return begun;
    }
}
