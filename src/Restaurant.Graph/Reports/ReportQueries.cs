using System.ComponentModel;
using GraphQL;
using Restaurant.Graph.Menu;
using Restaurant.Graph.Platform.Composition;
using Restaurant.Graph.Platform.Limits;

namespace Restaurant.Graph.Reports;

/// <summary>
/// What managers want to know of some days, from the first to the last, of the restaurant's own calendar; 366 at the most. Each is a table
/// in CSV as well, at `/reports/{name}.csv`.
/// </summary>
[QueryType]
public static class ReportQueries
{
    private const string First = "The first day.";
    private const string Last = "The last day, at most 365 after the first.";

    // They read all that has happened in up to a year.
    private const int Weight = 500;

    /// <summary>What was sold, by the time when orders were placed: the lines that were not called off, and what their orders came to. At most 366 days.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Cost(Weight)]
    public static Task<SalesReport> SalesReport(
        [Description(First)] DateOnly from, [Description(Last)] DateOnly to, [Description("What a row is about.")] SalesGroup by, Sales sales, RestaurantClock clock) =>
        sales.ReportAsync(BusinessDays.Of(from, to, clock), by);

    /// <summary>What was paid, by the time when money was taken, and what was paid back, by the time of that. At most 366 days.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Cost(Weight)]
    public static Task<PaymentReport> PaymentReport(
        [Description(First)] DateOnly from, [Description(Last)] DateOnly to, Takings takings, RestaurantClock clock) =>
        takings.ReportAsync(BusinessDays.Of(from, to, clock));

    /// <summary>How long tickets took, of those that came in these days and were made. At most 366 days.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Cost(Weight)]
    public static Task<KitchenReport> KitchenReport(
        [Description(First)] DateOnly from, [Description(Last)] DateOnly to, KitchenTimes times, RestaurantClock clock) =>
        times.ReportAsync(BusinessDays.Of(from, to, clock));

    /// <summary>What was thrown away, what was made for nobody, and what was called off before it was made. At most 366 days.</summary>
    [Authorize(Roles = Roles.Manager)]
    [Cost(Weight)]
    public static Task<WasteReport> WasteReport(
        [Description(First)] DateOnly from, [Description(Last)] DateOnly to, Waste waste, RestaurantClock clock) =>
        waste.ReportAsync(BusinessDays.Of(from, to, clock));
}
