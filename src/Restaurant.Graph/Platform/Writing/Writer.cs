using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>What writes: one connection and one database context, which serve one unit of work after the other.</summary>
internal sealed class Writer(IServiceScopeFactory scopes, WritingOptions options, ILogger logger) : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope = scopes.CreateAsyncScope();
    private readonly List<PendingWrite> _done = [];
    private WriteConnection? _connection;

    /// <summary>Does what waits, up to the size of a group, commits it, and tells those who waited.</summary>
    public async Task CommitAsync(ChannelReader<PendingWrite> waiting)
    {
        _done.Clear();
        try
        {
            var connection = _connection ??= WriteConnection.Open(Db, options.LockTimeout);
            connection.Begin();
            while (_done.Count < options.MaxGroup && waiting.TryRead(out var write))
            {
                await RunAsync(connection, write);
            }

            connection.Commit();
        }
        catch (Exception fault)
        {
            Undo(waiting, fault);
            return;
        }

        _done.ForEach(static write => write.Complete());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        await _scope.DisposeAsync();
    }

    private DbContext Db => _scope.ServiceProvider.GetRequiredService<DbContext>();

    private async Task RunAsync(WriteConnection connection, PendingWrite write)
    {
        if (write.IsGivenUp)
        {
            write.GiveUp();
            return;
        }

        connection.BeginOne();
        try
        {
            await write.RunAsync(_scope.ServiceProvider);
            connection.EndOne();
            _done.Add(write);
        }
        catch (Exception fault) when (connection.TryUndoOne())
        {
            write.Fail(fault);
        }
        catch
        {
            // The engine has given up the whole transaction, as it does where the disk is full.
            _done.Add(write);
            throw;
        }
        finally
        {
            Db.ChangeTracker.Clear();
        }
    }

    private void Undo(ChannelReader<PendingWrite> waiting, Exception fault)
    {
        logger.LogError(fault, "A group of {Count} writes could not be stored", _done.Count);
        _connection?.TryRollback();

        // A transaction that could not begin has nobody in it yet: who came for it is told, and does not wait for ever.
        if (_done.Count == 0 && waiting.TryRead(out var first))
        {
            _done.Add(first);
        }

        _done.ForEach(write => write.Fail(fault));
    }
}
