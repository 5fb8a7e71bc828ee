using GraphQL.Types;

namespace Restaurant.Graph.Platform.Composition;

/// <summary>
/// Makes the schema before the first request, so that what is wrong with it keeps the server from starting, and beside whatever else there is
/// to do at start, since it takes a while.
/// </summary>
internal sealed class SchemaStartup(IServiceProvider services) : IHostedLifecycleService
{
    private Task _making = Task.CompletedTask;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _making = Task.Run(() => services.GetRequiredService<ISchema>().Initialize(), cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => _making;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
