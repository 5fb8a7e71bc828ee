using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Reading.Sql.Sqlite;

/// <summary>Those of a file: a statement runs on the thread that asks for it, so there are as many as ask at once.</summary>
internal sealed class SqliteReadConnections(IServiceScopeFactory scopes) : ReadConnections, IDisposable
{
    private static readonly int MaxIdle = Environment.ProcessorCount * 4;

    private readonly ConcurrentStack<SqliteReadConnection> _idle = new();
    private readonly Lazy<string> _connectionString = new(() => Configured(scopes));
    private bool _isDisposed;

    /// <summary>What opens the store for connections of one's own.</summary>
    public string ConnectionString => _connectionString.Value;

    /// <inheritdoc />
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <inheritdoc />
    protected override async ValueTask RunAsync(TimeSpan timeout, bool isSnapshot, Func<ReadConnection, ValueTask> read, CancellationToken cancellationToken)
    {
        if (!_idle.TryPop(out var connection))
        {
            connection = new SqliteReadConnection(ConnectionString);
        }

        try
        {
            connection.Begin(timeout, isSnapshot, cancellationToken);
            await read(connection);
        }
        finally
        {
            Return(connection);
        }
    }

    private void Return(SqliteReadConnection connection)
    {
        if (!connection.TryEnd() || _isDisposed || _idle.Count >= MaxIdle)
        {
            connection.Dispose();
        }
        else
        {
            _idle.Push(connection);
        }
    }

    // They are not shared with EF Core's, which write as well, so its pool is left aside.
    private static string Configured(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        var configured = scope.ServiceProvider.GetRequiredService<DbContext>().Database.GetConnectionString();
        return new SqliteConnectionStringBuilder(configured) { Pooling = false, ForeignKeys = null }.ToString();
    }
}
