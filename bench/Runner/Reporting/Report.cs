using System.Globalization;
using System.Text;
using Restaurant.Bench.Runner.Measure;

namespace Restaurant.Bench.Runner.Reporting;

/// <summary>The report in markdown.</summary>
internal static class Report
{
    /// <summary>Writes it to the standard output and to the file of the latest results.</summary>
    public static async Task PublishAsync(string text, string file)
    {
        Directory.CreateDirectory(Paths.Results);
        await File.WriteAllTextAsync(Path.Combine(Paths.Results, file), text);
        Console.WriteLine();
        Console.Write(text);
    }

    /// <summary>The figures of all groups, then the ratios.</summary>
    public static string Of(Surroundings surroundings, Options options, IReadOnlyList<Measured> groups)
    {
        var text = new StringBuilder("# Results\n\n").Append(surroundings).Append(CultureInfo.InvariantCulture, $"""
            Rounds: {options.Rounds}, {options.Window.TotalSeconds:0.##} s a turn, after {options.WarmUp.TotalSeconds:0.##} s of warm-up, {options.Connections} connections.
            Figures are medians over the rounds.


            """);
        foreach (var group in groups)
        {
            foreach (var (workload, bytes) in group.Sizes)
            {
                Table(text, group, workload, bytes);
            }
        }

        Ratios(text, [.. groups.SelectMany(group => group.Samples)]);
        return text.ToString();
    }

    /// <summary>The ratios for which there are samples, and what they have to be.</summary>
    public static void Ratios(StringBuilder text, IReadOnlyList<Sample> samples)
    {
        var measured = Bar.All.Select(bar => (Bar: bar, Ratios: bar.Of(samples))).Where(entry => entry.Ratios.Count > 0).ToArray();
        if (measured.Length == 0)
        {
            return;
        }

        text.Append("""
            ## Ratios

            Each is taken within a round; the median, and the smallest and the largest of the rounds.

            | ratio | median | spread | bar | |
            |---|---:|---:|---:|---|

            """);
        foreach (var (bar, ratios) in measured)
        {
            var limit = bar.AtMost is { } most ? $"at most {Figures.Text(most)}" : bar.AtLeast is { } least ? $"at least {Figures.Text(least)}" : "";
            var verdict = bar.IsMetBy(ratios.Median()) switch { true => "met", false => "**not met**", null => "" };
            text.Append("| ").AppendJoin(" | ", bar.Title, Figures.Spread(ratios), limit, verdict).Append(" |\n");
        }
    }

    private static void Table(StringBuilder text, Measured group, string workload, double bytes)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
            ## {workload}

            An answer has {bytes:#,##0} bytes.

            | contender | CPU µs/request | requests/s | p50 µs | p99 µs | bytes allocated/request | answers |
            |---|---:|---:|---:|---:|---:|---|

            """);
        foreach (var contender in group.Samples.Where(sample => IsOf(sample.Workload, workload)).GroupBy(sample => sample.Contender, StringComparer.Ordinal)
            .OrderBy(rows => Contender.Names.ToList().IndexOf(rows.Key)))
        {
            var likeness = group.Likenesses.First(entry => IsOf(entry.Workload, workload) && IsOf(entry.Contender, contender.Key)).Likeness;
            text.Append("| ").AppendJoin(
                " | ",
                contender.Key,
                Figures.Text(contender.Select(sample => sample.Cpu).Median()),
                Figures.Text(contender.Select(sample => sample.Throughput).Median()),
                Figures.Median(contender, sample => sample.P50),
                Figures.Median(contender, sample => sample.P99),
                Figures.Median(contender, sample => sample.Allocated),
                likeness == Likeness.SameBytes ? "same bytes" : "same JSON").Append(" |\n");
        }

        text.Append('\n');
    }

    private static bool IsOf(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
