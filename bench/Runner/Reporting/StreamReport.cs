using System.Globalization;
using System.Text;
using Restaurant.Bench.Runner.Measure;

namespace Restaurant.Bench.Runner.Reporting;

/// <summary>The report on streams in markdown.</summary>
internal static class StreamReport
{
    /// <summary>The figures, then the ratios.</summary>
    public static string Of(
        Surroundings surroundings, Options options, (IReadOnlyList<Sample> Samples, IReadOnlyDictionary<string, Likeness> Likenesses) measured)
    {
        var text = new StringBuilder("# Results\n\n").Append(surroundings).Append(CultureInfo.InvariantCulture, $"""
            Rounds: {options.Rounds}, {options.Sockets:#,##0} sockets, {options.Events:#,##0} events a turn.
            Figures are medians over the rounds; what was lost is the most of all of them.

            ## {StreamsRun.Name}

            | contender | deliveries/s | CPU µs/delivery | KiB a subscriber | lost | messages |
            |---|---:|---:|---:|---:|---|

            """);
        foreach (var contender in measured.Samples.GroupBy(sample => sample.Contender, StringComparer.Ordinal)
            .OrderBy(rows => Contender.Names.ToList().IndexOf(rows.Key)))
        {
            text.Append("| ").AppendJoin(
                " | ",
                contender.Key,
                Figures.Text(contender.Select(sample => sample.Throughput).Median()),
                Figures.Text(contender.Select(sample => sample.Cpu).Median()),
                Figures.Median(contender, sample => sample.Memory),
                Figures.Text(contender.Max(sample => sample.Lost) ?? 0),
                measured.Likenesses[contender.Key] == Likeness.SameBytes ? "same bytes" : "same JSON").Append(" |\n");
        }

        text.Append('\n');
        Report.Ratios(text, measured.Samples);
        return text.ToString();
    }
}
