using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Restaurant.Graph.Platform.Reading.Sql;

namespace Restaurant.Graph.Tests.Platform.Events;

/// <summary>Makes one access to the store fail: the one with a number, counted from when it is armed.</summary>
internal sealed class FailingStore(Func<Exception> fault) : DbCommandInterceptor
{
    private int _left = int.MaxValue;

    /// <summary>Whether the access has failed.</summary>
    public bool HasFailed => Volatile.Read(ref _left) < 0;

    /// <summary>Lets so many accesses go well.</summary>
    public void Arm(int accesses) => Volatile.Write(ref _left, accesses);

    /// <summary>Counts an access, or fails.</summary>
    public void Access()
    {
        if (Volatile.Read(ref _left) != int.MaxValue && Interlocked.Decrement(ref _left) == -1)
        {
            throw fault();
        }
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Access();
        return ValueTask.FromResult(result);
    }
}

/// <summary>Connections of plans that fail with it.</summary>
internal sealed class FailingConnections(ReadConnections connections, FailingStore store) : ReadConnections
{
    /// <inheritdoc />
    protected override ValueTask RunAsync(TimeSpan timeout, bool isSnapshot, Func<ReadConnection, ValueTask> read, CancellationToken cancellationToken)
    {
        store.Access();
        return connections.UseAsync(timeout, isSnapshot, read, cancellationToken);
    }
}
