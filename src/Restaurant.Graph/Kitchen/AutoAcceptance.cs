using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Telemetry;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Kitchen;

/// <summary>
/// Sends orders to the kitchen that had to wait: those that were accepted for later once their time comes, and, where orders are accepted without
/// anybody's doing, those for which there was no room.
/// </summary>
public sealed class AutoAcceptance(
    IServiceScopeFactory scopes,
    WriteQueue queue,
    IOptions<OrderOptions> orders,
    IOptionsMonitor<KitchenOptions> kitchen,
    TimeProvider time,
    FaultLog log,
    Leadership leadership)
    : Recurring(orders.Value.CheckInterval, time, log, leadership)
{
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var id in await Due(scope.ServiceProvider.GetRequiredService<RestaurantDb>()).OrderBy(order => order.Id).Select(order => order.Id).ToListAsync(cancellationToken))
        {
            await queue.RunAsync(services => services.GetRequiredService<UnitOfWork>().RunAsync(() => AcceptAsync(services, id)), cancellationToken);
        }
    }

    // What was said yes to is made, however much work there is.
    private async Task<Outcome<Order>> AcceptAsync(IServiceProvider services, long id)
    {
        var due = Due(services.GetRequiredService<RestaurantDb>()).Include(order => order.Lines).AsSplitQuery();
        return await due.SingleOrDefaultAsync(order => order.Id == id) is { } order
            && (order.Status == OrderStatus.Scheduled || await services.GetRequiredService<Routing>().HasRoomAsync(order))
            ? order.Accept(_time.GetUtcNow(), orders.Value.ScheduleLead)
            : OrderNotFoundError.Of();
    }

    private IQueryable<Order> Due(RestaurantDb db)
    {
        var (soon, autoAccept) = (_time.GetUtcNow() + orders.Value.ScheduleLead, kitchen.CurrentValue.AutoAccept);
        return db.Orders.Where(order => (autoAccept && order.Status == OrderStatus.Placed && !order.NeedsConfirmation) || (order.Status == OrderStatus.Scheduled && order.ScheduledFor <= soon));
    }
}
