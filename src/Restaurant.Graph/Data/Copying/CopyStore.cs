using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Restaurant.Graph.Data.Copying;

/// <summary>A database at one side of a copy: what each kind of database does in a way of its own.</summary>
internal abstract class CopyStore(RestaurantDb db, bool isOfFile) : IAsyncDisposable
{
    /// <summary>How long to wait for somebody else's lock, in seconds.</summary>
    protected const int Patience = 10;

    private IReadOnlyList<StoredTable>? _tables;

    /// <summary>The tables, in the same order at both sides.</summary>
    public IReadOnlyList<StoredTable> Tables => _tables ??= StoredTable.Of(Model, isOfFile);

    /// <summary>EF Core's access.</summary>
    public DatabaseFacade Database => db.Database;

    /// <summary>The one connection.</summary>
    public DbConnection Connection => db.Database.GetDbConnection();

    /// <summary>What only migrations make: tables that are views to the model.</summary>
    public IEnumerable<string> Views => Model.Views.Select(static view => view.Name);

    /// <summary>Whether a NUL can stand in a text.</summary>
    public abstract bool TakesNul { get; }

    /// <summary>EF Core's services.</summary>
    protected RestaurantDb Db => db;

    // The one that is for reading has no references by name.
    private IRelationalModel Model => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    /// <summary>Keeps everybody else from writing and reads one state, until it is disposed of.</summary>
    public abstract Task HoldAsync(CancellationToken cancellationToken);

    /// <summary>The last number that a table gave to a row, though that may be there no more; 0 if there was none.</summary>
    public abstract Task<long> LastNumberAsync(StoredTable table, CancellationToken cancellationToken);

    /// <summary>Waits until nobody else copies to the same place.</summary>
    public abstract Task BeAloneAsync(CancellationToken cancellationToken);

    /// <summary>The names of all tables that somebody has made.</summary>
    public abstract Task<IReadOnlyList<string>> TableNamesAsync(CancellationToken cancellationToken);

    /// <summary>Lets rows be written in any order: references are looked at when all are there.</summary>
    public abstract Task LoosenAsync(CancellationToken cancellationToken);

    /// <summary>Writes rows.</summary>
    public abstract Task InsertAsync(DbTransaction transaction, StoredTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Looks at all references, and holds to them from now on.</summary>
    public abstract Task TightenAsync(DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Makes a table go on behind a number.</summary>
    public abstract Task GoOnBehindAsync(DbTransaction transaction, StoredTable table, long number, CancellationToken cancellationToken);

    /// <summary>What a database does best when tables have been filled.</summary>
    public abstract Task SettleAsync(IReadOnlyList<CopiedTable> filled, CancellationToken cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => db.DisposeAsync();

    /// <summary>A command, in a transaction if there is one.</summary>
    protected DbCommand Command(string sql, DbTransaction? transaction = null)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction ?? command.Transaction;
        return command;
    }

    /// <summary>Runs a statement.</summary>
    public async Task ExecuteAsync(string sql, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first value that a statement finds; null if there is none.</summary>
    public async Task<object?> ScalarAsync(string sql, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, transaction);
        return await command.ExecuteScalarAsync(cancellationToken) is { } value and not DBNull ? value : null;
    }

    /// <summary>The first column of what a statement finds.</summary>
    protected async Task<IReadOnlyList<string>> TextsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
