using GraphQL;
using Restaurant.Graph.Menu;

namespace Restaurant.Graph.Reports;

/// <summary>The days that a report is about, of the restaurant's own calendar.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Start">The first instant of the first day.</param>
/// <param name="End">The first instant after the last day.</param>
internal sealed record BusinessDays(DateOnly From, DateOnly To, DateTimeOffset Start, DateTimeOffset End)
{
    private const int MaxDays = 366;

    // Far beyond them there are days that are no instants.
    private static readonly (DateOnly First, DateOnly Last) Bounds = (new(2000, 1, 1), new(2999, 12, 31));

    /// <summary>Those from one day to another, both included; throws an error for clients where there are none or too many.</summary>
    public static BusinessDays Of(DateOnly from, DateOnly to, RestaurantClock clock)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return from < Bounds.First || to > Bounds.Last ? throw Invalid(FormattableString.Invariant($"'from' and 'to' have to be days from {Bounds.First:O} to {Bounds.Last:O}."))
            : days < 1 ? throw Invalid("'to' is before 'from'.")
            : days > MaxDays ? throw Invalid(FormattableString.Invariant($"From 'from' to 'to' there are {days} days, where {MaxDays} is the most."))
            : new BusinessDays(from, to, clock.StartOf(from), clock.StartOf(to.AddDays(1)));
    }

    /// <summary>An error for clients who ask for what there cannot be.</summary>
    public static ExecutionError Invalid(string message) => new(message) { Code = "INVALID_ARGUMENT" };
}
