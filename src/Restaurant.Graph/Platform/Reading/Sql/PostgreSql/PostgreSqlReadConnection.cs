using System.Data;
using Npgsql;

namespace Restaurant.Graph.Platform.Reading.Sql.PostgreSql;

/// <summary>
/// An open connection to PostgreSQL, with the statements that it has prepared. What an operation asks for while a statement is on its way is
/// sent together after it.
/// </summary>
internal sealed class PostgreSqlReadConnection(NpgsqlDataSource source) : ReadConnection, IAsyncDisposable
{
    private readonly PostgreSqlCells _cells = new();
    private readonly Lock _lock = new();
    private List<PendingRead> _waiting = [];
    private PreparedReads _prepared = new();
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _snapshot;
    private TaskCompletionSource _asked = new();
    private bool _isSnapshot;
    private bool _hasRead;
    private CancellationToken _cancellationToken;

    /// <inheritdoc />
    public override ValueTask ReadAsync(Statement statement, Bindings bindings, IRowReader rows)
    {
        var pending = new PendingRead(statement, bindings, rows);
        TaskCompletionSource asked;

        // Parts of an operation that wait for something else than a statement go on side by side.
        lock (_lock)
        {
            Statements++;
            _waiting.Add(pending);
            asked = _asked;
        }

        asked.TrySetResult();
        return new ValueTask(pending.Done);
    }

    /// <summary>Runs an operation to its end.</summary>
    /// <param name="read">The operation.</param>
    /// <param name="isSnapshot">Whether all of it sees one state of the data.</param>
    /// <param name="cancellationToken">Stops its statements.</param>
    public async ValueTask RunAsync(Func<ReadConnection, ValueTask> read, bool isSnapshot, CancellationToken cancellationToken)
    {
        (Statements, _isSnapshot, _hasRead, _cancellationToken) = (0, isSnapshot, false, cancellationToken);
        var running = read(this).AsTask();
        while (!running.IsCompleted)
        {
            var batch = TakeWaiting();
            await (batch.Count > 0 ? SendAsync(batch) : new ValueTask(Task.WhenAny(running, _asked.Task)));
        }

        await running;
    }

    /// <summary>
    /// Another one with what this has opened and prepared: an operation that failed by a fault of its own may have left something behind that knows this
    /// one still.
    /// </summary>
    public PostgreSqlReadConnection Renew()
    {
        var renewed = new PostgreSqlReadConnection(source) { _connection = _connection, _snapshot = _snapshot, _prepared = _prepared };
        (_connection, _snapshot, _prepared) = (null, null, new PreparedReads());
        return renewed;
    }

    /// <summary>Ends the view of one state of the data.</summary>
    public async ValueTask EndAsync()
    {
        _waiting.Clear();
        if (_snapshot is { } snapshot)
        {
            _snapshot = null;
            await snapshot.CommitAsync();
            await snapshot.DisposeAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _prepared.Forget();
        _snapshot = null;
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private List<PendingRead> TakeWaiting()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                return [];
            }

            var batch = _waiting;
            (_waiting, _asked) = ([], new TaskCompletionSource());
            return batch;
        }
    }

    private async ValueTask SendAsync(List<PendingRead> batch)
    {
        try
        {
            await SendOnceAsync(batch);
            _hasRead = true;
        }
        catch (Exception fault)
        {
            batch.ForEach(read => read.Fail(fault));
        }
    }

    private async ValueTask SendOnceAsync(List<PendingRead> batch)
    {
        var isFresh = await OpenAsync();
        try
        {
            await ReadAsync(batch);
        }
        catch (NpgsqlException) when (!isFresh && !_hasRead && _connection?.State != ConnectionState.Open && !batch.Exists(static read => read.HasShown))
        {
            // It was cut while it was idle, as where the database was started again: nothing has been read, so a new one can take its place.
            await DisposeAsync();
            await OpenAsync();
            await ReadAsync(batch);
        }
    }

    // Tells whether it has just been opened, and has not lain idle.
    private async ValueTask<bool> OpenAsync()
    {
        // One that was cut while it lay idle may know it already.
        if (_connection is { State: not ConnectionState.Open })
        {
            await DisposeAsync();
        }

        var isFresh = _connection is null;
        _connection ??= await ConnectAsync();
        if (_isSnapshot && _snapshot is null)
        {
            // Sent together with the first statement.
            _snapshot = await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, _cancellationToken);
        }

        return isFresh;
    }

    // A server that does not answer at all is no statement that takes too long.
    private async ValueTask<NpgsqlConnection> ConnectAsync()
    {
        try
        {
            return await source.OpenConnectionAsync(_cancellationToken);
        }
        catch (OperationCanceledException late)
        {
            throw new NpgsqlException("The connection was not opened in time.", new TimeoutException(late.Message));
        }
    }

    private Task ReadAsync(List<PendingRead> batch) => batch is [var one] ? ReadOneAsync(one) : ReadAllAsync(batch);

    private async Task ReadOneAsync(PendingRead read)
    {
        var (command, kinds) = await _prepared.OfAsync(read, _connection, _cancellationToken);
        read.Bind(command.Parameters);
        await using (var reader = await command.ExecuteReaderAsync(_cancellationToken))
        {
            var found = await read.ShowAsync(reader, _cells, kinds, _cancellationToken);
            if (kinds is null)
            {
                _prepared.Know(read, command, found);
            }
        }

        read.Complete();
    }

    private async Task ReadAllAsync(List<PendingRead> reads)
    {
        await using var batch = new NpgsqlBatch(_connection);
        foreach (var read in reads)
        {
            var command = new NpgsqlBatchCommand(read.Text);
            read.AddParameters(command.Parameters);
            read.Bind(command.Parameters);
            batch.BatchCommands.Add(command);
        }

        await using (var reader = await batch.ExecuteReaderAsync(_cancellationToken))
        {
            foreach (var read in reads)
            {
                await read.ShowAsync(reader, _cells, kinds: null, _cancellationToken);
                await reader.NextResultAsync(_cancellationToken);
            }
        }

        reads.ForEach(static read => read.Complete());
    }
}
