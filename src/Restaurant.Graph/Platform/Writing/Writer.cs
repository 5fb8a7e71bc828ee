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
        var came = waiting.Count;
        try
        {
            var connection = _connection ??= WriteConnection.Open(Db, options.LockTimeout);
            connection.Begin();
            came = 0;
            while (_done.Count < options.MaxGroup && waiting.TryRead(out var write))
            {
                await RunAsync(connection, write);
            }

            connection.Commit();
        }
        catch (Exception fault)
        {
            Undo(waiting, came, fault);
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

    private void Undo(ChannelReader<PendingWrite> waiting, int came, Exception fault)
    {
        _connection?.TryRollback();

        // A transaction that could not begin has nobody in it yet: all who came before it are told, and do not wait for one more each.
        for (; came > 0 && waiting.TryRead(out var write); came--)
        {
            _done.Add(write);
        }

        logger.LogError(fault, "A group of {Count} writes could not be stored", _done.Count);
        _done.ForEach(write => write.Fail(fault));
    }
}
