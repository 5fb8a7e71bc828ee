using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Keeps tables free for reservations that are due soon, and lets go of those that are not needed after all.</summary>
public sealed class TableHolds(IServiceScopeFactory scopes, WriteQueue queue, IOptions<DiningOptions> options, TimeProvider time, ILogger<TableHolds> logger, Leadership leadership)
    : Recurring(options.Value.HoldInterval, time, logger, leadership)
{
    private readonly TimeProvider _time = time;
    private readonly IOptions<DiningOptions> _options = options;

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
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
        tables.ForEach(table => table.Do(table.Status == TableStatus.Reserved ? TableAction.Release : TableAction.Hold, _time.GetUtcNow()));
        return tables is [var first, ..] ? first : TableNotFoundError.Of();
    }

    // The tables that are kept and should not be, and those that should be and are not.
    private IQueryable<DiningTable> Due(RestaurantDb db)
    {
        var now = _time.GetUtcNow();
        var soon = now + _options.Value.HoldBefore;
        return db.Tables.Where(table => !table.IsRetired
            && (table.Status == TableStatus.Reserved || table.Status == TableStatus.Available)
            && (table.Status == TableStatus.Reserved) != table.Reservations.Any(reservation =>
                reservation.Status == ReservationStatus.Booked && reservation.StartsAt <= soon && reservation.EndsAt > now));
    }
}
