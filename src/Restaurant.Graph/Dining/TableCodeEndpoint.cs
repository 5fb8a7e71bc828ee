using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Restaurant.Graph.Data;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Platform.Transport;

namespace Restaurant.Graph.Dining;

/// <summary>The QR codes on tables, to be printed by those who serve.</summary>
internal static class TableCodeEndpoint
{
    // The sheet has nothing but pictures, and says itself what they look like.
    private const string SheetPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private const string SheetStyle =
        "body{font:1.5em sans-serif;margin:0}figure{display:inline-block;width:6cm;margin:1cm;text-align:center;break-inside:avoid}";

    /// <summary>Adds them to the application.</summary>
    public static void MapTableCodes(this WebApplication app)
    {
        var tables = app.MapGroup("/tables").For(Roles.Service);
        tables.MapRead("/{table}/qr.svg", OneAsync);
        tables.MapRead("/qr", AllAsync);
    }

    private static async Task<IResult> OneAsync(string table, HttpRequest request, RestaurantDb db, IOptions<DiningOptions> options)
    {
        var key = GlobalId.TryParse(table, out var id) && string.Equals(id.TypeName, GraphNames.Of(typeof(DiningTable)), StringComparison.Ordinal) ? id.Key : 0;
        return await Codes(db).FirstOrDefaultAsync(code => code.Table.Code == table || code.TableId == key) is { } found
            ? Results.Text(SvgOf(found, request, options.Value), "image/svg+xml")
            : Results.NotFound();
    }

    private static async Task<IResult> AllAsync(HttpResponse response, RestaurantDb db, IOptions<DiningOptions> options)
    {
        var figures = (await Codes(db).OrderBy(code => code.Table.Position).ToListAsync())
            .Select(code => $"<figure>{SvgOf(code, response.HttpContext.Request, options.Value)}<figcaption>{WebUtility.HtmlEncode(code.Table.Code)}</figcaption></figure>");
        response.Headers.ContentSecurityPolicy = SheetPolicy;
        return Results.Text($"<!doctype html><html lang=en><meta charset=utf-8><title>Tables</title><style>{SheetStyle}</style>{string.Concat(figures)}</html>", "text/html");
    }

    private static IQueryable<TableCode> Codes(RestaurantDb db) => db.TableCodes.AsNoTracking().Include(code => code.Table).Where(code => !code.Table.IsRetired);

    private static string SvgOf(TableCode code, HttpRequest request, DiningOptions options)
    {
        var url = options.GuestUrl.Replace(DiningOptions.CodePlace, Uri.EscapeDataString(code.Code), StringComparison.Ordinal);
        return QrCode.SvgOf(url.StartsWith('/') ? $"{request.Scheme}://{request.Host}{request.PathBase}{url}" : url);
    }
}
