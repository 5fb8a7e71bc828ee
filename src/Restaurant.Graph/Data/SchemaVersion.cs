using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Restaurant.Graph.Data.Copying;

namespace Restaurant.Graph.Data;

/// <summary>How far the schema of a database has been brought, asked in plain SQL over its open connection.</summary>
internal static class SchemaVersion
{
    /// <summary>
    /// Whether there is nothing to migrate. EF Core compares whole models before it migrates, and almost always there is nothing to do. Throws where
    /// the database is of a newer server.
    /// </summary>
    public static async Task<bool> IsNewestAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var context = database.IsNpgsql() ? typeof(PostgreSqlDb) : typeof(SqliteDb);
        var newest = typeof(RestaurantDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal);
        var last = await IsRestaurantAsync(database, cancellationToken)
            ? await ScalarAsync(database, """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """, cancellationToken) as string
            : null;
        return string.CompareOrdinal(last, newest) <= 0
            ? string.Equals(last, newest, StringComparison.Ordinal)
            : throw new InvalidDataException($"The database is of a newer server: it was brought to '{last}', and what this one knows ends with '{newest}'.");
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
