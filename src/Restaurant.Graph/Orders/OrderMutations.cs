using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <summary>What people do with orders.</summary>
[MutationType]
public static class OrderMutations
{
    /// <summary>Places an order. All faults are reported at once; prices are those of this moment.</summary>
    [Errors(
        typeof(RestaurantClosedError), typeof(EmptyOrderError), typeof(TooManyLinesError), typeof(NoteTooLongError), typeof(TableNotFoundError),
        typeof(DishNotFoundError), typeof(DishUnavailableError), typeof(InvalidQuantityError), typeof(ModifierNotOfDishError),
        typeof(DuplicateModifierError), typeof(ModifierSelectionError), typeof(ModifierUnavailableError), typeof(OutOfStockError), typeof(AllergenConflictError))]
    [Authorize(Roles = Roles.Ordering)]
    public static Task<Outcome<Order>> PlaceOrder(PlaceOrderInput input, Viewer viewer, OrderIntake intake) => intake.PlaceAsync(input, viewer);

    /// <summary>Takes an order: the kitchen gets its tickets.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError))]
    public static Task<Outcome<Order>> AcceptOrder(AcceptOrderInput input, Visibility visible, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, visible.Of(db.Orders), order => order.Accept(time.GetUtcNow()));

    /// <summary>Does not take an order.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> RejectOrder(RejectOrderInput input, Visibility visible, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await DoAsync(input, visible.Of(db.Orders), order => order.Reject(input.Reason, time.GetUtcNow()));

    /// <summary>Calls an order off, with all of its lines; possible until the guest has it.</summary>
    [Authorize(Roles = Roles.Ordering)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> CancelOrder(CancelOrderInput input, Visibility visible, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await DoAsync(input, visible.Of(db.Orders), order => order.Cancel(input.Reason, time.GetUtcNow()));

    /// <summary>Hands a ready order over to the guest.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError))]
    public static Task<Outcome<Order>> FulfillOrder(FulfillOrderInput input, Visibility visible, RestaurantDb db, TimeProvider time) =>
        DoAsync(input, visible.Of(db.Orders), order => order.Fulfill(time.GetUtcNow()));

    private static async Task<Outcome<Order>> DoAsync(OrderActionInput input, IQueryable<Order> orders, Func<Order, Outcome<Order>> action) =>
        await orders.Include(order => order.Lines).AsSplitQuery().SingleOrDefaultAsync(order => order.Id == input.OrderId.Key) is not { } order ? OrderNotFoundError.Of()
        : order.Version != input.ExpectedVersion ? VersionConflictError.Of(order.Version)
        : action(order);
}
