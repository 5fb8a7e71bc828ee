using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Orders;

/// <summary>What people do with orders.</summary>
[MutationType]
public static class OrderMutations
{
    /// <summary>Places an order. All faults are reported at once; prices are those of this moment.</summary>
    [Errors(
        typeof(RestaurantClosedError), typeof(EmptyOrderError), typeof(TooManyLinesError), typeof(NoteTooLongError), typeof(TableNotFoundError),
        typeof(DishNotFoundError), typeof(DishUnavailableError), typeof(InvalidQuantityError), typeof(ModifierNotOfDishError),
        typeof(DuplicateModifierError), typeof(ModifierSelectionError))]
    public static Task<Outcome<Order>> PlaceOrder(PlaceOrderInput input, OrderIntake intake, CancellationToken cancellationToken) =>
        intake.PlaceAsync(input, cancellationToken);

    /// <summary>Takes an order: the kitchen gets its tickets.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(OrderActionNotAllowedError))]
    public static async Task<Outcome<Order>> AcceptOrder(
        AcceptOrderInput input, RestaurantDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await FindAsync(db, input.OrderId, cancellationToken) is { } order ? order.Accept(time.GetUtcNow()) : OrderNotFoundError.Of();

    /// <summary>Does not take an order.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(OrderActionNotAllowedError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> RejectOrder(
        RejectOrderInput input, RestaurantDb db, TimeProvider time, CancellationToken cancellationToken) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await FindAsync(db, input.OrderId, cancellationToken) is { } order ? order.Reject(input.Reason, time.GetUtcNow())
        : OrderNotFoundError.Of();

    /// <summary>Calls an order off, with all of its lines; possible until the guest has it.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(OrderActionNotAllowedError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> CancelOrder(
        CancelOrderInput input, RestaurantDb db, TimeProvider time, CancellationToken cancellationToken) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await FindAsync(db, input.OrderId, cancellationToken) is { } order ? order.Cancel(input.Reason, time.GetUtcNow())
        : OrderNotFoundError.Of();

    /// <summary>Hands a ready order over to the guest.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(OrderActionNotAllowedError))]
    public static async Task<Outcome<Order>> FulfillOrder(
        FulfillOrderInput input, RestaurantDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await FindAsync(db, input.OrderId, cancellationToken) is { } order ? order.Fulfill(time.GetUtcNow()) : OrderNotFoundError.Of();

    private static Task<Order?> FindAsync(RestaurantDb db, Id<Order> id, CancellationToken cancellationToken) =>
        db.Orders.Include(order => order.Lines).SingleOrDefaultAsync(order => order.Id == id.Key, cancellationToken);
}
