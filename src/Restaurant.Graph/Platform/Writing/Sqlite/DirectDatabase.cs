using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Restaurant.Graph.Platform.Writing.Sqlite;

/// <summary>
/// Stores what a context has tracked by statements that its connection keeps prepared. EF Core makes and prepares a command for each row
/// anew, which under the load of a full house costs more than all the rest. What is not an insert or an update of plain rows, and what is
/// saved on other connections, is left to EF Core.
/// </summary>
internal sealed class DirectDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relationalDependencies)
    : RelationalDatabase(dependencies, relationalDependencies)
{
    /// <inheritdoc />
    public override int SaveChanges(IList<IUpdateEntry> entries) =>
        TrySave(entries) ? entries.Count : base.SaveChanges(entries);

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default) =>
        TrySave(entries) ? Task.FromResult(entries.Count) : base.SaveChangesAsync(entries, cancellationToken);

    private static bool TrySave(IList<IUpdateEntry> entries)
    {
        if (entries.Count == 0
            || WriteConnection.Of(entries[0].Context) is not SqliteWriteConnection connection
            || SaveOrder.Of(entries[0].Context.Model).Sort(entries)?.Select(static entry => (Entry: entry, Plan: SavePlan.Of(entry))).ToList() is not { } saves
            || saves.Exists(static save => save.Plan is null))
        {
            return false;
        }

        saves.ForEach(save => save.Plan?.Save(connection, save.Entry));
        return true;
    }
}
