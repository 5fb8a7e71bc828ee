using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Reading.Sql.PostgreSql;

/// <summary>Those of PostgreSQL: a bounded number, each of which is a process of the database. Who finds none free waits for one.</summary>
internal sealed class PostgreSqlReadConnections(PostgreSqlSource source, IOptions<ReadingOptions> options) : ReadConnections, IAsyncDisposable
{
    private readonly ConcurrentStack<PostgreSqlReadConnection> _idle = new();
    private readonly SemaphoreSlim _free = new(options.Value.MaxConnections);
    private bool _isDisposed;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            await connection.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override async ValueTask RunAsync(TimeSpan timeout, bool isSnapshot, Func<ReadConnection, ValueTask> read, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            await _free.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ReadLimitError.TooSlow();
        }

        var connection = _idle.TryPop(out var idle) ? idle : new PostgreSqlReadConnection(source.Reading);
        var isWhole = false;
        try
        {
            await connection.RunAsync(read, isSnapshot, deadline.Token);
            isWhole = true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ReadLimitError.TooSlow();
        }
        catch (NpgsqlException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or NpgsqlException))
        {
            // Such as a cursor that is none: it is no reason to connect anew.
            (connection, isWhole) = (connection.Renew(), true);
            throw;
        }
        finally
        {
            // The answer does not wait for the end of its snapshot.
            _ = ReturnAsync(connection, isWhole);
        }
    }

    private async Task ReturnAsync(PostgreSqlReadConnection connection, bool isWhole)
    {
        try
        {
            await (isWhole ? connection.EndAsync() : connection.DisposeAsync());
            if (isWhole && !_isDisposed)
            {
                _idle.Push(connection);
            }
            else
            {
                await connection.DisposeAsync();
            }
        }
        catch (NpgsqlException)
        {
            await connection.DisposeAsync();
        }
        finally
        {
            _free.Release();
        }
    }
}
