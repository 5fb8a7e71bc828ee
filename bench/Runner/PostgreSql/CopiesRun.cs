using System.Globalization;
using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>Measures what further copies of the server over the same database bring, with connections that are spread over them.</summary>
internal sealed class CopiesRun(Options options, Cluster cluster, PostgreSqlDatabase menu)
{
    public const string Pages = "copies: page";
    public const string PlainPages = "copies: page, nothing kept";
    public const string Orders = "copies: place";

    private const int Most = 3;

    /// <summary>What it is called when so many copies run.</summary>
    public static string NameOf(int copies) => string.Create(CultureInfo.InvariantCulture, $"{copies} {(copies == 1 ? "copy" : "copies")}");

    /// <summary>All samples.</summary>
    public async Task<IReadOnlyList<Sample>> RunAsync()
    {
        Console.WriteLine("== copies");
        var database = await cluster.CreateAsync("copies", menu);
        var page = Workload.Page();
        var place = Workload.Place(Orders, await menu.KeysAsync(Resources.Text("orderable.sql")));
        var samples = new List<Sample>();
        using (var copies = await StartAsync(Contender.PostgreSqlReaders[0], database))
        {
            samples.AddRange(await MeasureAsync(copies, database, Pages, options.Connections, await PagesAsync(copies, page)));
        }

        using (var copies = await StartAsync(Contender.PostgreSqlReaders[1], database))
        {
            samples.AddRange(await MeasureAsync(copies, database, PlainPages, options.Connections, await PagesAsync(copies, page)));
        }

        using (var copies = await StartAsync(Contender.PostgreSqlWriters[0], database))
        {
            var placed = new Counted(await OrdersAsync(copies, place));
            samples.AddRange(await MeasureAsync(copies, database, Orders, options.WritingConnections, placed));
            await PlacedOrders.CheckAsync("all copies together", database, placed.Count + place.Bodies.Count);
        }

        return samples;
    }

    private async Task<ServerCopies> StartAsync(Contender contender, PostgreSqlDatabase database) =>
        await ServerCopies.StartAsync(contender, database, Most, options.Port + 1);

    private static async Task<IRequests> PagesAsync(ServerCopies copies, Workload page) =>
        new Rotation([.. RequestsTo(copies, page)], [.. (await AnswersAsync(copies, page)).Select(answer => (long)answer.Length)]);

    private static async Task<IRequests> OrdersAsync(ServerCopies copies, Workload place) =>
        new NewOrders(RequestsTo(copies, place), await AnswersAsync(copies, place));

    private static IEnumerable<byte[]> RequestsTo(ServerCopies copies, Workload workload) => workload.Bodies.Select(body => LoadGenerator.Post(copies.Servers[0], body));

    // The same answers from all copies: a key that one of them has seen is known to the others.
    private static async Task<IReadOnlyList<byte[]>> AnswersAsync(ServerCopies copies, Workload workload)
    {
        IReadOnlyList<byte[]> right = [];
        foreach (var server in copies.Servers)
        {
            using var asked = new Answers(server);
            var answers = await asked.AskAllAsync(workload);
            right = right.Count == 0 ? answers : right;
            Answers.Compare(server.Authority, workload, answers, right);
        }

        return right;
    }

    private async Task<IReadOnlyList<Sample>> MeasureAsync(ServerCopies copies, PostgreSqlDatabase database, string workload, int connections, IRequests requests)
    {
        Console.WriteLine($"  {workload}: warming up");
        LoadResult Load(int count, TimeSpan duration) => new LoadGenerator([.. copies.Servers.Take(count)], connections).Run(requests, duration);
        foreach (var server in copies.Servers)
        {
            new LoadGenerator(server, connections).Run(requests, options.WarmUp * 2 / Most);
        }

        await database.AnalyzeAsync();

        var entrants = Enumerable.Range(1, Most).Select(static count => new Entrant(NameOf(count), count)).ToList();
        return await Turns.TakeAsync(entrants, options.Rounds, (entrant, round) => Task.FromResult<IEnumerable<Sample>>(
            [Turns.Measure(copies.Processes, cluster, workload, entrant.Name, round, duration => Load(entrant.Count, duration), options.Window)]));
    }

    private sealed record Entrant(string Name, int Count) : IEntrant;

    private sealed class Counted(IRequests requests) : IRequests
    {
        public int Count { get; private set; }

        public Outgoing Next()
        {
            Count++;
            return requests.Next();
        }
    }
}
