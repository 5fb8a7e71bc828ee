using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Restaurant.Graph.Platform.Storage;

/// <summary>Size of a store in bytes.</summary>
/// <param name="Data">The database.</param>
/// <param name="WriteAheadLog">The write-ahead log; null where it cannot be measured.</param>
internal sealed record StoreBytes(long Data, long? WriteAheadLog);

/// <summary>Measures the size of the store.</summary>
internal abstract class StoreSize
{
    /// <summary>Measures it now.</summary>
    public abstract ValueTask<StoreBytes> MeasureAsync(CancellationToken cancellationToken);
}

/// <summary>Measures the files of SQLite.</summary>
internal sealed class SqliteStoreSize(IServiceScopeFactory scopes) : StoreSize
{
    /// <inheritdoc />
    public override ValueTask<StoreBytes> MeasureAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var connectionString = scope.ServiceProvider.GetRequiredService<DbContext>().Database.GetConnectionString();
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        return ValueTask.FromResult(new StoreBytes(LengthOf(file), LengthOf($"{file}-wal")));
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

/// <summary>Asks PostgreSQL. The size of its log is for members of <c>pg_monitor</c>; other users do not get that metric.</summary>
internal sealed class PostgreSqlStoreSize(IServiceScopeFactory scopes) : StoreSize
{
    private bool _isLogHidden;

    /// <inheritdoc />
    public override async ValueTask<StoreBytes> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DbContext>().Database;
        var data = await database.SqlQueryRaw<long>("""SELECT pg_database_size(current_database()) AS "Value" """).SingleAsync(cancellationToken);
        if (_isLogHidden)
        {
            return new StoreBytes(data, null);
        }

        try
        {
            var log = await database.SqlQueryRaw<long>("""SELECT coalesce(sum(size), 0)::bigint AS "Value" FROM pg_ls_waldir()""").SingleAsync(cancellationToken);
            return new StoreBytes(data, log);
        }
        catch (PostgresException fault) when (string.Equals(fault.SqlState, PostgresErrorCodes.InsufficientPrivilege, StringComparison.Ordinal))
        {
            _isLogHidden = true;
            return new StoreBytes(data, null);
        }
    }
}
