using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Kitchen;

/// <summary>
/// Cooks that the server plays itself: at each station as many as its capacity, who take the oldest ticket, cook it and bump it, through
/// the very mutations that people use.
/// </summary>
public sealed class Brigade(
    IServiceScopeFactory scopes, EventSignal signal, IOptions<KitchenOptions> options, TimeProvider time, ILogger<Brigade> logger)
    : BackgroundService
{
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
            // Whatever happens next happens after this look, so nothing is overlooked.
            var next = signal.Next;
            foreach (var ticket in await WaitingAsync(stoppingToken))
            {
                _ = CookAsync(ticket, stoppingToken);
            }

            await next.WaitAsync(stoppingToken);
        }
    }

    // Tickets that are in preparation but in nobody's hand were left behind by a server that was stopped: they are taken up again.
    private async Task<List<Work>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = await scope.ServiceProvider.GetRequiredService<RestaurantDb>().Tickets
            .Where(ticket => ticket.Status == TicketStatus.Queued || ticket.Status == TicketStatus.InPreparation)
            .OrderBy(ticket => ticket.Id)
            .Select(ticket => new Work(
                ticket.Id, ticket.StationId, ticket.Station.Capacity, ticket.Status, ticket.Lines.Max(line => line.Dish.PreparationMinutes)))
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
            var id = new Id<Ticket>(work.TicketId);
            if (work.Status == TicketStatus.Queued)
            {
                await DoAsync(db => KitchenMutations.StartTicket(new StartTicketInput { TicketId = id }, db, time, cancellationToken), cancellationToken);
            }

            await Task.Delay(TimeSpan.FromMinutes(work.PreparationMinutes / options.Value.Brigade.SpeedFactor), time, cancellationToken);
            await DoAsync(db => KitchenMutations.BumpTicket(new BumpTicketInput { TicketId = id }, db, time, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops; the ticket stays in preparation and is taken up at the next start.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "A cook dropped ticket {Ticket}", work.TicketId);
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

    private async Task DoAsync(Func<RestaurantDb, Task<Outcome<Ticket>>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(() => work(db), cancellationToken);
    }

    private sealed record Work(long TicketId, long StationId, int Capacity, TicketStatus Status, int PreparationMinutes);
}
