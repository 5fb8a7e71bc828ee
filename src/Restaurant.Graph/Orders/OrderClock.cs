using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Orders;

/// <summary>Gives up orders that nobody answers, those for later when the kitchen would have to begin, and orders whose time went by while nobody looked.</summary>
public sealed class OrderClock(IServiceScopeFactory scopes, WriteQueue queue, IOptions<OrderOptions> options, TimeProvider time, FaultLog log, Leadership leadership)
    : Recurring(options.Value.CheckInterval, time, log, leadership)
{
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var id in await Unanswered(scope.ServiceProvider.GetRequiredService<RestaurantDb>()).Select(order => order.Id).ToListAsync(cancellationToken))
        {
            await queue.RunAsync(services => services.GetRequiredService<UnitOfWork>().RunAsync(() => ExpireAsync(services.GetRequiredService<RestaurantDb>(), id)), cancellationToken);
        }
    }

    private async Task<Outcome<Order>> ExpireAsync(RestaurantDb db, long id) =>
        await Unanswered(db).Include(order => order.Lines).AsSplitQuery().SingleOrDefaultAsync(order => order.Id == id) is { } order
            ? order.Expire(_time.GetUtcNow())
            : OrderNotFoundError.Of();

    private IQueryable<Order> Unanswered(RestaurantDb db)
    {
        var now = _time.GetUtcNow();
        var oldest = now - options.Value.AnswerWithin;
        var soon = now + options.Value.ScheduleLead;
        var oldestForLater = now - options.Value.AnswerLaterWithin;
        return db.Orders.Where(order =>
            (order.Status == OrderStatus.Placed && order.PlacedAt < oldest && (order.ScheduledFor == null || order.ScheduledFor <= soon || order.PlacedAt < oldestForLater))
            || (order.Status == OrderStatus.Scheduled && order.ScheduledFor < oldest));
    }
}
