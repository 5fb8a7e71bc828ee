using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Orders;

/// <summary>What people do with orders.</summary>
[MutationType]
public static class OrderMutations
{
    /// <summary>Places an order. All faults are reported at once; prices are those of this moment.</summary>
    [Errors(
        typeof(RestaurantClosedError), typeof(EmptyOrderError), typeof(TooManyLinesError), typeof(NoteTooLongError), typeof(TableNotFoundError),
        typeof(DishNotFoundError), typeof(DishUnavailableError), typeof(InvalidQuantityError), typeof(ModifierNotOfDishError),
        typeof(DuplicateModifierError), typeof(ModifierSelectionError), typeof(OutOfStockError))]
    public static Task<Outcome<Order>> PlaceOrder(PlaceOrderInput input, OrderIntake intake) => intake.PlaceAsync(input);

    /// <summary>Takes an order: the kitchen gets its tickets.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError))]
    public static Task<Outcome<Order>> AcceptOrder(AcceptOrderInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, order => order.Accept(time.GetUtcNow()));

    /// <summary>Does not take an order.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> RejectOrder(RejectOrderInput input, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await DoAsync(input, db, order => order.Reject(input.Reason, time.GetUtcNow()));

    /// <summary>Calls an order off, with all of its lines; possible until the guest has it.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> CancelOrder(CancelOrderInput input, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await DoAsync(input, db, order => order.Cancel(input.Reason, time.GetUtcNow()));

    /// <summary>Hands a ready order over to the guest.</summary>
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError))]
    public static Task<Outcome<Order>> FulfillOrder(FulfillOrderInput input, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, db, order => order.Fulfill(time.GetUtcNow()));

    private static async Task<Outcome<Order>> DoAsync(OrderActionInput input, RestaurantDb db, Func<Order, Outcome<Order>> action) =>
        await db.Orders.Include(order => order.Lines).AsSplitQuery().SingleOrDefaultAsync(order => order.Id == input.OrderId.Key) is not { } order ? OrderNotFoundError.Of()
        : order.Version != input.ExpectedVersion ? VersionConflictError.Of(order.Version)
        : action(order);
}
