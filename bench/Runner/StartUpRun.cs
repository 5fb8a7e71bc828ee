using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Restaurant.Bench.Runner.Load;
using Restaurant.Bench.Runner.Reporting;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner;

/// <summary>The time from the start of a process to its first answer: the server against a site of static files.</summary>
internal sealed class StartUpRun(Options options)
{
    private const int Rounds = 10;
    private const double MostRatio = 2;
    private const string Dish = """{"query":"{ dishById(id: \"RGlzaDox\") { id name } }"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Measures, and says what came of it in markdown.</summary>
    public async Task<string> RunAsync()
    {
        await Database.Service.EnsureAsync();
        var launch = new Launch($"http://127.0.0.1:{options.Port}", Database.Service, "", Cache: true);
        var server = new Uri(launch.Url);
        var site = Contender.Of(Contender.Fixed) with { Name = "static site", Arguments = static at => ["static", at.Url] };
        (Contender Contender, byte[] Request)[] starters =
        [
            (site, Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n")),
            (Contender.Of(Contender.Server), LoadGenerator.Post(server, Encoding.ASCII.GetBytes(Dish))),
        ];
        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal);

        // The first round is for the caches of the machine.
        for (var round = 0; round <= Rounds; round++)
        {
            Console.WriteLine(round == 0 ? "  once each, not counted" : $"  round {round} of {Rounds}");
            foreach (var (contender, request) in round % 2 == 0 ? starters : starters.Reverse())
            {
                var time = Measure(contender, launch, request);
                if (round > 0)
                {
                    times.TryAdd(contender.Name, []);
                    times[contender.Name].Add(time);
                }
            }
        }

        return Text(times[site.Name], times[Contender.Server]);
    }

    private static double Measure(Contender contender, Launch launch, byte[] request)
    {
        var clock = Stopwatch.StartNew();
        using var process = ContenderProcess.Start(contender, launch, hook: false);
        while (!IsAnswered(process.Server, request))
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"{contender.Name} has not started.");
            }

            Thread.Sleep(1);
        }

        return clock.Elapsed.TotalMilliseconds;
    }

    private static bool IsAnswered(Uri server, byte[] request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var parser = new ResponseParser();
        try
        {
            socket.Connect(server.Host, server.Port);
            socket.Send(request);
            var buffer = new byte[4096];
            for (var isComplete = false; !isComplete;)
            {
                var count = socket.Receive(buffer);
                if (count == 0)
                {
                    return false;
                }

                isComplete = parser.Feed(buffer.AsSpan(0, count));
            }

            return parser.Status == 200;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Text(IReadOnlyList<double> site, IReadOnlyList<double> server)
    {
        double[] ratios = [.. server.Zip(site, static (over, under) => over / under)];
        return $"""
            ## Start-up

            Milliseconds from the start of the process to the first answer with status 200, {Rounds} rounds.

            | | median | spread | bar | |
            |---|---:|---:|---:|---|
            | static site | {Figures.Spread(site)} | | |
            | server, on a database that is there | {Figures.Spread(server)} | | |
            | server / static site | {Figures.Spread(ratios)} | at most {Figures.Text(MostRatio)} | {(ratios.Median() <= MostRatio ? "met" : "**not met**")} |

            """;
    }
}
