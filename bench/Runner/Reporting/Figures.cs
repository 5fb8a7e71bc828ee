using System.Globalization;
using Restaurant.Bench.Runner.Measure;

namespace Restaurant.Bench.Runner.Reporting;

/// <summary>Numbers of several rounds, and how they are written.</summary>
internal static class Figures
{
    /// <summary>The middle one, or between the two in the middle.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median of those that have one, written; empty if none has.</summary>
    public static string Median(IEnumerable<Sample> samples, Func<Sample, double?> value)
    {
        var values = samples.Select(value).OfType<double>().ToArray();
        return values.Length > 0 ? Text(values.Median()) : "";
    }

    /// <summary>With a precision that its size calls for.</summary>
    public static string Text(double value) => value.ToString(
        value switch
        {
            >= 100 => "#,##0",
            >= 10 => "0.0",
            _ => "0.00",
        },
        CultureInfo.InvariantCulture);

    /// <summary>The median, and from where to where the values go.</summary>
    public static string Spread(IReadOnlyList<double> values) => $"**{Text(values.Median())}** | {Text(values.Min())}..{Text(values.Max())}";
}
