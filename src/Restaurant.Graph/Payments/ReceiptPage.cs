using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Payments;

/// <summary>Writes receipts as pages. Whatever is not written here itself is encoded: names are what somebody has typed.</summary>
public sealed class ReceiptPage(Currency currency, RestaurantClock clock)
{
    private const string Style =
        "body{font:1rem/1.4 sans-serif;max-width:22rem;margin:1rem auto;padding:0 1rem;color:#000;background:#fff}"
        + "h1{font-size:1.25rem;margin:0}p{margin:.25rem 0 1rem}table{width:100%;border-collapse:collapse}"
        + "td{padding:.15rem 0;vertical-align:top}td+td{text-align:right;white-space:nowrap}small{display:block}"
        + "tbody+tbody{border-top:1px solid #000}.total{font-weight:bold}"
        + "@media print{@page{margin:5mm}body{max-width:none;margin:0;padding:0}tr{break-inside:avoid}}";

    /// <summary>What a browser lets the page do: look as it says itself, by the hash of its style, and nothing else.</summary>
    internal static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page of a receipt.</summary>
    internal string Of(Receipt receipt) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(receipt.RestaurantName)}: {receipt.OrderNumber}</title><style>{Style}</style></head>
        <body>
        <h1>{Text(receipt.RestaurantName)}</h1>
        <p>Order {receipt.OrderNumber}{(receipt.Table is { } table ? $", table {Text(table)}" : "")}<br><time datetime="{receipt.PlacedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{clock.LocalAt(receipt.PlacedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}</time></p>
        <table>
        <tbody>
        {string.Concat(receipt.Lines.Select(line => Row($"{line.Quantity} × {Text(line.DishName)}{string.Concat(line.Modifiers.Select(static modifier => $"<small>{Text(modifier.Name)}</small>"))}", line.LineTotal)))}</tbody>
        <tbody>
        {Row("Subtotal", receipt.Subtotal)}{Unless("Discount", Money.Zero - receipt.Discount)}{string.Concat(receipt.Taxes.Select(share => Row($"Tax {share.Percent.ToString("0.##", CultureInfo.InvariantCulture)} %", share.Tax)))}{Unless("Service", receipt.ServiceCharge)}{Unless("Rounding", receipt.Rounding)}{Row("Total", receipt.Total, "total")}</tbody>
        <tbody>
        {string.Concat(receipt.Payments.Select(PaymentOf))}{Row("To be paid", receipt.Balance, "total")}</tbody>
        </table>
        </body>
        </html>

        """;

    private string PaymentOf(ReceiptPayment payment) =>
        Row($"Paid ({Text(payment.Method.ToString())})", payment.Amount) + Unless("Tip", payment.Tip) + Unless("Paid back", Money.Zero - payment.Refunded);

    private string Unless(string name, Money amount) => amount == Money.Zero ? "" : Row(name, amount);

    private string Row(string html, Money amount, string kind = "item") =>
        $"<tr class=\"{kind}\"><td>{html}</td><td>{currency.AmountOf(amount).ToString(CultureInfo.InvariantCulture)} {currency.Code}</td></tr>\n";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
