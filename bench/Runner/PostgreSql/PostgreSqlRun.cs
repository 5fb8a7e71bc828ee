using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>Measures the server over PostgreSQL: beside PostGraphile, and as several copies.</summary>
internal sealed class PostgreSqlRun(Options options)
{
    public const string Writes = "place";
    public const string Copies = "copies";
    public const string Delivery = "delivery";

    /// <summary>What can be asked for by itself.</summary>
    public static IReadOnlyList<string> Parts { get; } = [.. PostgreSqlReads.Workloads, Writes, Copies, Delivery];

    /// <summary>All of it, or what was asked for.</summary>
    public async Task<PostgreSqlMeasured> RunAsync()
    {
        var before = Load();
        await using var cluster = await Cluster.StartAsync(options.PostgreSql, options.Port);
        var menu = await MenuAsync(cluster);
        var measured = new List<Measured>();
        foreach (var workload in PostgreSqlReads.Workloads.Where(options.Chose))
        {
            Console.WriteLine($"== {workload}");
            measured.Add(await new PostgreSqlReads(options, cluster, menu).RunAsync(workload));
        }

        if (options.Chose(Writes))
        {
            Console.WriteLine($"== {Writes}");
            measured.Add(await new PostgreSqlWrites(options, cluster, menu).RunAsync());
        }

        var copies = options.Chose(Copies) ? await new CopiesRun(options, cluster, menu).RunAsync() : [];
        var delivery = options.Chose(Delivery) ? await new DeliveryRun(options, cluster, menu).RunAsync() : null;
        return new PostgreSqlMeasured(cluster.Version, cluster.IsShared, measured, copies, delivery, $"{before} before, {Load()} after");
    }

    // A menu that nobody has ordered from, and what PostGraphile is given beside the tables; all others are copies of it.
    private static async Task<PostgreSqlDatabase> MenuAsync(Cluster cluster)
    {
        Console.WriteLine("making a database");
        var database = await cluster.CreateAsync("menu");
        Directory.CreateDirectory(Paths.Data);
        var menu = Path.Combine(Paths.Data, "postgresql.menu.json");
        await File.WriteAllTextAsync(menu, BenchMenu.Text());
        await Command.RunAsync(Path.Combine(Paths.Published, "server", "Restaurant.Graph"), ["menu", "import", menu, .. database.Settings]);
        await database.ExecuteAsync(Resources.Text("postgraphile.functions.sql"));
        await database.AnalyzeAsync();
        return database;
    }

    private static string Load() => string.Join(" ", File.ReadAllText("/proc/loadavg").Split(" ")[..3]);
}

/// <summary>What a run over PostgreSQL came to.</summary>
/// <param name="Version">The version of PostgreSQL.</param>
/// <param name="IsShared">Whether others may have used it at the same time.</param>
/// <param name="Groups">Reading and placing orders, side by side.</param>
/// <param name="Copies">The same by several copies of the server.</param>
/// <param name="Delivery">How events came from one copy to the others; null if that was not measured.</param>
/// <param name="Load">The load averages of the machine.</param>
internal sealed record PostgreSqlMeasured(
    string Version, bool IsShared, IReadOnlyList<Measured> Groups, IReadOnlyList<Sample> Copies, Delivery? Delivery, string Load);
