using Microsoft.EntityFrameworkCore;
using Restaurant.Graph.Data;
using Restaurant.Graph.Payments;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Reports;

/// <summary>Adds up what was paid.</summary>
public sealed class Takings(RestaurantDb db)
{
    /// <summary>The report on some days.</summary>
    internal async Task<PaymentReport> ReportAsync(BusinessDays days)
    {
        var taken = await db.Payments
            .Where(payment => payment.Status == PaymentState.Captured && payment.CapturedAt >= days.Start && payment.CapturedAt < days.End)
            .GroupBy(payment => payment.Method)
            .Select(method => new
            {
                Method = method.Key,
                Payments = method.Count(),
                Captured = method.Sum(payment => payment.Amount.MinorUnits),
                Tips = method.Sum(payment => payment.Tip.MinorUnits),
            })
            .ToDictionaryAsync(method => method.Method);
        var returned = await db.Payments
            .SelectMany(payment => payment.Refunds, (payment, refund) => new { payment.Method, refund.CreatedAt, refund.Amount.MinorUnits })
            .Where(refund => refund.CreatedAt >= days.Start && refund.CreatedAt < days.End)
            .GroupBy(refund => refund.Method, refund => refund.MinorUnits)
            .Select(method => new { Method = method.Key, Refunded = method.Sum() })
            .ToDictionaryAsync(method => method.Method, method => method.Refunded);
        return new PaymentReport
        {
            Methods =
            [
                .. from method in taken.Keys.Union(returned.Keys).Order()
                   let some = taken.GetValueOrDefault(method)
                   let refunded = returned.GetValueOrDefault(method)
                   select new MethodTakings
                   {
                       Method = method,
                       Payments = some?.Payments ?? 0,
                       Captured = new Money(some?.Captured ?? 0),
                       Tips = new Money(some?.Tips ?? 0),
                       Refunded = new Money(refunded),
                       Net = new Money((some?.Captured ?? 0) + (some?.Tips ?? 0) - refunded),
                   },
            ],
        };
    }
}
