using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Reading.Sql.Sqlite;

/// <summary>An open connection to a file, with the statements that it has prepared.</summary>
internal sealed class SqliteReadConnection : ReadConnection, IDisposable
{
    /// <summary><c>SQLITE_DBCONFIG_ENABLE_QPSG</c> (https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).</summary>
    private const int EnableQueryPlannerStability = 1007;

    private const int MaxPrepared = 500;

    /// <summary>Characters of SQL that are kept prepared: the memory of a statement grows with its text.</summary>
    private const int MaxPreparedCharacters = 1_000_000;

    /// <summary>How many instructions SQLite runs between two looks at whether the reader still wants the answer; some 20 microseconds.</summary>
    private const int InstructionsBetweenLooks = 10_000;

    private readonly SqliteConnection _connection;
    private readonly SqliteCells _cells = new();
    private readonly Dictionary<string, PreparedStatement> _prepared = new(StringComparer.Ordinal);
    private int _preparedCharacters;
    private CancellationToken _cancellationToken;
    private long _deadline = long.MaxValue;

    public SqliteReadConnection(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Run("PRAGMA query_only = 1");

        // Otherwise a statement is prepared anew whenever a parameter changes, in the hope of a better plan for the value.
        raw.sqlite3_db_config(_connection.Handle, EnableQueryPlannerStability, 1, out _);

        // A statement runs on the thread that asks for it, so the engine itself is made to look whether it is still wanted.
        raw.sqlite3_progress_handler(
            _connection.Handle, InstructionsBetweenLooks, static self => ((SqliteReadConnection)self).IsUnwanted ? 1 : 0, this);
    }

    private bool IsUnwanted => _cancellationToken.IsCancellationRequested || Environment.TickCount64 > _deadline;

    /// <summary>Begins with the statements of one operation.</summary>
    /// <param name="timeout">How long they may take altogether.</param>
    /// <param name="isSnapshot">Whether they all see one state of the data.</param>
    /// <param name="cancellationToken">Stops them.</param>
    public void Begin(TimeSpan timeout, bool isSnapshot, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (_cancellationToken, _deadline, Statements) = (cancellationToken, Environment.TickCount64 + (long)timeout.TotalMilliseconds, 0);
        if (isSnapshot)
        {
            Run("BEGIN");
        }
    }

    /// <summary>Ends with them; false if it is of no use any more.</summary>
    public bool TryEnd()
    {
        (_cancellationToken, _deadline) = (CancellationToken.None, long.MaxValue);
        try
        {
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                Run("COMMIT");
            }

            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public override ValueTask ReadAsync(Statement statement, Bindings bindings, IRowReader rows)
    {
        var prepared = Prepare(statement.Text, statement);
        prepared.Bind(statement, bindings);
        _cells.At(prepared.Handle);
        Statements++;
        try
        {
            while (prepared.Step())
            {
                rows.Read(_cells);
            }

            return ValueTask.CompletedTask;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            throw ReadLimitError.TooSlow();
        }
        finally
        {
            prepared.Reset();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    private void Run(string text)
    {
        var prepared = Prepare(text, statement: null);
        prepared.Step();
        prepared.Reset();
    }

    private PreparedStatement Prepare(string text, Statement? statement)
    {
        if (_prepared.TryGetValue(text, out var known))
        {
            return known;
        }

        _preparedCharacters += text.Length;
        if (_prepared.Count >= MaxPrepared || _preparedCharacters > MaxPreparedCharacters)
        {
            Forget();
            _preparedCharacters = text.Length;
        }

        var prepared = new PreparedStatement(_connection.Handle!, text, statement);
        _prepared.Add(text, prepared);
        return prepared;
    }

    private void Forget()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        _prepared.Clear();
    }
}
