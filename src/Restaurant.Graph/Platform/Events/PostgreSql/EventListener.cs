using Microsoft.Extensions.Options;
using Npgsql;
using Restaurant.Graph.Platform.Reading.Sql.PostgreSql;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform.Events.PostgreSql;

/// <summary>
/// Hears that another copy of the server has written. What it hears says nothing but "look": whatever was missed while the connection was gone is in
/// the log, which is looked into when it is back, and now and then in any case.
/// </summary>
internal sealed class EventListener(PostgreSqlSource source, EventSignal signal, IOptions<DatabaseOptions> options, ILogger<EventListener> logger, FaultLog faults) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(250);

    private bool _isLost;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Provider != DatabaseProvider.PostgreSql)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                faults.Write("The connection that listens to other copies was lost", fault, LogLevel.Warning);
                _isLost = true;
                await Task.Delay(BetweenTries, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.Standing.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => signal.Pulse();
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgreSqlLocks.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        if (_isLost)
        {
            logger.LogInformation("It listens to other copies again");
            _isLost = false;
        }

        // What came before it listened.
        signal.Pulse();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }
}
