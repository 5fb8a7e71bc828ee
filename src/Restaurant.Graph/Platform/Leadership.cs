using Microsoft.Extensions.Options;
using Npgsql;
using Restaurant.Graph.Platform.Reading.Sql.PostgreSql;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform;

/// <summary>
/// Which of several copies of the server does what is enough for one to do: whoever has an advisory lock of the database. It goes with the connection
/// that holds it, so where that copy dies another has it within <see cref="DatabaseOptions.LeaderInterval"/>. All that a leader does looks again, in
/// its turn to write, whether there is anything to do; that two believe for a moment that they lead does no harm. All servers over one file lead.
/// </summary>
public sealed class Leadership : BackgroundService
{
    private readonly PostgreSqlSource _source;
    private readonly DatabaseOptions _options;
    private readonly ILogger<Leadership> _logger;
    private readonly FaultLog _faults;
    private volatile bool _isLeader;

    internal Leadership(PostgreSqlSource source, IOptions<DatabaseOptions> options, ILogger<Leadership> logger, FaultLog faults)
    {
        (_source, _options, _logger, _faults) = (source, options.Value, logger, faults);
        _isLeader = _options.Provider != DatabaseProvider.PostgreSql;
    }

    /// <summary>Whether this copy is the one.</summary>
    public bool IsLeader => _isLeader;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_options.Provider == DatabaseProvider.PostgreSql && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _source.Standing.OpenConnectionAsync(stoppingToken);
                await HoldAsync(connection, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                _faults.Write("The connection that leads was lost", fault, LogLevel.Warning);
            }

            _isLeader = false;
            await Task.Delay(_options.LeaderInterval, stoppingToken);
        }
    }

    // Asked again and again, which also tells whether the connection is there still.
    private async Task HoldAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        while (true)
        {
            // A lock that is held already is not taken a second time, or it would have to be let go as often.
            command.CommandText = _isLeader
                ? "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())"
                : $"SELECT pg_try_advisory_lock({PostgreSqlLocks.Leader})";
            var isLeader = await command.ExecuteScalarAsync(cancellationToken) is true;
            if (isLeader && !_isLeader)
            {
                _logger.LogInformation("This copy leads now");
            }

            _isLeader = isLeader;
            await Task.Delay(_options.LeaderInterval, cancellationToken);
        }
    }
}
