using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Measure;

namespace Restaurant.Bench.Runner;

/// <summary>Measures a group: starts its contenders, checks what they answer, warms them up, and lets them take turns.</summary>
internal sealed class GroupRun(Group group, Options options)
{
    private readonly List<Workload> _workloads = [];
    private readonly List<IReadOnlyList<byte[]>> _right = [];

    /// <summary>All samples, and how alike the answers were.</summary>
    public async Task<Measured> RunAsync()
    {
        await group.Database.EnsureAsync();
        var answers = Directory.CreateTempSubdirectory("bench-answers-").FullName;
        var entrants = new List<Entrant>();
        try
        {
            await ReferenceAsync(answers);
            foreach (var contender in group.Contenders.Where(name => options.Contenders.Count == 0 || options.Contenders.Contains(name)))
            {
                entrants.Add(Start(Contender.Of(contender), options.Port + 1 + entrants.Count, answers));
            }

            var likenesses = new List<(string, string, Likeness)>();
            foreach (var entrant in entrants)
            {
                likenesses.AddRange(await CheckAsync(entrant));
                Console.WriteLine($"  {entrant.Name} answers rightly; warming up");
                _workloads.ForEach(workload => Load(entrant, workload, options.WarmUp / _workloads.Count));
            }

            var sizes = _workloads.ConvertAll(workload => (workload.Name, _right[_workloads.IndexOf(workload)].Average(answer => answer.Length)));
            var samples = await Turns.TakeAsync(entrants, options.Rounds, (entrant, round) => Task.FromResult(Turn(entrant, round)));
            return new Measured(samples, likenesses, sizes);
        }
        finally
        {
            entrants.ForEach(entrant => entrant.Process.Dispose());
            Directory.Delete(answers, recursive: true);
        }
    }

    private Entrant Start(Contender contender, int port, string answers) => new(
        contender.Name,
        ContenderProcess.Start(contender, new Launch($"http://127.0.0.1:{port}", group.Database, answers, group.Cache)));

    // What is right is what the product's executor answers, without plans and without a cache.
    private async Task ReferenceAsync(string directory)
    {
        using var process = ContenderProcess.Start(
            Contender.Of(Contender.Executor), new Launch($"http://127.0.0.1:{options.Port}", group.Database, directory, Cache: false));
        await process.ReadyAsync();
        using var reference = new Answers(process.Server);
        foreach (var name in group.Workloads.Where(name => options.Workloads.Count == 0 || options.Workloads.Contains(name)))
        {
            var workload = await group.WorkloadAsync(name, reference);
            var right = await reference.AskAllAsync(workload);
            if (right.Any(answer => answer.AsSpan().IndexOf("\"errors\""u8) >= 0))
            {
                throw new InvalidDataException($"The reference answers {name} with errors: {System.Text.Encoding.UTF8.GetString(right[0])}");
            }

            _workloads.Add(workload);
            _right.Add(right);
            await File.WriteAllBytesAsync(Path.Combine(directory, workload.Operation + ".json"), right[0]);
        }
    }

    private async Task<IReadOnlyList<(string Workload, string Contender, Likeness Likeness)>> CheckAsync(Entrant entrant)
    {
        await entrant.Process.ReadyAsync();
        using var asked = new Answers(entrant.Process.Server);
        var found = new List<(string, string, Likeness)>();
        for (var i = 0; i < _workloads.Count; i++)
        {
            var workload = _workloads[i];
            var answers = await asked.AskAllAsync(workload);
            found.Add((workload.Name, entrant.Name, Answers.Compare(entrant.Name, workload, answers, _right[i])));
            entrant.Requests[workload.Name] = new Rotation(
                [.. workload.Bodies.Select(body => LoadGenerator.Post(entrant.Process.Server, body))], [.. answers.Select(answer => (long)answer.Length)]);
        }

        return found;
    }

    private IEnumerable<Sample> Turn(Entrant entrant, int round)
    {
        for (var i = 0; i < _workloads.Count; i++)
        {
            var workload = _workloads[(i + round) % _workloads.Count];
            yield return Turns.Measure(
                entrant.Process, workload.Name, entrant.Name, round, duration => Load(entrant, workload, duration), options.Window);
        }
    }

    private LoadResult Load(Entrant entrant, Workload workload, TimeSpan duration) =>
        new LoadGenerator(entrant.Process.Server, options.Connections).Run(entrant.Requests[workload.Name], duration);

    private sealed record Entrant(string Name, ContenderProcess Process) : IEntrant
    {
        public Dictionary<string, IRequests> Requests { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>What a group came to.</summary>
/// <param name="Samples">All samples.</param>
/// <param name="Likenesses">How alike each contender's answers to each workload are to the right ones.</param>
/// <param name="Sizes">How many bytes an answer to each workload has on average.</param>
internal sealed record Measured(
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<(string Workload, string Contender, Likeness Likeness)> Likenesses,
    IReadOnlyList<(string Workload, double Bytes)> Sizes);
