using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.PostgreSql;

namespace Restaurant.Bench.Runner.Reporting;

/// <summary>A ratio of two contenders, or of two workloads, in the same round, and what it has to be.</summary>
/// <param name="Title">What is compared.</param>
/// <param name="Value">Which figure.</param>
/// <param name="Over">What is divided: workload and contender.</param>
/// <param name="Under">By what; null for a figure that is judged by itself.</param>
/// <param name="AtMost">The most it may be.</param>
/// <param name="AtLeast">The least it may be.</param>
internal sealed record Bar(
    string Title,
    Func<Sample, double?> Value,
    (string Workload, string Contender) Over,
    (string Workload, string Contender)? Under,
    double? AtMost = null,
    double? AtLeast = null)
{
    /// <summary>All of them; those without a limit are for information.</summary>
    public static IReadOnlyList<Bar> All { get; } =
    [
        Cpu("menu", Contender.Server, Contender.AdoNet, atMost: 1.25),
        Cpu("dish", Contender.Server, Contender.AdoNet, atMost: 1.25),
        Cpu("page", Contender.Server, Contender.AdoNet, atMost: 1.25),
        Cpu("deep", Contender.Server, Contender.AdoNet),
        Cpu("page1", Contender.Server, Contender.AdoNet),
        Cpu("menu", Contender.Executor, Contender.Server, atLeast: 4),
        Cpu("dish", Contender.Executor, Contender.Server, atLeast: 4),
        Cpu("page", Contender.Executor, Contender.Server, atLeast: 3),
        Cpu("deep", Contender.Executor, Contender.Server),
        Throughput("menu", Contender.Mercurius, 4),
        Throughput("dish", Contender.Mercurius, 3.5),
        Throughput("page", Contender.Mercurius, 2.5),
        Throughput("deep", Contender.Mercurius, null),
        Throughput("page1", Contender.Mercurius, null),
        Throughput("menu-cached", Contender.Fixed, 0.5),
        Cpu("page1000", "page1", 1.2),
        Cpu("documents10", "documents1", null),
        Cpu("documents100", "documents1", null),
        new("bytes allocated, dish: server", sample => sample.Allocated, ("dish", Contender.Server), null, AtMost: 2048),
        Throughput(WritesRun.Name, Contender.Ef, 6),
        Throughput(WritesRun.Name, Contender.AdoNet, 0.4),
        Throughput(WritesRun.Name, Contender.Mercurius, 3),
        Deliveries(Contender.Apart, 5),
        Deliveries(Contender.Each, null),
        Deliveries(Contender.Mercurius, 8),
        new("KiB a subscriber: server", sample => sample.Memory, (StreamsRun.Name, Contender.Server), null, AtMost: 30),
        PostgreSql("menu", Contender.Server, 4),
        PostgreSql("dish", Contender.Server, 4),
        PostgreSql("page", Contender.Server, 4),
        PostgreSql("menu", Contender.Plain, null),
        PostgreSql("dish", Contender.Plain, null),
        PostgreSql("page", Contender.Plain, null),
        Throughput(PostgreSqlRun.Writes, Contender.PostGraphile, null),
        AllCpu("menu"),
        AllCpu("dish"),
        AllCpu("page"),
        AllCpu(PostgreSqlRun.Writes),
        Copies(CopiesRun.Pages, 2),
        Copies(CopiesRun.Pages, 3),
        Copies(CopiesRun.PlainPages, 2),
        Copies(CopiesRun.PlainPages, 3),
        Copies(CopiesRun.Orders, 2),
        Copies(CopiesRun.Orders, 3),
        new("lost deliveries: server", sample => sample.Lost, (StreamsRun.Name, Contender.Server), null, AtMost: 0),
    ];

    /// <summary>The ratio in each round that has both sides.</summary>
    public IReadOnlyList<double> Of(IReadOnlyList<Sample> samples)
    {
        var over = Values(samples, Over);
        if (Under is not { } divisor)
        {
            return [.. over.Values];
        }

        var under = Values(samples, divisor);
        return [.. over.Where(pair => under.ContainsKey(pair.Key)).Select(pair => pair.Value / under[pair.Key])];
    }

    /// <summary>Whether a ratio is as it has to be; null if nothing is asked of it.</summary>
    public bool? IsMetBy(double ratio) => AtMost is { } most ? ratio <= most : AtLeast is { } least ? ratio >= least : null;

    private Dictionary<int, double> Values(IReadOnlyList<Sample> samples, (string Workload, string Contender) side) => samples
        .Where(sample => (sample.Workload, sample.Contender) == side && Value(sample) is not null)
        .ToDictionary(sample => sample.Round, sample => Value(sample)!.Value);

    private static Bar Cpu(string workload, string over, string under, double? atMost = null, double? atLeast = null) =>
        new($"CPU, {workload}: {over} / {under}", sample => sample.Cpu, (workload, over), (workload, under), atMost, atLeast);

    private static Bar Cpu(string over, string under, double? atMost) =>
        new($"CPU, server: {over} / {under}", sample => sample.Cpu, (over, Contender.Server), (under, Contender.Server), atMost);

    private static Bar Throughput(string workload, string under, double? atLeast) => new(
        $"requests/s, {workload}: server / {under}", sample => sample.Throughput, (workload, Contender.Server), (workload, under), AtLeast: atLeast);

    private static Bar PostgreSql(string workload, string over, double? atLeast) => new(
        $"requests/s, {workload}: {over} / {Contender.PostGraphile}", sample => sample.Throughput, (workload, over), (workload, Contender.PostGraphile), AtLeast: atLeast);

    private static Bar AllCpu(string workload) => new(
        $"CPU with PostgreSQL, {workload}: {Contender.PostGraphile} / {Contender.Server}",
        sample => sample.Cpu + sample.DatabaseCpu,
        (workload, Contender.PostGraphile),
        (workload, Contender.Server));

    private static Bar Copies(string workload, int copies) => new(
        $"requests/s, {workload}: {CopiesRun.NameOf(copies)} / {CopiesRun.NameOf(1)}",
        sample => sample.Throughput,
        (workload, CopiesRun.NameOf(copies)),
        (workload, CopiesRun.NameOf(1)));

    private static Bar Deliveries(string under, double? atLeast) => new(
        $"deliveries/s: server / {under}",
        sample => sample.Throughput,
        (StreamsRun.Name, Contender.Server),
        (StreamsRun.Name, under),
        AtLeast: atLeast);
}
