using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Kitchen;

/// <summary>
/// Cooks that the server plays itself: at each station as many as its capacity, who take the oldest ticket, cook it and bump it, as people do,
/// by the same moves.
/// </summary>
public sealed class Brigade(
    IServiceScopeFactory scopes, WriteQueue queue, EventSignal signal, IOptions<KitchenOptions> options, TimeProvider time, FaultLog log, Leadership leadership)
    : BackgroundService
{
    private static readonly TimeSpan LookForLead = TimeSpan.FromMilliseconds(250);

    private readonly HashSet<long> _inHand = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Brigade.Enabled)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            if (!leadership.IsLeader)
            {
                await Task.Delay(LookForLead, stoppingToken);
                continue;
            }

            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.Write("The cooks could not see their tickets", fault);
                await Task.Delay(LookForLead, stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // Whatever happens next happens after this look, so nothing is overlooked.
        var next = signal.Next;
        foreach (var ticket in await WaitingAsync(cancellationToken))
        {
            _ = CookAsync(ticket, cancellationToken);
        }

        await next.WaitAsync(cancellationToken);
    }

    // Tickets that are in preparation but in nobody's hand were left behind by a server that was stopped: they are taken up again.
    private async Task<List<Work>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = await scope.ServiceProvider.GetRequiredService<RestaurantDb>().Tickets
            .ToBeMade()
            .OrderBy(ticket => ticket.Id)
            .Select(ticket => new Work(
                ticket.Id, ticket.StationId, ticket.Station.Capacity, ticket.Status, ticket.WorkMinutes))
            .ToListAsync(cancellationToken);
        lock (_inHand)
        {
            return
            [
                .. open.GroupBy(work => work.StationId).SelectMany(station => station
                    .Where(work => !_inHand.Contains(work.TicketId))
                    .Take(station.First().Capacity - station.Count(work => _inHand.Contains(work.TicketId)))).Where(work => _inHand.Add(work.TicketId)),
            ];
        }
    }

    private async Task CookAsync(Work work, CancellationToken cancellationToken)
    {
        try
        {
            if (work.Status == TicketStatus.Queued)
            {
                await DoAsync(work.TicketId, ticket => ticket.Start(time.GetUtcNow()), cancellationToken);
            }

            await Task.Delay(TimeSpan.FromMinutes(work.Minutes / options.Value.Brigade.SpeedFactor), time, cancellationToken);
            await DoAsync(work.TicketId, ticket => ticket.Bump(time.GetUtcNow()), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops; the ticket stays in preparation and is taken up at the next start.
        }
        catch (Exception exception)
        {
            log.Write("A cook dropped a ticket", exception);
        }
        finally
        {
            lock (_inHand)
            {
                _inHand.Remove(work.TicketId);
            }

            signal.Pulse();
        }
    }

    private Task DoAsync(long id, Func<Ticket, Outcome<Ticket>> action, CancellationToken cancellationToken) => queue.RunAsync(
        services => services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
            await KitchenMutations.FindAsync(services.GetRequiredService<RestaurantDb>(), id) is { } ticket ? action(ticket) : TicketNotFoundError.Of()),
        cancellationToken);

    private sealed record Work(long TicketId, long StationId, int Capacity, TicketStatus Status, int Minutes);
}
