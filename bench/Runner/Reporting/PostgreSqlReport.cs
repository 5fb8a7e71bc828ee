using System.Globalization;
using System.Text;
using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.PostgreSql;

namespace Restaurant.Bench.Runner.Reporting;

/// <summary>The report on PostgreSQL in markdown.</summary>
internal static class PostgreSqlReport
{
    private const double MicrosecondsPerSecond = 1e6;

    private const string Columns = """
         requests/s | CPU µs/request | of PostgreSQL | p50 µs | p99 µs | cores: server | PostgreSQL | client |
        """;

    private const string Rule = "---:|---:|---:|---:|---:|---:|---:|---:|";

    /// <summary>The figures of all parts, then the ratios.</summary>
    public static string Of(Surroundings surroundings, Options options, PostgreSqlMeasured measured)
    {
        var text = new StringBuilder("# Results\n\n").Append(surroundings).Append(CultureInfo.InvariantCulture, $"""
            PostgreSQL {measured.Version}, {(measured.IsShared ? "one that was named" : "begun for this")}. Load averages: {measured.Load}.
            Rounds: {options.Rounds}, {options.Window.TotalSeconds:0.##} s a turn, after {options.WarmUp.TotalSeconds:0.##} s of warm-up,
            {options.Connections} connections, {options.WritingConnections} where orders are placed. Figures are medians over the rounds.
            CPU is that of the server's processes and, beside it, that of all processes of PostgreSQL. Cores are CPU time by time: the machine has {Environment.ProcessorCount}.


            """);
        foreach (var group in measured.Groups)
        {
            var name = group.Sizes[0].Workload;
            text.Append(CultureInfo.InvariantCulture, $"## {name}\n\nAn answer of the server has {group.Sizes[0].Bytes:#,##0} bytes.\n\n| contender |{Columns} answers |\n|---|{Rule}---|\n");
            foreach (var contender in group.Samples.GroupBy(sample => sample.Contender, StringComparer.Ordinal).OrderBy(rows => Contender.Names.ToList().IndexOf(rows.Key)))
            {
                var likeness = group.Likenesses.First(entry => string.Equals(entry.Contender, contender.Key, StringComparison.Ordinal)).Likeness;
                Row(text, contender.Key, [.. contender], likeness == Likeness.SameBytes ? "same bytes" : "same content");
            }

            text.Append('\n');
        }

        Copies(text, measured.Copies);
        Report.Ratios(text, [.. measured.Groups.SelectMany(static group => group.Samples), .. measured.Copies]);
        if (measured.Delivery is { } delivery)
        {
            Deliveries(text, delivery);
        }

        return text.ToString();
    }

    private static void Copies(StringBuilder text, IReadOnlyList<Sample> samples)
    {
        foreach (var workload in samples.GroupBy(static sample => sample.Workload, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {workload.Key}\n\n| |{Columns}\n|---|{Rule}\n");
            foreach (var count in workload.GroupBy(static sample => sample.Contender, StringComparer.Ordinal).OrderBy(static rows => rows.Key, StringComparer.Ordinal))
            {
                Row(text, count.Key, [.. count]);
            }

            text.Append('\n');
        }
    }

    private static void Row(StringBuilder text, string name, IReadOnlyList<Sample> samples, params string[] last)
    {
        string Of(Func<Sample, double?> value) => Figures.Median(samples, value);
        string Cores(Func<Sample, double?> cpu) => Of(sample => cpu(sample) * sample.Throughput / MicrosecondsPerSecond);
        text.Append("| ").AppendJoin(
            " | ",
            [
                name,
                Of(sample => sample.Throughput),
                Of(sample => sample.Cpu),
                Of(sample => sample.DatabaseCpu),
                Of(sample => sample.P50),
                Of(sample => sample.P99),
                Cores(sample => sample.Cpu),
                Cores(sample => sample.DatabaseCpu),
                Cores(sample => sample.ClientCpu),
                .. last,
            ]).Append(" |\n");
    }

    private static void Deliveries(StringBuilder text, Delivery delivery) => text.Append(CultureInfo.InvariantCulture, $"""

        ## Delivery

        {delivery.Sockets:#,##0} follow at two copies, by turns; {delivery.Orders} orders were placed at a third one, {delivery.Rate:0.0} a second.
        Milliseconds from the answer to the mutation to the delivery:

        | least | p50 | p99 | most | lost | twice |
        |---:|---:|---:|---:|---:|---:|
        | {Figures.Text(delivery.Least)} | {Figures.Text(delivery.P50)} | {Figures.Text(delivery.P99)} | {Figures.Text(delivery.Most)} | {delivery.Lost} | {delivery.Repeated} |

        """);
}
