using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>What writes: one connection and one database context, which serve one unit of work after the other.</summary>
internal sealed class Writer(IServiceScopeFactory scopes, WritingOptions options, FaultLog log) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(500);

    private readonly List<PendingWrite> _group = [];
    private AsyncServiceScope? _scope;
    private WriteConnection? _connection;

    /// <summary>Does what waits, up to the size of a group, commits it, and tells those who waited.</summary>
    public async Task CommitAsync(ChannelReader<PendingWrite> waiting)
    {
        _group.Clear();
        var began = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < MaxPause ? pause * 2 : MaxPause)
        {
            var came = waiting.Count;
            try
            {
                var connection = await OpenAsync();
                await connection.BeginAsync();
                came = 0;
                await RunAsync(connection, waiting);
                await connection.CommitAsync();
                break;
            }
            catch (Exception fault)
            {
                var undone = await UndoAsync(fault);
                if (undone == Undone.NotAtAll)
                {
                    break;
                }

                if (undone == Undone.Unknown)
                {
                    Fail(waiting, came: 0, StoreError.Unknown(fault));
                    return;
                }

                if (undone == Undone.ForGood || Stopwatch.GetElapsedTime(began) > options.RetryTime)
                {
                    Fail(waiting, came, fault);
                    return;
                }

                log.Write("A group of writes is tried again", fault, LogLevel.Warning);
                await Task.Delay(pause);
            }
        }

        _group.ForEach(static write => write.Complete());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var (connection, scope) = (_connection, _scope);
        (_connection, _scope) = (null, null);
        await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (scope?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async ValueTask<WriteConnection> OpenAsync()
    {
        _scope ??= scopes.CreateAsyncScope();
        return _connection ??= await WriteConnection.OpenAsync(Db, options);
    }

    private DbContext Db => Services.GetRequiredService<DbContext>();

    private IServiceProvider Services => _scope?.ServiceProvider ?? throw new InvalidOperationException("The writer is not open.");

    // Those of a group that is tried again, and then those who have come.
    private async Task RunAsync(WriteConnection connection, ChannelReader<PendingWrite> waiting)
    {
        for (var index = 0; index < _group.Count || Takes(waiting); index++)
        {
            if (!await TryRunAsync(connection, _group[index]))
            {
                _group.RemoveAt(index--);
            }
        }
    }

    private bool Takes(ChannelReader<PendingWrite> waiting)
    {
        if (_group.Count == options.MaxGroup || !waiting.TryRead(out var write))
        {
            return false;
        }

        _group.Add(write);
        return true;
    }

    // False where it is out of the group, and has been told why.
    private async Task<bool> TryRunAsync(WriteConnection connection, PendingWrite write)
    {
        if (write.IsGivenUp)
        {
            write.GiveUp();
            return false;
        }

        await connection.BeginOneAsync();
        try
        {
            await write.RunAsync(Services);
            await connection.EndOneAsync();
            return true;
        }
        catch (Exception fault)
        {
            if (!await connection.TryUndoOneAsync(fault))
            {
                throw;
            }

            write.Fail(fault);
            return false;
        }
        finally
        {
            Db.ChangeTracker.Clear();
        }
    }

    // Whatever happens here, those who come later find a writer that works.
    private async ValueTask<Undone> UndoAsync(Exception fault)
    {
        try
        {
            return await TryUndoAsync(fault);
        }
        catch (Exception another)
        {
            log.Write("A group of writes could not be undone in order", another);
            (_connection, _scope) = (null, null);
            return Undone.Unknown;
        }
    }

    private async ValueTask<Undone> TryUndoAsync(Exception fault)
    {
        if (_connection is not { } connection)
        {
            await DisposeAsync();
            return PostgreSqlFaults.IsPassing(fault) ? Undone.ToBeTriedAgain : Undone.ForGood;
        }

        var undone = await connection.UndoAsync(fault);
        if (undone != Undone.ForGood)
        {
            await DisposeAsync();
        }

        return undone;
    }

    private void Fail(ChannelReader<PendingWrite> waiting, int came, Exception fault)
    {
        // A transaction that could not begin has nobody in it yet: all who came before it are told, and do not wait for one more each.
        for (; came > 0 && waiting.TryRead(out var write); came--)
        {
            _group.Add(write);
        }

        log.Write("A group of writes could not be stored", fault);
        _group.ForEach(write => write.Fail(fault));
    }
}
