using System.Buffers.Text;
using System.Buffers.Binary;
using System.Diagnostics;
using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>Measures how long it takes until those who follow orders at one copy of the server get what was placed at another one.</summary>
internal sealed class DeliveryRun(Options options, Cluster cluster, PostgreSqlDatabase menu)
{
    private const int WarmUpOrders = 50;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1);

    private readonly byte[] _follow = Workload.Body("Follow", Resources.Text("follow.graphql"), []);

    /// <summary>Three copies: orders are placed at the first, and followed at the others.</summary>
    public async Task<Delivery> RunAsync()
    {
        Console.WriteLine("== delivery");
        FileLimit.Check(options.Sockets);
        var orders = Workload.Place("delivery", await menu.KeysAsync(Resources.Text("orderable.sql")));
        var database = await cluster.CreateAsync("delivery", menu);
        using var copies = await ServerCopies.StartAsync(Contender.PostgreSqlWriters[0], database, 3, options.Port + 1);
        using var waiter = new Answers(copies.Servers[0]);

        // An event that is there before anybody follows: whoever gets it knows that they follow.
        await waiter.AskAsync(NewOrders.Renew(orders.Bodies[0]));
        await FollowAsync(copies, waiter, orders, WarmUpOrders);
        var (audience, answered) = await FollowAsync(copies, waiter, orders, options.Events);
        await PlacedOrders.CheckAsync("the first copy", database, 1 + WarmUpOrders + options.Events);
        return Delivery.Of(audience, answered);
    }

    private async Task<(IReadOnlyList<Subscriber> Audience, IReadOnlyList<long> Answered)> FollowAsync(ServerCopies copies, Answers waiter, Workload orders, int count)
    {
        using var audience = new Audience([.. copies.Servers.Skip(1)], options.Sockets, _follow);
        Console.WriteLine($"  {options.Sockets} follow; placing {count} orders");
        var placing = Task.Run(() => PlaceAsync(waiter, orders, count));
        audience.Receive(count);
        return (audience.Subscribers, await placing);
    }

    // One after the other, and none before its time: when each was answered, as timestamps.
    private static async Task<IReadOnlyList<long>> PlaceAsync(Answers waiter, Workload orders, int count)
    {
        var answered = new List<long>();
        for (var start = Stopwatch.GetTimestamp(); answered.Count < count;)
        {
            var left = (answered.Count * Interval) - Stopwatch.GetElapsedTime(start);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            await waiter.AskAsync(NewOrders.Renew(orders.Bodies[answered.Count % orders.Bodies.Count]));
            answered.Add(Stopwatch.GetTimestamp());
        }

        return answered;
    }
}

/// <summary>How events came from one copy of the server to those who follow at others.</summary>
/// <param name="Sockets">How many followed.</param>
/// <param name="Orders">How many orders were placed.</param>
/// <param name="Rate">How many a second.</param>
/// <param name="Least">The shortest time from the answer to the mutation to a delivery, in milliseconds; negative where the delivery came first.</param>
/// <param name="P50">The median.</param>
/// <param name="P99">What 99 of 100 do not exceed.</param>
/// <param name="Most">The longest.</param>
/// <param name="Lost">Deliveries that did not come.</param>
/// <param name="Repeated">Deliveries that came again.</param>
internal sealed record Delivery(int Sockets, int Orders, double Rate, double Least, double P50, double P99, double Most, long Lost, long Repeated)
{
    /// <summary>From what has come, and when the mutations were answered: nobody else writes, so the events are the orders in their order.</summary>
    public static Delivery Of(IReadOnlyList<Subscriber> audience, IReadOnlyList<long> answered)
    {
        var places = audience.SelectMany(static subscriber => subscriber.Arrivals.Keys).Distinct(StringComparer.Ordinal).OrderBy(NumberOf).Select(static (cursor, place) => (cursor, place))
            .ToDictionary(static entry => entry.cursor, static entry => entry.place - 1, StringComparer.Ordinal);
        double[] times = [.. audience
            .SelectMany(static subscriber => subscriber.Arrivals)
            .Where(arrival => places[arrival.Key] >= 0)
            .Select(arrival => (arrival.Value - answered[places[arrival.Key]]) * 1e3 / Stopwatch.Frequency)
            .Order()];
        var elapsed = Stopwatch.GetElapsedTime(answered[0], answered[^1]).TotalSeconds;
        return new Delivery(
            audience.Count,
            answered.Count,
            (answered.Count - 1) / elapsed,
            times[0],
            At(times, 0.50),
            At(times, 0.99),
            times[^1],
            ((long)audience.Count * answered.Count) - times.Length,
            audience.Sum(static subscriber => (long)subscriber.Repeated));
    }

    private static double At(double[] sorted, double part) => sorted[(int)((sorted.Length - 1) * part)];

    // A cursor is the number of its event.
    private static long NumberOf(string cursor) => BinaryPrimitives.ReadInt64BigEndian(Base64Url.DecodeFromChars(cursor));
}
