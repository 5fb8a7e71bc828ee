using System.ComponentModel;
using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;
using Restaurant.Graph.Platform.Paging;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Security;

namespace Restaurant.Graph.Payments;

/// <summary>Reading payments and bills.</summary>
[QueryType]
public static class PaymentQueries
{
    /// <summary>The payments; for a guest, those of their orders.</summary>
    [Authorize(Roles = $"{Roles.Guest},{Roles.Service}")]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Payment> Payments(RestaurantDb db) => db.Payments;

    /// <summary>
    /// What is still to be paid of an order divided among those who pay: the parts add up to it, and what cannot be divided is with the first of them.
    /// What a seat has paid counts for that seat, and what was paid for none, or beyond what a seat had, counts for all.
    /// </summary>
    [Authorize(Roles = $"{Roles.Guest},{Roles.Service}")]
    [ListSize(10)]
    public static Task<IReadOnlyList<BillPart>?> SplitBill(
        Id<Order> orderId,
        [Description("How it is divided.")] BillSplit by,
        [Description("How many pay, from 1 to 50, where it is divided evenly.")] int? parts,
        RestaurantDb db,
        Visibility visible) =>
        BillPart.SplitAsync(db, visible, orderId.Key, by, parts);

    /// <summary>The receipt of an order; null if there is no such order. At `/orders/{orderId}/receipt` it is a page to be printed.</summary>
    [Authorize(Roles = $"{Roles.Guest},{Roles.Service}")]
    public static Task<Receipt?> Receipt(Id<Order> orderId, Receipts receipts, Visibility visible) => receipts.FindAsync(orderId.Key, visible);
}
