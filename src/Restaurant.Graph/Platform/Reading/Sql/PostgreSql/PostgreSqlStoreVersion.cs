using System.Data;
using Microsoft.Extensions.Options;
using Npgsql;
using Restaurant.Graph.Platform.Storage;

namespace Restaurant.Graph.Platform.Reading.Sql.PostgreSql;

/// <summary>
/// That of a database of PostgreSQL: two statements that have the same snapshot (<c>pg_current_snapshot()</c>) see the same data, and none
/// comes again on a server. All who ask while one question is on its way share the next.
/// </summary>
internal sealed class PostgreSqlStoreVersion(PostgreSqlSource source, IOptions<ReadingOptions> options) : StoreVersion, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _command;
    private Task<long>? _running;
    private Task<long>? _next;
    private string _snapshot = "";
    private long _number;

    /// <inheritdoc />
    public override async ValueTask<long> NowAsync()
    {
        Task<long> next;
        lock (_lock)
        {
            // One that is on its way may have seen less than is there now.
            next = _next ??= Task.Run(() => AskNextAsync(_running));
        }

        try
        {
            return await next.WaitAsync(options.Value.Timeout);
        }
        catch (TimeoutException)
        {
            throw ReadLimitError.TooSlow();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await (_running ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task<long> AskNextAsync(Task? running)
    {
        await (running ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            (_running, _next) = (_next, null);
        }

        try
        {
            return await AskAsync();
        }
        catch (NpgsqlException)
        {
            await ForgetAsync();
            return await AskAsync();
        }
    }

    private async Task<long> AskAsync()
    {
        if (_connection is { State: not ConnectionState.Open })
        {
            await ForgetAsync();
        }

        if (_command is null)
        {
            _connection = await source.Reading.OpenConnectionAsync();
            _command = new NpgsqlCommand("SELECT pg_current_snapshot()::text", _connection);
            await _command.PrepareAsync();
        }

        var snapshot = (string)(await _command.ExecuteScalarAsync())!;
        if (!string.Equals(snapshot, _snapshot, StringComparison.Ordinal))
        {
            (_snapshot, _number) = (snapshot, _number + 1);
        }

        return _number;
    }

    // What is behind another connection may be another server, which gives the numbers of its transactions anew.
    private async Task ForgetAsync()
    {
        (_command, _snapshot) = (null, "");
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
