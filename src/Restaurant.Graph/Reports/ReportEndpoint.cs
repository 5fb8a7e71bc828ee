using System.Globalization;
using GraphQL;
using Restaurant.Graph.Data;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Money;
using Restaurant.Graph.Platform.Storage;
using Restaurant.Graph.Platform.Transport;

namespace Restaurant.Graph.Reports;

/// <summary>The reports as files, for spreadsheets.</summary>
internal static class ReportEndpoint
{
    private const string MediaType = "text/csv; charset=utf-8";

    /// <summary>Adds them to the application.</summary>
    public static void MapReports(this WebApplication app)
    {
        var reports = app.MapGroup("/reports").For(Roles.Manager);
        reports.MapRead("/sales.csv", (string? from, string? to, string? by, HttpContext http, Sales sales, Currency currency) => FileAsync(
            http, "sales", from, to, async days => ReportTables.Of(await sales.ReportAsync(days, GroupOf(by)), currency)));
        reports.MapRead("/payments.csv", (string? from, string? to, HttpContext http, Takings takings, Currency currency) => FileAsync(
            http, "payments", from, to, async days => ReportTables.Of(await takings.ReportAsync(days), currency)));
        reports.MapRead("/kitchen.csv", (string? from, string? to, HttpContext http, KitchenTimes times) => FileAsync(
            http, "kitchen", from, to, async days => ReportTables.Of(await times.ReportAsync(days))));
        reports.MapRead("/waste.csv", (string? from, string? to, HttpContext http, Waste waste, Currency currency) => FileAsync(
            http, "waste", from, to, async days => ReportTables.Of(await waste.ReportAsync(days), currency)));
        reports.MapRead("/voids.csv", (string? from, string? to, HttpContext http, Waste waste, Currency currency) => FileAsync(
            http, "voids", from, to, async days => ReportTables.Of((await waste.ReportAsync(days)).Voids, currency)));
    }

    private static async Task<IResult> FileAsync(
        HttpContext http, string name, string? from, string? to, Func<BusinessDays, Task<IEnumerable<IReadOnlyList<object?>>>> report)
    {
        try
        {
            var days = BusinessDays.Of(DateOf(from, nameof(from)), DateOf(to, nameof(to)), http.RequestServices.GetRequiredService<RestaurantClock>());
            await http.RequestServices.GetRequiredService<RestaurantDb>().Database.BeginSnapshotAsync(http.RequestAborted);
            return Results.File(Csv.Write(await report(days)), MediaType, FormattableString.Invariant($"{name}-{days.From:O}-{days.To:O}.csv"));
        }
        catch (ExecutionError error)
        {
            return await http.RefuseAsync(error);
        }
    }

    private static DateOnly DateOf(string? text, string parameter) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw BusinessDays.Invalid($"'{parameter}' has to be a day such as 2026-03-14.");

    private static SalesGroup GroupOf(string? text)
    {
        var groups = Enum.GetValues<SalesGroup>().ToDictionary(static group => GraphNames.Constant(group.ToString()), StringComparer.Ordinal);
        return groups.TryGetValue(text ?? "", out var known) ? known : throw BusinessDays.Invalid($"'by' has to be one of {string.Join(", ", groups.Keys)}.");
    }
}
