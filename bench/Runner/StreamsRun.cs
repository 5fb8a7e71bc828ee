using System.Diagnostics;
using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Measure;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner;

/// <summary>Measures how orders are told to those who follow them: each turn a process, a database and an audience of its own.</summary>
internal sealed class StreamsRun(Options options)
{
    /// <summary>What it is called in the report.</summary>
    public const string Name = "streams";

    private const int WarmUpSockets = 200;
    private const int WarmUpEvents = 50;

    /// <summary>For what goes on behind the last answer: compiling, collecting, closing.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly byte[] _follow = Workload.Body("Follow", Resources.Text("follow.graphql"), []);
    private readonly Dictionary<string, Likeness> _likenesses = new(StringComparer.Ordinal);
    private byte[]? _right;

    /// <summary>All samples, and how alike the messages of the contenders were.</summary>
    public async Task<(IReadOnlyList<Sample> Samples, IReadOnlyDictionary<string, Likeness> Likenesses)> RunAsync()
    {
        FileLimit.Check(options.Sockets);
        await Database.Service.EnsureAsync();
        var orders = Workload.Place(Name, await Database.Service.KeysAsync(Resources.Text("orderable.sql")));
        var entrants = options.Chosen(Contender.Streamers).Select(static contender => new Entrant(contender)).ToList();
        return (await Turns.TakeAsync(entrants, options.Rounds, (entrant, round) => TurnAsync(entrant.Contender, orders, round)), _likenesses);
    }

    private async Task<IEnumerable<Sample>> TurnAsync(Contender contender, Workload orders, int round)
    {
        var database = await Database.Service.CopyAsync(contender.Name);
        try
        {
            using var process = ContenderProcess.Start(contender, new Launch($"http://127.0.0.1:{options.Port}", database), hook: false);
            await process.ReadyAsync();
            using var waiter = new Answers(process.Server);

            // An event that is there before anybody follows: whoever gets it knows that they follow.
            await PlaceAsync(waiter, orders, 1);
            await WarmUpAsync(contender, process, waiter, orders);
            await Task.Delay(Rest);
            return [await MeasureAsync(contender.Name, round, process, () => PlaceAsync(waiter, orders, options.Events))];
        }
        finally
        {
            database.Delete();
        }
    }

    private async Task WarmUpAsync(Contender contender, ContenderProcess process, Answers waiter, Workload orders)
    {
        var clock = Stopwatch.StartNew();
        for (var isFirst = true; isFirst || clock.Elapsed < options.WarmUp; isFirst = false)
        {
            using var few = new Audience(process.Server, Math.Min(WarmUpSockets, options.Sockets), _follow);
            await PlaceAsync(waiter, orders, WarmUpEvents);
            few.Receive(WarmUpEvents);
            if (isFirst)
            {
                // All have had the same orders in the same database so far, so the last message has to be the same.
                _right ??= few.Last;
                _likenesses[contender.Name] = Answers.Compare(contender.Name, orders, [few.Last], [_right]);
            }
        }
    }

    private async Task<Sample> MeasureAsync(string contender, int round, ContenderProcess process, Func<Task> place)
    {
        var memory = process.Memory;
        using var audience = new Audience(process.Server, options.Sockets, _follow);
        await Task.Delay(Rest);
        memory = process.Memory - memory;

        var cpu = process.Cpu;
        var start = Stopwatch.GetTimestamp();
        var placing = Task.Run(place);
        var (end, lost) = audience.Receive(options.Events);
        await placing;
        cpu = process.Cpu - cpu;
        var deliveries = (double)options.Sockets * options.Events;
        return new Sample(Name, contender, round)
        {
            Cpu = cpu / deliveries,
            Throughput = (deliveries - lost) / Stopwatch.GetElapsedTime(start, end).TotalSeconds,
            Memory = memory / options.Sockets,
            Lost = lost,
        };
    }

    private static async Task PlaceAsync(Answers waiter, Workload orders, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await waiter.AskAsync(NewOrders.Renew(orders.Bodies[i % orders.Bodies.Count]));
        }
    }

    private sealed record Entrant(Contender Contender) : IEntrant
    {
        public string Name => Contender.Name;
    }
}
