using Restaurant.Graph.Platform.Money;

namespace Restaurant.Graph.Reports;

/// <summary>Reports as tables: a header, then a row for each thing, amounts in the currency's own unit.</summary>
internal static class ReportTables
{
    /// <summary>Sales.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Of(SalesReport report, Currency currency) =>
    [
        ["name", "hour", "date", "quantity", "net", "discounts", "tax", "serviceCharge", "rounding", "gross", "orders"],
        .. report.Rows.Select(row => (object?[])
        [
            row.Name, row.Hour, row.Date, row.Quantity, currency.AmountOf(row.Net), currency.AmountOf(row.Discounts), currency.AmountOf(row.Tax), currency.AmountOf(row.ServiceCharge), currency.AmountOf(row.Rounding), currency.AmountOf(row.Gross), row.Orders,
        ]),
    ];

    /// <summary>Payments.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Of(PaymentReport report, Currency currency) =>
    [
        ["method", "payments", "captured", "tips", "refunded", "net"],
        .. report.Methods.Select(row => (object?[])[row.Method, row.Payments, currency.AmountOf(row.Captured), currency.AmountOf(row.Tips), currency.AmountOf(row.Refunded), currency.AmountOf(row.Net)]),
    ];

    /// <summary>The kitchen's times, in minutes.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Of(KitchenReport report) =>
    [
        ["station", "tickets", "queuedToReadyP50", "queuedToReadyP90", "waitingP50", "waitingP90", "makingP50", "makingP90"],
        .. report.Stations.Select(static row => (object?[])[row.Station, row.Tickets, row.QueuedToReady.P50, row.QueuedToReady.P90, row.Waiting.P50, row.Waiting.P90, row.Making.P50, row.Making.P90]),
    ];

    /// <summary>Waste: of ingredients, then of dishes.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Of(WasteReport report, Currency currency) =>
    [
        ["ingredient", "unit", "dish", "reason", "quantity", "net"],
        .. report.Ingredients.Select(static row => (object?[])[row.Ingredient, row.Unit, null, row.Reason, row.Quantity, null]),
        .. report.Dishes.Select(row => (object?[])[null, null, row.DishName, row.Reason, row.Quantity, currency.AmountOf(row.Net)]),
    ];

    /// <summary>What was called off.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Of(IReadOnlyList<VoidedDish> voids, Currency currency) =>
    [
        ["dish", "reason", "wasFired", "quantity", "net"],
        .. voids.Select(row => (object?[])[row.DishName, row.Reason, row.WasFired, row.Quantity, currency.AmountOf(row.Net)]),
    ];

    private static decimal? AmountOf(this Currency currency, Money? money) => money is { } known ? currency.AmountOf(known) : null;
}
