using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Events;

namespace Restaurant.Graph.Payments;

/// <summary>What becomes of the promised money of an order that is called off: it is given up.</summary>
public sealed class PaymentReaction(Cashier cashier) : IReaction
{
    /// <inheritdoc />
    public Task OnAsync(Event happened) => happened is OrderChanged moved && moved.Status != moved.PreviousStatus && OrderStates.IsCalledOff(moved.Status)
        ? cashier.GiveUpAsync(moved.Order)
        : Task.CompletedTask;
}
