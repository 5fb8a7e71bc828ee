using GraphQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Dining;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Orders;

/// <summary>What people do with orders.</summary>
[MutationType]
public static class OrderMutations
{
    /// <summary>
    /// Places an order. All faults are reported at once; prices are those of this moment. What is eaten here now is of the visit at its table, and the
    /// staff's order at a table where nobody sits begins one; what is meant for later than `Orders:ScheduleLead` is of no visit that is open now.
    /// </summary>
    [Authorize(Roles = Roles.Ordering)]
    [PlacingErrors]
    [Errors(typeof(InvalidContactError))]
    public static async Task<Outcome<Order>> PlaceOrder(PlaceOrderInput input, Viewer viewer, OrderIntake intake, NewRows rows)
    {
        var taken = await intake.TakeAsync(input, viewer);
        if (taken.Subject is { } placed)
        {
            // A visit that it begins is stored before it.
            rows.AddRange([.. new[] { placed.Visit }.OfType<Visit>(), placed]);
        }

        return taken;
    }

    /// <summary>Tells what an order would come to, cent by cent: exactly what placing it at this moment would charge. Nothing is ordered.</summary>
    [Authorize(Roles = Roles.Ordering)]
    [PlacingErrors]
    public static async Task<Outcome<Quote>> QuoteOrder(QuoteOrderInput input, Viewer viewer, OrderIntake intake)
    {
        var taken = await intake.TakeAsync(input, viewer);
        return taken.Subject is { } order ? Quote.Of(order) : taken.Errors.ToList();
    }

    /// <summary>Takes an order: the kitchen gets its tickets, or gets them shortly before the time for which the order is meant.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError), typeof(OutOfStockError))]
    public static Task<Outcome<Order>> AcceptOrder(AcceptOrderInput input, Viewer viewer, Visibility visible, RestaurantDb db, IOptions<OrderOptions> options, TimeProvider time) =>
        DoAsync(OrderAction.Accept, input, viewer, visible.Of(db.Orders), order => order.Confirm(time.GetUtcNow(), options.Value.ScheduleLead));

    /// <summary>Does not take an order.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError), typeof(ReasonRequiredError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> RejectOrder(RejectOrderInput input, Viewer viewer, Visibility visible, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await DoAsync(OrderAction.Reject, input, viewer, visible.Of(db.Orders), order => order.Reject(input.Reason, time.GetUtcNow()));

    /// <summary>
    /// Calls an order off, with all of its lines: the staff until the guest has it, a guest until the kitchen has begun. What the kitchen was called to
    /// make is waste, and it has to be said why.
    /// </summary>
    [Authorize(Roles = Roles.Ordering)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError), typeof(ReasonRequiredError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> CancelOrder(CancelOrderInput input, Viewer viewer, Visibility visible, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await DoAsync(OrderAction.Cancel, input, viewer, visible.Of(db.Orders), order => order.Cancel(input.Reason, time.GetUtcNow()));

    /// <summary>Sends a ready delivery on its way.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError))]
    public static Task<Outcome<Order>> DispatchOrder(DispatchOrderInput input, Viewer viewer, Visibility visible, RestaurantDb db, TimeProvider time) =>
        DoAsync(OrderAction.Dispatch, input, viewer, visible.Of(db.Orders), order => order.Dispatch(time.GetUtcNow()));

    /// <summary>Hands a ready order over to the guest.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderActionNotAllowedError))]
    public static Task<Outcome<Order>> FulfillOrder(FulfillOrderInput input, Viewer viewer, Visibility visible, RestaurantDb db, TimeProvider time) =>
        DoAsync(OrderAction.Fulfill, input, viewer, visible.Of(db.Orders), order => order.Fulfill(time.GetUtcNow()));

    /// <summary>An order with its lines, as the person has seen it, or what is wrong with that.</summary>
    internal static async Task<Outcome<Order>> FindAsync(OrderActionInput input, IQueryable<Order> orders) =>
        await orders.Include(order => order.Lines).AsSplitQuery().SingleOrDefaultAsync(order => order.Id == input.OrderId.Key) is not { } order ? OrderNotFoundError.Of()
        : order.Version != input.ExpectedVersion ? VersionConflictError.Of(order.Version)
        : order;

    private static async Task<Outcome<Order>> DoAsync(
        OrderAction action, OrderActionInput input, Viewer viewer, IQueryable<Order> orders, Func<Order, Outcome<Order>> move)
    {
        var found = await FindAllowedAsync(action, input, viewer, orders);
        return found.Subject is { } order ? move(order) : found;
    }

    // Where the table of moves lacks the action, the move itself says so.
    private static async Task<Outcome<Order>> FindAllowedAsync(OrderAction action, OrderActionInput input, Viewer viewer, IQueryable<Order> orders)
    {
        var found = await FindAsync(input, orders);
        if (found.Subject is not { } order || OrderStates.Table.Next(order.Status, action) is null)
        {
            return found;
        }

        return OrderPolicy.Blocked(action, order.Situation, viewer.Role) is { } reason ? OrderActionNotAllowedError.Of(action, order.Status, reason) : found;
    }
}
