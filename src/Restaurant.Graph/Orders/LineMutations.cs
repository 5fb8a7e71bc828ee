using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Relay;

namespace Restaurant.Graph.Orders;

/// <summary>What people do with some lines of an order that is open.</summary>
[MutationType]
public static class LineMutations
{
    /// <summary>Adds lines to an order that is not closed; the kitchen gets tickets for them if it has been accepted. Prices are those of this moment, and so are the allergies.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(
        typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderClosedError), typeof(EmptyOrderError), typeof(TooManyLinesError),
        typeof(NoteTooLongError), typeof(DishNotFoundError), typeof(DishNotServedError), typeof(DishUnavailableError), typeof(InvalidQuantityError), typeof(OutOfBoundsError),
        typeof(SizeNotOfDishError), typeof(ModifierNotOfDishError), typeof(DuplicateModifierError), typeof(ModifierSelectionError), typeof(ModifierUnavailableError), typeof(OutOfStockError), typeof(AllergenConflictError))]
    public static async Task<Outcome<Order>> AddOrderLines(AddOrderLinesInput input, OrderIntake intake, RestaurantDb db, TimeProvider time)
    {
        var found = await OrderMutations.FindAsync(input, db.Orders);
        var faults = new List<MutationError>();
        return found.Subject is not { } order ? found
            : await intake.LinesAsync(
                input.Lines, order.Lines.Count, order.Allergies, order.ScheduledFor, await intake.ServingAsync(order.ScheduledFor), faults) is { } lines
                ? order.Add(lines.All, time.GetUtcNow())
            : faults;
    }

    /// <summary>Calls for a course of an order that was accepted: its lines go to the kitchen.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderClosedError), typeof(OrderActionNotAllowedError), typeof(CourseNotFoundError), typeof(LineActionNotAllowedError))]
    public static Task<Outcome<Order>> FireCourse(FireCourseInput input, RestaurantDb db, TimeProvider time) =>
        CourseAsync(input, input.Course, LineAction.Fire, db, time);

    /// <summary>Keeps a course of an order that was accepted back: its lines wait until it is fired.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderClosedError), typeof(OrderActionNotAllowedError), typeof(CourseNotFoundError), typeof(LineActionNotAllowedError))]
    public static Task<Outcome<Order>> HoldCourse(HoldCourseInput input, RestaurantDb db, TimeProvider time) =>
        CourseAsync(input, input.Course, LineAction.Hold, db, time);

    /// <summary>Brings ready lines to the guest; with the last of them the order is fulfilled.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderClosedError), typeof(OrderActionNotAllowedError), typeof(LineNotFoundError), typeof(LineActionNotAllowedError))]
    public static Task<Outcome<Order>> ServeOrderLines(ServeOrderLinesInput input, RestaurantDb db, TimeProvider time) =>
        LinesAsync(input, input.LineIds, db, (order, lines) => order.DoWith(lines, LineAction.Serve, time.GetUtcNow()));

    /// <summary>Calls lines off: what the kitchen was called to make is waste, and with the last line the order is canceled.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(
        typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderClosedError), typeof(LineNotFoundError), typeof(LineActionNotAllowedError),
        typeof(ReasonRequiredError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> VoidOrderLines(VoidOrderLinesInput input, RestaurantDb db, TimeProvider time) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : await LinesAsync(input, input.LineIds, db, (order, lines) => order.Void(lines, input.Reason, time.GetUtcNow()));

    private static async Task<Outcome<Order>> CourseAsync(OrderActionInput input, int course, LineAction action, RestaurantDb db, TimeProvider time)
    {
        var found = await OrderMutations.FindAsync(input, db.Orders);
        if (found.Subject is not { } order)
        {
            return found;
        }

        OrderLine[] all = [.. order.Lines.Where(line => line.Course == course && line.Status != LineStatus.Voided)];
        OrderLine[] lines = [.. all.Where(line => LineStates.Table.Next(line.Status, action) is not null)];
        return order.Guard(OrderPolicy.OfLines(action)) is { } fault ? fault
            : all.Length == 0 ? CourseNotFoundError.Of(course)
            : lines.Length == 0 ? LineActionNotAllowedError.Of(all[0], action)
            : order.DoWith(lines, action, time.GetUtcNow());
    }

    private static async Task<Outcome<Order>> LinesAsync(
        OrderActionInput input, IReadOnlyList<Id<OrderLine>> ids, RestaurantDb db, Func<Order, IReadOnlyList<OrderLine>, Outcome<Order>> action)
    {
        var found = await OrderMutations.FindAsync(input, db.Orders);
        if (found.Subject is not { } order)
        {
            return found;
        }

        var lines = ids.Select(id => order.Lines.FirstOrDefault(line => line.Id == id.Key)).ToList();
        return lines.Count == 0 ? LineNotFoundError.At(0)
            : lines.IndexOf(null) is >= 0 and var missing ? LineNotFoundError.At(missing)
            : action(order, [.. lines.OfType<OrderLine>().Distinct()]);
    }
}
