using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Kitchen;

/// <summary>Accepts orders that had to wait, where orders are accepted without anybody's doing: for room in the kitchen, or for their time to come.</summary>
public sealed class AutoAcceptance(
    IServiceScopeFactory scopes,
    WriteQueue queue,
    IOptions<OrderOptions> orders,
    IOptionsMonitor<KitchenOptions> kitchen,
    TimeProvider time,
    ILogger<AutoAcceptance> logger,
    Leadership leadership)
    : Recurring(orders.Value.CheckInterval, time, logger, leadership)
{
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!kitchen.CurrentValue.AutoAccept)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        foreach (var id in await Due(scope.ServiceProvider.GetRequiredService<RestaurantDb>()).OrderBy(order => order.Id).Select(order => order.Id).ToListAsync(cancellationToken))
        {
            await queue.RunAsync(services => services.GetRequiredService<UnitOfWork>().RunAsync(() => AcceptAsync(services, id)), cancellationToken);
        }
    }

    private async Task<Outcome<Order>> AcceptAsync(IServiceProvider services, long id)
    {
        var due = Due(services.GetRequiredService<RestaurantDb>()).Include(order => order.Lines).AsSplitQuery();
        return await services.GetRequiredService<Routing>().HasRoomAsync() && await due.SingleOrDefaultAsync(order => order.Id == id) is { } order
            ? order.Accept(_time.GetUtcNow())
            : OrderNotFoundError.Of();
    }

    private IQueryable<Order> Due(RestaurantDb db)
    {
        var soon = _time.GetUtcNow() + orders.Value.ScheduleLead;
        return db.Orders.Where(order => order.Status == OrderStatus.Placed || (order.Status == OrderStatus.Scheduled && order.ScheduledFor <= soon));
    }
}
