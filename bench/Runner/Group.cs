using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner;

/// <summary>Workloads that are measured side by side: in each round every contender takes its turn at each of them.</summary>
/// <param name="Workloads">Their names.</param>
/// <param name="Contenders">The names of who takes part.</param>
internal sealed record Group(IReadOnlyList<string> Workloads, IReadOnlyList<string> Contenders)
{
    private const string FirstPage = "page1";
    private const string ThousandthPage = "page1000";
    private const int PageSize = 50;
    private const int Orders = 1_000_000;

    private static readonly string[] Everybody = [.. Contender.All.Select(contender => contender.Name)];
    private static readonly string[] Readers = [.. Everybody.Where(name => !string.Equals(name, Contender.Fixed, StringComparison.Ordinal))];
    private static readonly string[] Engines = [Contender.Server, Contender.Executor, Contender.Mercurius];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Group> All { get; } =
    [
        new(["menu"], Everybody),
        new(["dish"], Everybody),
        new(["page"], Everybody),
        new(["deep"], Everybody),
        new([FirstPage, ThousandthPage], Readers) { Database = Database.Million },
        new(["documents1", "documents10", "documents100"], Engines),
        new(["menu-cached"], [Contender.Fixed, Contender.Server]) { Cache = true },
    ];

    /// <summary>What they read.</summary>
    public Database Database { get; private init; } = Database.Service;

    /// <summary>Whether the product may keep results.</summary>
    public bool Cache { get; private init; }

    /// <summary>Puts the requests of a workload together; a contender that is known to be right helps with cursors.</summary>
    public async Task<Workload> WorkloadAsync(string name, Answers reference) => name switch
    {
        "menu" or "menu-cached" => Workload.Menu(name),
        "dish" => Workload.Dish(name, await DishesAsync(), 1),
        "page" => Workload.Page(),
        "deep" => Workload.Deep(),
        FirstPage => Workload.Orders(name, null),
        ThousandthPage => Workload.Orders(name, await CursorAsync(reference)),
        _ => Workload.Dish(name, await DishesAsync(), int.Parse(name["documents".Length..], System.Globalization.CultureInfo.InvariantCulture)),
    };

    private Task<IReadOnlyList<long>> DishesAsync() => Database.KeysAsync("""SELECT "Id" FROM "Dishes" ORDER BY "Id" """);

    // A cursor is a place in the order, whatever the query that it was read with: that of the row before the page is asked for by number.
    private static async Task<string> CursorAsync(Answers reference)
    {
        const int Before = Orders - ((1000 - 1) * PageSize) + 1;
        var body = Workload.Body(
            "Place",
            "query Place($number: Int!) { orders(first: 1, where: { number: { eq: $number } }, order: [{ placedAt: DESC }]) { pageInfo { endCursor } } }",
            new() { ["number"] = Before });
        using var answer = System.Text.Json.JsonDocument.Parse(await reference.AskAsync(body));
        return answer.RootElement.GetProperty("data").GetProperty("orders").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
    }
}
