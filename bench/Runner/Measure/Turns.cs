using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.PostgreSql;

namespace Restaurant.Bench.Runner.Measure;

/// <summary>Contenders that take turns, so that whatever else the machine does falls on all of them.</summary>
internal static class Turns
{
    private static readonly TimeSpan PreRoll = TimeSpan.FromSeconds(0.3);

    /// <summary>The samples of all rounds; each round gives everyone a turn and begins with another one.</summary>
    public static async Task<IReadOnlyList<Sample>> TakeAsync<T>(IReadOnlyList<T> entrants, int rounds, Func<T, int, Task<IEnumerable<Sample>>> turn)
        where T : IEntrant
    {
        var samples = new List<Sample>();
        for (var round = 0; round < rounds; round++)
        {
            Console.Write($"  round {round + 1} of {rounds}:");
            for (var i = 0; i < entrants.Count; i++)
            {
                var entrant = entrants[(i + round) % entrants.Count];
                Console.Write($" {entrant.Name}");
                samples.AddRange(await turn(entrant, round));
            }

            Console.WriteLine();
        }

        return samples;
    }

    /// <summary>One turn of copies of a contender over PostgreSQL.</summary>
    public static Sample Measure(
        IReadOnlyList<ContenderProcess> copies, Cluster cluster, string workload, string contender, int round, Func<TimeSpan, LoadResult> load, TimeSpan window)
    {
        load(PreRoll);
        var (cpu, database, client) = (copies.Sum(static copy => copy.Cpu), cluster.Cpu, Environment.CpuUsage.TotalTime);
        var result = load(window);
        return new Sample(workload, contender, round)
        {
            Cpu = (copies.Sum(static copy => copy.Cpu) - cpu) / result.Requests,
            DatabaseCpu = (cluster.Cpu - database) / result.Requests,
            ClientCpu = (Environment.CpuUsage.TotalTime - client).TotalMicroseconds / result.Requests,
            Throughput = result.Requests / result.Elapsed.TotalSeconds,
            P50 = result.P50,
            P99 = result.P99,
        };
    }

    /// <summary>One turn of a contender under load.</summary>
    public static Sample Measure(
        ContenderProcess process, string workload, string contender, int round, Func<TimeSpan, LoadResult> load, TimeSpan window)
    {
        load(PreRoll);
        var allocated = process.Allocated;
        var cpu = process.Cpu;
        var result = load(window);
        cpu = process.Cpu - cpu;
        allocated = process.Allocated - allocated;
        return new Sample(workload, contender, round)
        {
            Cpu = cpu / result.Requests,
            Throughput = result.Requests / result.Elapsed.TotalSeconds,
            P50 = result.P50,
            P99 = result.P99,
            Allocated = allocated / (double)result.Requests,
        };
    }
}

/// <summary>One who takes turns.</summary>
internal interface IEntrant
{
    /// <summary>The name of the contender.</summary>
    string Name { get; }
}
