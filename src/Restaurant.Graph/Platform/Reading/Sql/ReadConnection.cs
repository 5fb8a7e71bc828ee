using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Reading.Sql;

/// <summary>An open connection that only reads, with the statements that it has prepared.</summary>
internal sealed class ReadConnection : IDisposable
{
    /// <summary><c>SQLITE_DBCONFIG_ENABLE_QPSG</c> (https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).</summary>
    private const int EnableQueryPlannerStability = 1007;

    private const int MaxPrepared = 500;

    /// <summary>How many instructions SQLite runs between two looks at whether the reader still wants the answer; some 20 microseconds.</summary>
    private const int InstructionsBetweenLooks = 10_000;

    private readonly SqliteConnection _connection;
    private readonly SqliteCells _cells = new();
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private CancellationToken _cancellationToken;
    private long _deadline = long.MaxValue;

    public ReadConnection(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Run("PRAGMA query_only = 1");

        // Otherwise a statement is prepared anew whenever a parameter changes, in the hope of a better plan for the value.
        raw.sqlite3_db_config(_connection.Handle, EnableQueryPlannerStability, 1, out _);

        // A command of SQLite runs on the thread that asks for it and heeds no token, so the engine itself is made to look.
        raw.sqlite3_progress_handler(
            _connection.Handle, InstructionsBetweenLooks, static self => ((ReadConnection)self).IsUnwanted ? 1 : 0, this);
    }

    private bool IsUnwanted => _cancellationToken.IsCancellationRequested || Environment.TickCount64 > _deadline;

    /// <summary>How many statements were run, snapshots not counted.</summary>
    public int Statements { get; private set; }

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

    /// <summary>Ends with them.</summary>
    public void End()
    {
        (_cancellationToken, _deadline) = (CancellationToken.None, long.MaxValue);
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Run("COMMIT");
        }
    }

    /// <summary>Runs a statement and shows the cells of each row that it finds.</summary>
    public void Read(Statement statement, Bindings bindings, IRowReader rows)
    {
        var command = Prepare(statement.Text, statement);
        statement.Bind(command, bindings);
        Statements++;
        try
        {
            using var reader = command.ExecuteReader();
            statement.Check(reader);
            _cells.At(reader);
            while (reader.Read())
            {
                rows.Read(_cells);
            }
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            throw ReadLimitError.TooSlow();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void Run(string text) => Prepare(text, statement: null).ExecuteNonQuery();

    private DbCommand Prepare(string text, Statement? statement)
    {
        if (_prepared.TryGetValue(text, out var prepared))
        {
            return prepared;
        }

        if (_prepared.Count >= MaxPrepared)
        {
            foreach (var old in _prepared.Values)
            {
                old.Dispose();
            }

            _prepared.Clear();
        }

        var command = _connection.CreateCommand();
        command.CommandText = text;
        statement?.Declare(command);
        _prepared.Add(text, command);
        return command;
    }
}
