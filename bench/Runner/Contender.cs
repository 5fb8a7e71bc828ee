using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner;

/// <summary>A server to be measured.</summary>
/// <param name="Name">What it is called on the command line and in the report.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">What it is started with.</param>
internal sealed record Contender(string Name, string Program, Func<Launch, IEnumerable<string>> Arguments)
{
    public const string Fixed = "fixed";
    public const string AdoNet = "adonet";
    public const string Server = "server";
    public const string Executor = "executor";
    public const string Mercurius = "mercurius";
    public const string Ef = "ef";
    public const string Each = "each";
    public const string Apart = "apart";
    public const string Plain = "server-plain";
    public const string PostGraphile = "postgraphile";

    // One client asks for more than all guests of a restaurant do: it is reckoned, and nothing is refused.
    private const string NoBudget = "--Limits:CostPerMinute=2147483647";

    /// <summary>Those that read, in the order of the report.</summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        new(Fixed, Contenders, static launch => ["fixed", launch.Url, launch.Answers]),
        new(AdoNet, Contenders, static launch => ["adonet", launch.Url, launch.Database.Address]),
        new(Server, Product, static launch => ProductArguments(launch, "true")),
        new(Executor, Product, static launch => ProductArguments(launch, "false")),
        new(Mercurius, "node", NodeArguments),
    ];

    /// <summary>Those that take orders.</summary>
    public static IReadOnlyList<Contender> Writers { get; } =
    [
        new(Server, Product, OrderingArguments),
        new(Ef, Contenders, static launch => ["ef", launch.Url, launch.Database.Address]),
        new(AdoNet, Contenders, static launch => ["orders", launch.Url, launch.Database.Address]),
        new(Mercurius, "node", NodeArguments),
    ];

    /// <summary>Those that pass events on.</summary>
    public static IReadOnlyList<Contender> Streamers { get; } =
    [
        new(Server, Product, OrderingArguments),
        new(Apart, Product, static launch => [.. OrderingArguments(launch), "--Events:Shared=false"]),
        new(Each, Contenders, static launch => ["each", launch.Url, launch.Database.Address]),
        new(Mercurius, "node", NodeArguments),
    ];

    /// <summary>Those that read PostgreSQL.</summary>
    public static IReadOnlyList<Contender> PostgreSqlReaders { get; } =
    [
        new(Server, Product, static launch => ProductArguments(launch with { Cache = true }, "true")),
        new(Plain, Product, static launch => ProductArguments(launch, "true")),
        new(PostGraphile, Paths.PostGraphileNode, PostGraphileArguments),
    ];

    /// <summary>Those that take orders and keep them in PostgreSQL.</summary>
    public static IReadOnlyList<Contender> PostgreSqlWriters { get; } =
    [
        new(Server, Product, OrderingArguments),
        new(PostGraphile, Paths.PostGraphileNode, PostGraphileArguments),
    ];

    /// <summary>All names there are, in the order of the report.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. All.Concat(Writers).Concat(Streamers).Concat(PostgreSqlReaders).Select(contender => contender.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether its allocations can be read.</summary>
    public bool IsDotNet => Path.GetFileName(Program) != "node";

    private static string Contenders => Path.Combine(Paths.Published, "contenders", "Contenders");

    private static string Product => Path.Combine(Paths.Published, "server", "Restaurant.Graph");

    /// <summary>The one with a name.</summary>
    public static Contender Of(string name) => All.First(contender => string.Equals(contender.Name, name, StringComparison.Ordinal));

    // The house never closes, whatever the hour of the measurement.
    private static IEnumerable<string> OrderingArguments(Launch launch) => ["--urls", launch.Url, .. launch.Database.Settings, Waiter.Setting, NoBudget, "--Restaurant:AlwaysOpen=true"];

    private static IEnumerable<string> NodeArguments(Launch launch) => [Path.Combine(Paths.Mercurius, "server.js"), launch.Url, launch.Database.Address];

    private static IEnumerable<string> PostGraphileArguments(Launch launch) => [Path.Combine(Paths.PostGraphile, "server.js"), launch.Url, launch.Database.Address];

    private static IEnumerable<string> ProductArguments(Launch launch, string plans) =>
    [
        "--urls", launch.Url, .. launch.Database.Settings, Waiter.Setting, NoBudget, $"--Reading:Plans={plans}", $"--Reading:Cache={(launch.Cache ? "true" : "false")}",
    ];
}

/// <summary>What a contender is started for.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="Database">What it reads and writes.</param>
/// <param name="Answers">The directory with the answers of the contender whose answers are fixed.</param>
/// <param name="Cache">Whether the product may keep results.</param>
internal sealed record Launch(string Url, IDatabase Database, string Answers = "", bool Cache = false);
