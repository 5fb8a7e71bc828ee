using GraphQL;
using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Mutations;

namespace Restaurant.Graph.Payments;

/// <summary>Taking money, and giving it back.</summary>
[MutationType]
public static class PaymentMutations
{
    /// <summary>Pays an order or some of it, before, while or after it is cooked. What the provider refuses is a payment that is FAILED.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(OrderNotFoundError), typeof(InvalidMoneyError), typeof(AmountTooHighError), typeof(OutOfBoundsError))]
    public static async Task<Outcome<Payment>> PayOrder(PayOrderInput input, Cashier cashier, RestaurantDb db) =>
        await db.Orders.FindAsync(input.OrderId.Key) is { } order ? await cashier.PayAsync(input, order) : OrderNotFoundError.Of();

    /// <summary>Takes money that was promised: no more of it than is still to be paid of the order, and nothing where nothing is.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(PaymentNotFoundError), typeof(PaymentActionNotAllowedError), typeof(AmountTooHighError))]
    public static Task<Outcome<Payment>> CapturePayment(CapturePaymentInput input, Cashier cashier, RestaurantDb db) => DoAsync(input, db, cashier.CaptureAsync);

    /// <summary>Gives a payment up before its money was taken. Those of an order that is called off are given up with it.</summary>
    [Authorize(Roles = Roles.Service)]
    [Errors(typeof(PaymentNotFoundError), typeof(PaymentActionNotAllowedError), typeof(PaymentDeclinedError))]
    public static Task<Outcome<Payment>> VoidPayment(VoidPaymentInput input, Cashier cashier, RestaurantDb db) => DoAsync(input, db, cashier.VoidAsync);

    /// <summary>Pays money back, never more than was paid.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(PaymentNotFoundError), typeof(PaymentActionNotAllowedError), typeof(InvalidMoneyError), typeof(AmountTooHighError),
        typeof(PaymentDeclinedError), typeof(ReasonRequiredError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Payment>> RefundPayment(RefundPaymentInput input, Cashier cashier, RestaurantDb db) =>
        Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault ? fault
        : string.IsNullOrWhiteSpace(input.Reason) ? ReasonRequiredError.Of()
        : await DoAsync(input, db, payment => cashier.RefundAsync(payment, input));

    private static async Task<Outcome<Payment>> DoAsync(PaymentInput input, RestaurantDb db, Func<Payment, Task<Outcome<Payment>>> action) =>
        await db.Payments.Include(payment => payment.Order).Include(payment => payment.Refunds).AsSplitQuery().SingleOrDefaultAsync(payment => payment.Id == input.PaymentId.Key) is { } payment
            ? await action(payment)
            : PaymentNotFoundError.Of();
}
