using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Writing;

namespace Restaurant.Graph.Payments;

/// <summary>Takes money by the provider of each way to pay, gives it back, and tells the order what its payments come to.</summary>
public sealed class Cashier(RestaurantDb db, NewRows rows, IEnumerable<IPaymentProvider> providers, Currency currency, TimeProvider time)
{
    /// <summary>Pays some of an order.</summary>
    internal async Task<Outcome<Payment>> PayAsync(PayOrderInput input, Order order)
    {
        if (currency.MoneyOf(input.Amount) is not { MinorUnits: > 0 } amount)
        {
            return InvalidMoneyError.Of(input.Amount, currency, nameof(input.Amount));
        }

        if (currency.MoneyOf(input.Tip ?? 0) is not { MinorUnits: >= 0 } tip)
        {
            return InvalidMoneyError.Of(input.Tip ?? 0, currency, nameof(input.Tip));
        }

        if (input.Seat is { } seat && !LineCheck.Seats.Allow(seat))
        {
            return OutOfBoundsError.Of(seat, LineCheck.Seats, InputPath.Of(nameof(input.Seat)));
        }

        var payments = await OfAsync(order);
        var open = order.Balance - Sum(payments, PaymentState.Authorized) - Sum(payments, PaymentState.Pending);
        if (amount.MinorUnits > open.MinorUnits)
        {
            return AmountTooHighError.Of(open, nameof(input.Amount));
        }

        var payment = Payment.Of(order, input.Method, amount, tip, input.Seat, time.GetUtcNow());
        await TakeAsync(payment, capture: input.AuthorizeOnly is not true);
        rows.Add(payment);
        Tell(order, [.. payments, payment]);
        return payment;
    }

    /// <summary>Takes the money of a payment that was authorised, or that waits for its provider.</summary>
    internal Task<Outcome<Payment>> CaptureAsync(Payment payment) => ChangeAsync(payment, async () =>
    {
        if (!PaymentStates.Table.From(payment.Status).Contains(PaymentAction.Void))
        {
            return PaymentActionNotAllowedError.Of(PaymentAction.Capture, payment.Status);
        }

        var due = payment.Order.Balance;
        if (due.MinorUnits <= 0)
        {
            return AmountTooHighError.Of(due, "paymentId");
        }

        payment.Limit(due);
        await TakeAsync(payment, capture: true);
        return payment;
    });

    /// <summary>Gives a payment up.</summary>
    internal Task<Outcome<Payment>> VoidAsync(Payment payment) => ChangeAsync(payment, async () =>
        PaymentStates.Table.Next(payment.Status, PaymentAction.Void) is null ? PaymentActionNotAllowedError.Of(PaymentAction.Void, payment.Status)
        : await GiveUpAsync(payment) is false ? PaymentDeclinedError.Of()
        : payment);

    /// <summary>Gives up all that was promised for an order. What its provider does not give up stays, to be given up by hand; it is never taken.</summary>
    internal async Task GiveUpAsync(Order order)
    {
        var payments = await OfAsync(order);
        var open = payments.Where(static payment => PaymentStates.Table.Next(payment.Status, PaymentAction.Void) is not null).ToList();
        foreach (var payment in open)
        {
            await GiveUpAsync(payment);
        }

        if (open.Count > 0)
        {
            Tell(order, payments);
        }
    }

    /// <summary>Pays some of a payment back.</summary>
    internal async Task<Outcome<Payment>> RefundAsync(Payment payment, RefundPaymentInput input)
    {
        if (currency.MoneyOf(input.Amount) is not { MinorUnits: > 0 } amount)
        {
            return InvalidMoneyError.Of(input.Amount, currency, nameof(input.Amount));
        }

        return await ChangeAsync(payment, async () =>
        {
            var refunded = payment.Refund(amount, input.Reason, time.GetUtcNow());
            return refunded.Subject is null || (await ProviderOf(payment).RefundAsync(payment, amount)).IsApproved is true ? refunded : PaymentDeclinedError.Of();
        });
    }

    private async Task<Outcome<Payment>> ChangeAsync(Payment payment, Func<Task<Outcome<Payment>>> change)
    {
        var outcome = await change();
        if (outcome.Subject is not null)
        {
            Tell(payment.Order, await OfAsync(payment.Order));
        }

        return outcome;
    }

    // What a provider does not know yet stays as it is, to be asked again.
    private async Task TakeAsync(Payment payment, bool capture)
    {
        var provider = ProviderOf(payment);
        if (payment.Status == PaymentState.Pending)
        {
            Note(payment, PaymentAction.Authorize, await provider.AuthorizeAsync(payment));
        }

        if (capture && payment.Status == PaymentState.Authorized)
        {
            Note(payment, PaymentAction.Capture, await provider.CaptureAsync(payment));
        }
    }

    private async Task<bool?> GiveUpAsync(Payment payment)
    {
        var answer = await ProviderOf(payment).VoidAsync(payment);
        if (answer.IsApproved is true)
        {
            payment.Do(PaymentAction.Void, answer.Reference, time.GetUtcNow());
        }

        return answer.IsApproved;
    }

    private void Note(Payment payment, PaymentAction action, ProviderAnswer answer)
    {
        if (answer.IsApproved is { } approved)
        {
            payment.Do(approved ? action : PaymentAction.Fail, answer.Reference, time.GetUtcNow());
        }
    }

    private IPaymentProvider ProviderOf(Payment payment) => providers.Last(provider => provider.Method == payment.Method);

    private Task<List<Payment>> OfAsync(Order order) => db.Payments.Where(payment => payment.OrderId == order.Id).ToListAsync();

    private void Tell(Order order, IReadOnlyCollection<Payment> payments) => order.Collect(
        Sum(payments, PaymentState.Authorized),
        Sum(payments, PaymentState.Captured),
        payments.Aggregate(Money.Zero, static (sum, payment) => sum + payment.Refunded),
        Sum(payments, PaymentState.Pending),
        time.GetUtcNow());

    private static Money Sum(IEnumerable<Payment> payments, PaymentState status) =>
        payments.Where(payment => payment.Status == status).Aggregate(Money.Zero, static (sum, payment) => sum + payment.Amount);
}
