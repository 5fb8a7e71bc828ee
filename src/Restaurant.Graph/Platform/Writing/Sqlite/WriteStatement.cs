using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Restaurant.Graph.Platform.Writing.Sqlite;

/// <summary>A prepared statement that changes rows, run on the engine itself.</summary>
internal sealed class WriteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _handle;

    /// <summary>Prepares SQL whose parameters are <c>?</c>.</summary>
    public WriteStatement(sqlite3 connection, string text)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, text, raw.SQLITE_PREPARE_PERSISTENT, out _handle));
    }

    /// <summary>The key of the row that was inserted last.</summary>
    public long InsertedKey => raw.sqlite3_last_insert_rowid(_connection);

    /// <summary>Runs it.</summary>
    /// <param name="values">The values of the parameters, as the store holds them: text, numbers or null.</param>
    /// <returns>How many rows it changed.</returns>
    public int Run(ReadOnlySpan<object?> values)
    {
        try
        {
            for (var index = 0; index < values.Length; index++)
            {
                Bind(index + 1, values[index]);
            }

            while (raw.sqlite3_step(_handle) is var result && result != raw.SQLITE_DONE)
            {
                if (result != raw.SQLITE_ROW)
                {
                    Check(result);
                }
            }

            return raw.sqlite3_changes(_connection);
        }
        finally
        {
            raw.sqlite3_reset(_handle);
        }
    }

    /// <summary>Runs it, for the first row that it yields; null if there is none.</summary>
    /// <param name="values">The values of the parameters, as the store holds them: text, numbers or null.</param>
    public object?[]? First(ReadOnlySpan<object?> values)
    {
        try
        {
            for (var index = 0; index < values.Length; index++)
            {
                Bind(index + 1, values[index]);
            }

            var result = raw.sqlite3_step(_handle);
            if (result == raw.SQLITE_ROW)
            {
                var row = new object?[raw.sqlite3_column_count(_handle)];
                for (var index = 0; index < row.Length; index++)
                {
                    row[index] = raw.sqlite3_column_type(_handle, index) switch
                    {
                        raw.SQLITE_NULL => null,
                        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_handle, index),
                        _ => raw.sqlite3_column_text(_handle, index).utf8_to_string(),
                    };
                }

                return row;
            }

            Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
            return null;
        }
        finally
        {
            raw.sqlite3_reset(_handle);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();

    private void Bind(int parameter, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_handle, parameter),
        long number => raw.sqlite3_bind_int64(_handle, parameter, number),
        double number => raw.sqlite3_bind_double(_handle, parameter, number),
        string text => raw.sqlite3_bind_text(_handle, parameter, text),
        byte[] bytes => raw.sqlite3_bind_blob(_handle, parameter, bytes),
        _ => throw new NotSupportedException($"There is no way to bind a {value.GetType().Name}."),
    });

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
    }
}
