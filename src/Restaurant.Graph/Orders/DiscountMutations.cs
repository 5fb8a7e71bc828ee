using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Orders;

/// <summary>What managers take off orders.</summary>
[MutationType]
public static class DiscountMutations
{
    private const int MaxPercent = 100;
    private const int BasisPointsOfPercent = 100;

    /// <summary>
    /// Takes a part of the sum of its lines, or an amount, off an order that is not paid and done with, in the place of what was taken off before; 0
    /// takes nothing off any more. Lines that are added or called off later change what a part comes to. It lowers what is taxed at each rate
    /// by its share, and what is charged for service.
    /// </summary>
    [Authorize(Roles = Roles.Manager)]
    [Errors(
        typeof(OrderNotFoundError), typeof(VersionConflictError), typeof(OrderClosedError), typeof(PercentOrAmountError), typeof(InvalidDiscountError),
        typeof(DiscountReasonRequiredError), typeof(NoteTooLongError))]
    public static async Task<Outcome<Order>> DiscountOrder(DiscountOrderInput input, RestaurantDb db, Currency currency, AuditTrail audit, TimeProvider time)
    {
        var found = await OrderMutations.FindAsync(input, db.Orders);
        if (found.Subject is not { } order)
        {
            return found;
        }

        if ((input.Percent is null) == (input.Amount is null))
        {
            return PercentOrAmountError.Of();
        }

        if (input.Percent is { } percent && (percent is < 0 or > MaxPercent || decimal.Truncate(percent * BasisPointsOfPercent) != percent * BasisPointsOfPercent))
        {
            return InvalidDiscountError.Of(MaxPercent, decimals: 2, nameof(input.Percent));
        }

        var discount = new Discount((int?)(input.Percent * BasisPointsOfPercent), input.Amount is { } amount ? currency.MoneyOf(amount) : null);
        if (input.Amount is not null && (discount.Amount is not { MinorUnits: >= 0 } money || money.MinorUnits > order.Subtotal.MinorUnits))
        {
            return InvalidDiscountError.Of(currency.AmountOf(order.Subtotal), currency.Decimals, nameof(input.Amount));
        }

        if (Note.TooLong(input.Reason, nameof(input.Reason)) is { } fault)
        {
            return fault;
        }

        if (!discount.IsNothing && string.IsNullOrWhiteSpace(input.Reason))
        {
            return DiscountReasonRequiredError.Of();
        }

        audit.Note(FormattableString.Invariant($"{input.Percent ?? input.Amount} {(input.Percent is null ? currency.Code : "%")}: {input.Reason}"));
        return order.Reduce(discount, input.Reason, time.GetUtcNow());
    }
}
