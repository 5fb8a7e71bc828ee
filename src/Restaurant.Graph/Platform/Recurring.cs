using Restaurant.Graph.Platform.Telemetry;

namespace Restaurant.Graph.Platform;

/// <summary>Something that is done again and again, for the first time at the start, or when this copy begins to lead. One time that fails is told of, and is not the last.</summary>
/// <param name="interval">How long it rests in between.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Is told what fails.</param>
/// <param name="leadership">Tells whether this copy of the server is the one that does it; null if each does.</param>
public abstract class Recurring(TimeSpan interval, TimeProvider time, FaultLog log, Leadership? leadership = null) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Does all there is to do now.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Begins with it: where the server cannot be reached, as where its port is taken, nothing is done.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started.SetResult();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _started.Task.WaitAsync(stoppingToken);
        while (true)
        {
            var isDue = leadership is null or { IsLeader: true };
            try
            {
                if (isDue)
                {
                    await RunAsync(stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.Write($"{GetType().Name} has failed this time", fault);
            }

            // A rest after each time, and no ticks that wait for their turn where one has taken long. Who does not lead may have to at any moment.
            await Task.Delay(isDue ? interval : interval < Moment ? interval : Moment, time, stoppingToken);
        }
    }
}
