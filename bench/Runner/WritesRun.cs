using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner;

/// <summary>Measures how orders are placed: each contender in a database of its own, which has to hold just what was acknowledged.</summary>
internal sealed class WritesRun(Options options)
{
    /// <summary>What it is called in the report.</summary>
    public const string Name = "writes";

    private IReadOnlyList<string> _rows = [];

    /// <summary>All samples, and how alike the answers were.</summary>
    public async Task<Measured> RunAsync()
    {
        await Database.Service.EnsureAsync();
        var orders = Workload.Place(Name, await Database.Service.KeysAsync(Resources.Text("orderable.sql")));
        var right = await ReferenceAsync(orders);
        var entrants = new List<Entrant>();
        try
        {
            foreach (var contender in options.Chosen(Contender.Writers))
            {
                entrants.Add(await StartAsync(contender, options.Port + 1 + entrants.Count));
            }

            var likenesses = new List<(string, string, Likeness)>();
            foreach (var entrant in entrants)
            {
                likenesses.Add((Name, entrant.Name, await CheckAsync(entrant, orders, right)));
                Console.WriteLine($"  {entrant.Name} answers rightly; warming up");
                Load(entrant, options.WarmUp);
            }

            var samples = await Turns.TakeAsync(entrants, options.Rounds, (entrant, round) => Task.FromResult(Turn(entrant, round)));
            foreach (var entrant in entrants)
            {
                await entrant.CheckStoredAsync();
                Console.WriteLine($"  {entrant.Name} has stored the {entrant.Placed:#,##0} orders that it has acknowledged, and rightly");
            }

            return new Measured(samples, likenesses, [(Name, right.Average(answer => answer.Length))]);
        }
        finally
        {
            entrants.ForEach(entrant => entrant.Dispose());
        }
    }

    private static async Task<Entrant> StartAsync(Contender contender, int port)
    {
        var database = await Database.Service.CopyAsync(contender.Name);
        return new Entrant(contender.Name, ContenderProcess.Start(contender, new Launch($"http://127.0.0.1:{port}", database)), database);
    }

    // What is right is what the product answers, asked for one order after the other.
    private async Task<IReadOnlyList<byte[]>> ReferenceAsync(Workload orders)
    {
        using var reference = await StartAsync(Contender.Writers[0], options.Port);
        await reference.Process.ReadyAsync();
        using var asked = new Answers(reference.Process.Server);
        var answers = await asked.AskAllAsync(orders);
        reference.Placed = orders.Bodies.Count;
        await reference.CheckStoredAsync();
        _rows = await Contents.ReadAsync(reference.Database.File);
        return answers;
    }

    private async Task<Likeness> CheckAsync(Entrant entrant, Workload orders, IReadOnlyList<byte[]> right)
    {
        await entrant.Process.ReadyAsync();
        using var asked = new Answers(entrant.Process.Server);
        var answers = await asked.AskAllAsync(orders);
        var likeness = Answers.Compare(entrant.Name, orders, answers, right);
        entrant.Placed = answers.Count;

        // The same keys again: nothing is placed, and the answers are the same.
        Answers.Compare(entrant.Name, orders, await asked.AskAllAsync(orders), right);
        await entrant.CheckStoredAsync();
        var rows = await Contents.ReadAsync(entrant.Database.File);
        if (!rows.SequenceEqual(_rows, StringComparer.Ordinal))
        {
            throw new InvalidDataException(
                $"{entrant.Name} does not store what the server does.\n"
                + $"server: {_rows.Except(rows, StringComparer.Ordinal).FirstOrDefault()}\n{entrant.Name}: {rows.Except(_rows, StringComparer.Ordinal).FirstOrDefault()}");
        }

        entrant.Requests = new NewOrders(orders.Bodies.Select(body => LoadGenerator.Post(entrant.Process.Server, body)), answers);
        return likeness;
    }

    private IEnumerable<Sample> Turn(Entrant entrant, int round) =>
        [Turns.Measure(entrant.Process, Name, entrant.Name, round, duration => Load(entrant, duration), options.Window)];

    private LoadResult Load(Entrant entrant, TimeSpan duration)
    {
        var requests = entrant.Requests ?? throw new InvalidOperationException("It has not been checked.");
        var result = new LoadGenerator(entrant.Process.Server, options.Connections).Run(requests, duration);
        entrant.Placed += result.Requests;
        return result;
    }

    private sealed record Entrant(string Name, ContenderProcess Process, Database Database) : IEntrant, IDisposable
    {
        public NewOrders? Requests { get; set; }

        public int Placed { get; set; }

        public async Task CheckStoredAsync()
        {
            // A statement of two numbers: how many there are, and how many of them are wrong.
            var counts = await Database.KeysAsync(Resources.Text("placed.sql"));
            if (counts is not [var placed, 0] || placed != Placed)
            {
                throw new InvalidDataException($"{Name} has acknowledged {Placed} orders; there are {counts[0]}, and {counts[1]} are not as they have to be.");
            }
        }

        public void Dispose()
        {
            Process.Dispose();
            Database.Delete();
        }
    }
}
