using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Measure;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>Measures how one database is read by all contenders.</summary>
internal sealed class PostgreSqlReads(Options options, Cluster cluster, PostgreSqlDatabase database)
{
    /// <summary>What is read.</summary>
    public static IReadOnlyList<string> Workloads { get; } = ["menu", "dish", "page"];

    /// <summary>All samples of a workload, and how alike the answers were.</summary>
    public async Task<Measured> RunAsync(string name)
    {
        var workload = await WorkloadAsync(name, database);
        var right = await RightAsync(workload);
        var entrants = new List<Entrant>();
        try
        {
            foreach (var contender in options.Chosen(Contender.PostgreSqlReaders))
            {
                entrants.Add(new Entrant(contender.Name, Start(contender, options.Port + 2 + entrants.Count)));
            }

            var likenesses = new List<(string, string, Likeness)>();
            foreach (var entrant in entrants)
            {
                likenesses.Add((name, entrant.Name, await CheckAsync(entrant, workload, right)));
                Console.WriteLine($"  {entrant.Name} answers rightly; warming up");
                Load(entrant, options.WarmUp);
            }

            var samples = await Turns.TakeAsync(entrants, options.Rounds, (entrant, round) => Task.FromResult<IEnumerable<Sample>>(
                [Turns.Measure([entrant.Process], cluster, name, entrant.Name, round, duration => Load(entrant, duration), options.Window)]));
            return new Measured(samples, likenesses, [(name, right.Average(answer => answer.Length))]);
        }
        finally
        {
            entrants.ForEach(entrant => entrant.Process.Dispose());
        }
    }

    /// <summary>Puts the requests of a workload together.</summary>
    public static async Task<Workload> WorkloadAsync(string name, PostgreSqlDatabase database) => name switch
    {
        "menu" => Workload.Menu(name),
        "dish" => Workload.Dish(name, await database.KeysAsync("""SELECT "Id" FROM "Dishes" ORDER BY "Id" """), 1),
        _ => Workload.Page(),
    };

    private ContenderProcess Start(Contender contender, int port) =>
        ContenderProcess.Start(contender, new Launch($"http://127.0.0.1:{port}", database), hook: false);

    // What is right is what the product's executor answers, without plans and without kept answers.
    private async Task<IReadOnlyList<byte[]>> RightAsync(Workload workload)
    {
        using var process = Start(Contender.Of(Contender.Executor), options.Port + 1);
        await process.ReadyAsync();
        using var reference = new Answers(process.Server);
        var right = await reference.AskAllAsync(workload);
        return right.FirstOrDefault(answer => answer.AsSpan().IndexOf("\"errors\""u8) >= 0) is { } wrong
            ? throw new InvalidDataException($"The reference answers {workload.Name} with errors: {System.Text.Encoding.UTF8.GetString(wrong)}")
            : right;
    }

    private static async Task<Likeness> CheckAsync(Entrant entrant, Workload workload, IReadOnlyList<byte[]> right)
    {
        await entrant.Process.ReadyAsync();
        using var asked = new Answers(entrant.Process.Server);
        var isOther = string.Equals(entrant.Name, Contender.PostGraphile, StringComparison.Ordinal);
        var own = isOther ? PostGraphileWorkload.Of(workload) : workload;
        var answers = await asked.AskAllAsync(own);
        entrant.Requests = new Rotation(
            [.. own.Bodies.Select(body => LoadGenerator.Post(entrant.Process.Server, body))], [.. answers.Select(answer => (long)answer.Length)]);
        return isOther ? Content.Compare(entrant.Name, workload, answers, right) : Answers.Compare(entrant.Name, workload, answers, right);
    }

    private LoadResult Load(Entrant entrant, TimeSpan duration) => new LoadGenerator(entrant.Process.Server, options.Connections).Run(
        entrant.Requests ?? throw new InvalidOperationException("It has not been checked."), duration);

    private sealed record Entrant(string Name, ContenderProcess Process) : IEntrant
    {
        public IRequests? Requests { get; set; }
    }
}
