using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Payments;

/// <summary>Writes receipts.</summary>
public sealed class Receipts(RestaurantDb db, IOptions<RestaurantOptions> restaurant)
{
    /// <summary>That of an order; null if there is none that may be seen.</summary>
    public async Task<Receipt?> FindAsync(long id, Visibility visible)
    {
        var found = await visible.Of(db.Orders).AsNoTracking().IgnoreAutoIncludes()
            .Include(order => order.Table)
            .Include(order => order.Lines).ThenInclude(line => line.Modifiers)
            .AsSplitQuery()
            .SingleOrDefaultAsync(order => order.Id == id);
        if (found is not { } order)
        {
            return null;
        }

        var payments = await db.Payments.AsNoTracking().Where(payment => payment.OrderId == id && payment.Status == PaymentState.Captured).OrderBy(payment => payment.Id).ToListAsync();
        return new Receipt
        {
            RestaurantName = restaurant.Value.Name,
            OrderNumber = order.Number,
            PlacedAt = order.PlacedAt,
            Table = order.Table?.Code,
            Lines = [.. order.Lines.Where(static line => line.Status != LineStatus.Voided).OrderBy(static line => line.Id).Select(QuoteLine.Of)],
            Subtotal = order.Subtotal,
            Discount = order.Discount,
            Taxes = [.. TaxShare.Read(order.TaxShares)],
            ServiceCharge = order.ServiceCharge,
            Rounding = order.Rounding,
            Total = order.Total,
            Payments = [.. payments.Select(static payment => new ReceiptPayment { Method = payment.Method, Amount = payment.Amount, Tip = payment.Tip, Refunded = payment.Refunded })],
            Balance = order.Balance,
        };
    }
}
