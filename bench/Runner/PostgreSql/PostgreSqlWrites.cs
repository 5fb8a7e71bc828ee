using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>Measures how orders are placed: each contender in a database of its own, which has to hold just what was acknowledged.</summary>
internal sealed class PostgreSqlWrites(Options options, Cluster cluster, PostgreSqlDatabase menu)
{
    private const string Name = PostgreSqlRun.Writes;

    private IReadOnlyList<string> _rows = [];

    /// <summary>All samples, and how alike the answers were.</summary>
    public async Task<Measured> RunAsync()
    {
        var orders = Workload.Place(Name, await menu.KeysAsync(Resources.Text("orderable.sql")));
        var right = await ReferenceAsync(orders);
        var entrants = new List<Entrant>();
        try
        {
            foreach (var contender in options.Chosen(Contender.PostgreSqlWriters))
            {
                entrants.Add(await StartAsync(contender, contender.Name, options.Port + 2 + entrants.Count));
            }

            var likenesses = new List<(string, string, Likeness)>();
            foreach (var entrant in entrants)
            {
                likenesses.Add((Name, entrant.Name, await CheckAsync(entrant, orders, right)));
                Console.WriteLine($"  {entrant.Name} answers rightly; warming up");
                Load(entrant, options.WarmUp);
                await entrant.Database.AnalyzeAsync();
            }

            var samples = await Turns.TakeAsync(entrants, options.Rounds, (entrant, round) => Task.FromResult<IEnumerable<Sample>>(
                [Turns.Measure([entrant.Process], cluster, Name, entrant.Name, round, duration => Load(entrant, duration), options.Window)]));
            foreach (var entrant in entrants)
            {
                await PlacedOrders.CheckAsync(entrant.Name, entrant.Database, entrant.Placed);
            }

            return new Measured(samples, likenesses, [(Name, right.Average(answer => answer.Length))]);
        }
        finally
        {
            entrants.ForEach(entrant => entrant.Process.Dispose());
        }
    }

    private async Task<Entrant> StartAsync(Contender contender, string name, int port)
    {
        var database = await cluster.CreateAsync(name, menu);
        return new Entrant(contender.Name, ContenderProcess.Start(contender, new Launch($"http://127.0.0.1:{port}", database), hook: false), database);
    }

    // What is right is what the product answers, asked for one order after the other.
    private async Task<IReadOnlyList<byte[]>> ReferenceAsync(Workload orders)
    {
        var reference = await StartAsync(Contender.PostgreSqlWriters[0], "right", options.Port + 1);
        using var process = reference.Process;
        await process.ReadyAsync();
        using var asked = new Answers(process.Server);
        var answers = await asked.AskAllAsync(orders);
        await PlacedOrders.CheckAsync("the reference", reference.Database, orders.Bodies.Count);
        _rows = await PostgreSqlContents.ReadAsync(reference.Database);
        return answers;
    }

    private async Task<Likeness> CheckAsync(Entrant entrant, Workload orders, IReadOnlyList<byte[]> right)
    {
        await entrant.Process.ReadyAsync();
        using var asked = new Answers(entrant.Process.Server);
        var isOther = string.Equals(entrant.Name, Contender.PostGraphile, StringComparison.Ordinal);
        var own = isOther ? PostGraphileWorkload.Of(orders) : orders;
        var answers = await asked.AskAllAsync(own);
        entrant.Placed = answers.Count;
        if (isOther && answers.Any(static answer => answer.AsSpan().IndexOf("\"errors\""u8) >= 0))
        {
            // Clients are not told what went wrong.
            throw new InvalidDataException($"{entrant.Name} cannot place orders: {entrant.Process.Output}");
        }

        // The same keys again: nothing is placed, and the answers are the same.
        Answers.Compare(entrant.Name, own, await asked.AskAllAsync(own), answers);
        await PlacedOrders.CheckAsync(entrant.Name, entrant.Database, entrant.Placed);
        var rows = await PostgreSqlContents.ReadAsync(entrant.Database);
        if (!rows.SequenceEqual(_rows, StringComparer.Ordinal))
        {
            throw new InvalidDataException(
                $"{entrant.Name} does not store what the server does.\n"
                + $"server: {_rows.Except(rows, StringComparer.Ordinal).FirstOrDefault()}\n{entrant.Name}: {rows.Except(_rows, StringComparer.Ordinal).FirstOrDefault()}");
        }

        entrant.Requests = new NewOrders(own.Bodies.Select(body => LoadGenerator.Post(entrant.Process.Server, body)), answers);
        return isOther ? Content.Compare(entrant.Name, orders, answers, right) : Answers.Compare(entrant.Name, orders, answers, right);
    }

    private LoadResult Load(Entrant entrant, TimeSpan duration)
    {
        var requests = entrant.Requests ?? throw new InvalidOperationException("It has not been checked.");
        var result = new LoadGenerator(entrant.Process.Server, options.WritingConnections).Run(requests, duration);
        entrant.Placed += result.Requests;
        return result;
    }

    private sealed record Entrant(string Name, ContenderProcess Process, PostgreSqlDatabase Database) : IEntrant
    {
        public NewOrders? Requests { get; set; }

        public int Placed { get; set; }
    }
}
