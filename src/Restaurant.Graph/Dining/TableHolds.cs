using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Keeps tables free for reservations that are due soon, and lets go of those that are not needed after all.</summary>
public sealed class TableHolds(
    IServiceScopeFactory scopes, WriteQueue queue, IOptions<DiningOptions> options, TimeProvider time, ILogger<TableHolds> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.HoldInterval, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "Tables could not be kept for reservations");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Does what is to be done now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await Due(scope.ServiceProvider.GetRequiredService<RestaurantDb>()).AnyAsync(cancellationToken))
        {
            await queue.RunAsync(
                services => services.GetRequiredService<UnitOfWork>().RunAsync(() => MoveAsync(services.GetRequiredService<RestaurantDb>())), cancellationToken);
        }
    }

    private async Task<Outcome<DiningTable>> MoveAsync(RestaurantDb db)
    {
        var tables = await Due(db).ToListAsync();
        tables.ForEach(table => table.Do(table.Status == TableStatus.Reserved ? TableAction.Release : TableAction.Hold, time.GetUtcNow()));
        return tables is [var first, ..] ? first : TableNotFoundError.Of();
    }

    // The tables that are kept and should not be, and those that should be and are not.
    private IQueryable<DiningTable> Due(RestaurantDb db)
    {
        var now = time.GetUtcNow();
        var soon = now + options.Value.HoldBefore;
        return db.Tables.Where(table => !table.IsRetired
            && (table.Status == TableStatus.Reserved || table.Status == TableStatus.Available)
            && (table.Status == TableStatus.Reserved) != table.Reservations.Any(reservation =>
                reservation.Status == ReservationStatus.Booked && reservation.StartsAt <= soon && reservation.EndsAt > now));
    }
}
