using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Restaurant.Graph.Data.Copying;

namespace Restaurant.Graph.Data;

/// <summary>How far the schema of a database has been brought, asked in plain SQL over its open connection.</summary>
internal static class SchemaVersion
{
    /// <summary>
    /// Returns whether there is nothing to migrate. EF Core compares whole models before it migrates, and almost always there is nothing to do.
    /// </summary>
    /// <exception cref="InvalidDataException">The database was last migrated by a newer server, or by one older than the first release.</exception>
    public static async Task<bool> IsNewestAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        string[] known = [.. database.GetMigrations()];
        var last = await IsRestaurantAsync(database, cancellationToken)
            ? await ScalarAsync(database, """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """, cancellationToken) as string
            : null;
        if (last is null)
        {
            return false;
        }

        if (string.CompareOrdinal(last, known[^1]) > 0)
        {
            throw new InvalidDataException(
                $"The database is of a newer server: it was brought to '{last}', and the last migration known to this one is '{known[^1]}'.");
        }

        if (string.CompareOrdinal(last, known[0]) < 0)
        {
            throw new InvalidDataException(
                $"The database is of a server before the first release ('{last}') and cannot be migrated. "
                + "Export its menu with the server that made it (menu export), then start with a new database and import the menu (menu import).");
        }

        return string.Equals(last, known[^1], StringComparison.Ordinal);
    }

    /// <summary>Whether a server, of whatever version, has ever made it a restaurant.</summary>
    public static Task<bool> IsRestaurantAsync(DatabaseFacade database, CancellationToken cancellationToken) =>
        HasTableAsync(database, "__EFMigrationsHistory", cancellationToken);

    /// <summary>Throws where a restaurant is being copied to that database and not all of it is there yet.</summary>
    public static async Task EnsureWholeAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (await HasTableAsync(database, CopyProgress.Table, cancellationToken))
        {
            throw new InvalidDataException("The database is a copy that is not whole yet: give the command that copies again, and it goes on.");
        }
    }

    /// <summary>The first value that a statement finds.</summary>
    public static async Task<object?> ScalarAsync(DatabaseFacade database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static async Task<bool> HasTableAsync(DatabaseFacade database, string table, CancellationToken cancellationToken) => await ScalarAsync(
        database,
        database.IsNpgsql() ? $"""SELECT to_regclass('"{table}"')::text""" : $"SELECT 1 FROM sqlite_master WHERE name = '{table}'",
        cancellationToken) is not (null or DBNull);
}
