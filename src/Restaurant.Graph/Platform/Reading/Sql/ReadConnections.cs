using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>The connections that read, kept open between operations.</summary>
internal sealed class ReadConnections(IServiceScopeFactory scopes) : IDisposable
{
    private static readonly int MaxIdle = Environment.ProcessorCount * 4;

    private readonly ConcurrentStack<ReadConnection> _idle = new();
    private readonly Lazy<string> _connectionString = new(() => Configured(scopes));
    private bool _isDisposed;
    private int _inUse;

    /// <summary>How many are reading now.</summary>
    public int InUse => Volatile.Read(ref _inUse);

    /// <summary>What opens the store for connections of one's own.</summary>
    public string ConnectionString => _connectionString.Value;

    /// <summary>One for an operation; it has to be given back.</summary>
    public ReadConnection Rent(TimeSpan timeout, bool isSnapshot, CancellationToken cancellationToken)
    {
        if (!_idle.TryPop(out var connection))
        {
            connection = new ReadConnection(ConnectionString);
        }

        connection.Begin(timeout, isSnapshot, cancellationToken);
        Interlocked.Increment(ref _inUse);
        return connection;
    }

    /// <summary>Takes one back.</summary>
    public void Return(ReadConnection connection)
    {
        Interlocked.Decrement(ref _inUse);
        connection.End();
        if (_isDisposed || _idle.Count >= MaxIdle)
        {
            connection.Dispose();
        }
        else
        {
            _idle.Push(connection);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
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
