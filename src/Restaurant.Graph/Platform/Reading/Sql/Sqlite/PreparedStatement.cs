using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Restaurant.Graph.Platform.Reading.Plans;
using Restaurant.Graph.Platform.Storage;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Reading.Sql.Sqlite;

/// <summary>
/// A statement that a connection has prepared, run on the engine itself: a command and its reader are some objects and checks for each run,
/// which for a row by its key cost more than the row.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _handle;
    private readonly int[] _parameters;
    private readonly int _columns;

    /// <summary>Prepares SQL.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="text">The SQL.</param>
    /// <param name="statement">What it is of; null for what has no parameters and yields nothing.</param>
    public PreparedStatement(sqlite3 connection, string text, Statement? statement)
    {
        _connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(connection, text, raw.SQLITE_PREPARE_PERSISTENT, out _handle), connection);
        _parameters = [.. (statement?.Prototypes ?? []).Select(prototype => raw.sqlite3_bind_parameter_index(_handle, prototype.ParameterName))];
        _columns = raw.sqlite3_column_count(_handle);
        Handle = _handle.DangerousGetHandle();
    }

    /// <summary>Where the columns of its row are read.</summary>
    public nint Handle { get; }

    /// <summary>Fills the parameters with the values of a request.</summary>
    public void Bind(Statement statement, Bindings bindings)
    {
        // Of two statements with the same SQL one may take it for more than it yields.
        if (statement.Columns != _columns)
        {
            throw new NotPlannedException("The columns of a statement are not those of its plan.");
        }

        statement.Check(bindings);
        for (var index = 0; index < _parameters.Length; index++)
        {
            var parameter = _parameters[index];
            var result = StoredValue.Of(statement.Raw(index, bindings)) switch
            {
                null => raw.sqlite3_bind_null(_handle, parameter),
                long number => raw.sqlite3_bind_int64(_handle, parameter, number),
                double number => raw.sqlite3_bind_double(_handle, parameter, number),
                string text => raw.sqlite3_bind_text(_handle, parameter, text),
                var other => throw new NotPlannedException($"There is no way to bind a {other.GetType().Name}."),
            };
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
    }

    /// <summary>Moves to the next row; false if there is none.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_handle);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            Throw(result);
        }

        return false;
    }

    /// <summary>Ends the run; the statement can be run again.</summary>
    public void Reset() => raw.sqlite3_reset(_handle);

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();

    [DoesNotReturn]
    private void Throw(int result)
    {
        SqliteException.ThrowExceptionForRC(result, _connection);
        throw new InvalidOperationException("The statement ended in an unknown way.");
    }
}
