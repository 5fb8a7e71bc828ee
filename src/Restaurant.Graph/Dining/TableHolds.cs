using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Dining;

/// <summary>Keeps tables free for reservations that are due soon, and lets go of those that are not needed after all.</summary>
public sealed class TableHolds(IServiceScopeFactory scopes, WriteQueue queue, IOptions<DiningOptions> options, TimeProvider time, FaultLog log, Leadership leadership)
    : Recurring(options.Value.HoldInterval, time, log, leadership)
{
    private readonly TimeProvider _time = time;
    private readonly IOptions<DiningOptions> _options = options;

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        if (await Due(db).AnyAsync(cancellationToken))
        {
            await queue.RunAsync(
                services => services.GetRequiredService<UnitOfWork>().RunAsync(() => MoveAsync(services.GetRequiredService<RestaurantDb>())), cancellationToken);
        }

        // A table also becomes free by the clock, or by a new menu file.
        if (await db.Reservations.WaitingAt(_time.GetUtcNow()).AnyAsync(cancellationToken))
        {
            await queue.RunAsync(
                services => services.GetRequiredService<UnitOfWork>().RunAsync(() => services.GetRequiredService<Waitlist>().ServeAsync()), cancellationToken);
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
        var kept = db.Tables.KeptAt(_time.GetUtcNow(), _options.Value).Select(table => table.Id);
        return db.Tables.Where(table => !table.IsRetired
            && ((table.Status == TableStatus.Reserved && !kept.Contains(table.Id)) || (table.Status == TableStatus.Available && kept.Contains(table.Id))));
    }
}
