using System.Text;
using Restaurant.Graph.Data;
using Restaurant.Graph.Orders;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Security;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Transport;

namespace Restaurant.Graph.Payments;

/// <summary>Receipts as pages to be printed, for those who see the order.</summary>
internal static class ReceiptEndpoint
{
    /// <summary>Adds them to the application.</summary>
    public static void MapReceipts(this WebApplication app) =>
        app.MapGroup("/orders").For(Roles.Ordering).MapRead("/{orderId}/receipt", PageAsync);

    private static async Task<IResult> PageAsync(string orderId, HttpContext http, RestaurantDb db, Receipts receipts, VisibilityRules rules, ReceiptPage page)
    {
        if (!GlobalId.TryParse(orderId, out var id) || !string.Equals(id.TypeName, GraphNames.Of(typeof(Order)), StringComparison.Ordinal))
        {
            return Results.NotFound();
        }

        await db.Database.BeginSnapshotAsync(http.RequestAborted);
        if (await receipts.FindAsync(id.Key, rules.For(http.Viewer())) is not { } receipt)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = ReceiptPage.Policy;
        return Results.Text(page.Of(receipt), "text/html", Encoding.UTF8);
    }
}
