using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Writing.PostgreSql;
using Restaurant.Graph.Platform.Writing.Sqlite;

namespace Restaurant.Graph.Platform.Writing;

/// <summary>The connection that writes, which is that of a database context for as long as both live.</summary>
internal abstract class WriteConnection : IAsyncDisposable
{
    private static readonly ConditionalWeakTable<DbContext, WriteConnection> Known = [];

    /// <summary>Makes a context one that writes this way.</summary>
    protected WriteConnection(DbContext db) => Known.Add(db, this);

    /// <summary>Opens that of a context.</summary>
    public static async ValueTask<WriteConnection> OpenAsync(DbContext db, WritingOptions options) => db.Database.IsNpgsql()
        ? await PostgreSqlWriteConnection.ConnectAsync(db, options)
        : SqliteWriteConnection.Open(db, options.LockTimeout);

    /// <summary>That of a context; null if it is not one that writes this way.</summary>
    public static WriteConnection? Of(DbContext db) => Known.TryGetValue(db, out var known) ? known : null;

    /// <summary>Begins a transaction, beside which nobody else writes.</summary>
    public abstract ValueTask BeginAsync();

    /// <summary>Begins one unit of work in it.</summary>
    public abstract ValueTask BeginOneAsync();

    /// <summary>Ends one.</summary>
    public abstract ValueTask EndOneAsync();

    /// <summary>Undoes one that failed, and nothing else; false if the whole transaction is lost by its fault.</summary>
    public abstract ValueTask<bool> TryUndoOneAsync(Exception fault);

    /// <summary>Makes it durable.</summary>
    public abstract ValueTask CommitAsync();

    /// <summary>Undoes everything, as far as that is not done.</summary>
    /// <returns>What became of it.</returns>
    public abstract ValueTask<Undone> UndoAsync(Exception fault);

    /// <summary>The first row that a statement yields; null if there is none.</summary>
    /// <param name="text">The SQL, with a question mark for each value.</param>
    /// <param name="values">The values.</param>
    public abstract ValueTask<object?[]?> FirstAsync(string text, params object?[] values);

    /// <summary>Inserts rows, each behind those that it hangs on, and gives them their keys.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="records">Makes others that tell of them by their keys. Nobody asks for the keys of these.</param>
    public abstract ValueTask InsertAsync(IReadOnlyList<NewRow> rows, Func<IReadOnlyList<NewRow>> records);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}

/// <summary>What became of a transaction that failed.</summary>
internal enum Undone
{
    /// <summary>Nothing of it is stored, and it would fail again.</summary>
    ForGood,

    /// <summary>Nothing of it is stored, through no fault of its own: it may be tried again, on another connection.</summary>
    ToBeTriedAgain,

    /// <summary>All of it is stored: only the answer was lost.</summary>
    NotAtAll,

    /// <summary>Nobody can be asked whether it is stored.</summary>
    Unknown,
}
