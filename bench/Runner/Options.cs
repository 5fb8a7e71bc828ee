using System.Globalization;
using Restaurant.Bench.Runner.PostgreSql;

namespace Restaurant.Bench.Runner;

/// <summary>What was asked for on the command line; <c>bench/run --help</c> says what there is.</summary>
internal sealed class Options
{
    private const int ReadConnections = 16;
    private const int WriteConnections = 64;

    private int? _connections;
    private int? _sockets;
    private int? _events;
    private TimeSpan? _window;
    private TimeSpan? _warmUp;

    /// <summary>How often every contender takes its turn.</summary>
    public int Rounds { get; private set; } = 5;

    /// <summary>How long a turn is.</summary>
    public TimeSpan Window => _window ?? TimeSpan.FromSeconds(Mode == Mode.PostgreSql ? 3 : 4);

    /// <summary>How long a contender is loaded before the first round.</summary>
    public TimeSpan WarmUp => _warmUp ?? TimeSpan.FromSeconds(Mode == Mode.PostgreSql ? 5 : 6);

    /// <summary>How many connections there are.</summary>
    public int Connections => Mode == Mode.Writes ? WritingConnections : _connections ?? ReadConnections;

    /// <summary>How many connections there are where orders are placed.</summary>
    public int WritingConnections => _connections ?? WriteConnections;

    /// <summary>How many follow the orders.</summary>
    public int Sockets => _sockets ?? (Mode == Mode.PostgreSql ? 1_000 : 2_000);

    /// <summary>How many orders they are told of in a turn.</summary>
    public int Events => _events ?? (Mode == Mode.PostgreSql ? 200 : 50);

    /// <summary>The first of the ports of the loopback interface that are used.</summary>
    public int Port { get; private set; } = 5300;

    /// <summary>What is measured.</summary>
    public Mode Mode { get; private set; }

    /// <summary>The server of PostgreSQL that was named; null if there is to be one of the runner's own.</summary>
    public string? PostgreSql { get; private set; }

    /// <summary>The workloads that were named; all if none was.</summary>
    public List<string> Workloads { get; } = [];

    /// <summary>The contenders that were named; all if none was.</summary>
    public List<string> Contenders { get; } = [];

    /// <summary>Reads the command line.</summary>
    public static Options Parse(string[] args)
    {
        var options = new Options();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var option))
        {
            switch (option)
            {
                case "--quick":
                    (options.Rounds, options._window, options._warmUp) = (3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
                    break;
                case "--startup":
                    options.Mode = Mode.StartUp;
                    break;
                case "--writes":
                    options.Mode = Mode.Writes;
                    break;
                case "--streams":
                    options.Mode = Mode.Streams;
                    break;
                case "--postgresql":
                    options.Mode = Mode.PostgreSql;
                    options.PostgreSql = rest.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal) ? rest.Dequeue() : null;
                    break;
                case "--rounds":
                    options.Rounds = (int)Number(option, rest);
                    break;
                case "--seconds":
                    options._window = TimeSpan.FromSeconds(Number(option, rest));
                    break;
                case "--warm-up":
                    options._warmUp = TimeSpan.FromSeconds(Number(option, rest));
                    break;
                case "--connections":
                    options._connections = (int)Number(option, rest);
                    break;
                case "--sockets":
                    options._sockets = (int)Number(option, rest);
                    break;
                case "--events":
                    options._events = (int)Number(option, rest);
                    break;
                case "--port":
                    options.Port = (int)Number(option, rest);
                    break;
                case "--workload":
                    options.Workloads.Add(Name(option, rest, Group.All.SelectMany(group => group.Workloads).Concat(PostgreSqlRun.Parts).Distinct(StringComparer.Ordinal)));
                    break;
                case "--contender":
                    options.Contenders.Add(Name(option, rest, Contender.Names));
                    break;
                default:
                    throw new UsageError($"There is no option '{option}'.");
            }
        }

        return options;
    }

    /// <summary>Whether a workload was asked for.</summary>
    public bool Chose(string workload) => Workloads.Count == 0 || Workloads.Contains(workload);

    /// <summary>Those of the contenders who were asked for.</summary>
    public IReadOnlyList<Contender> Chosen(IEnumerable<Contender> contenders) =>
        [.. contenders.Where(contender => Contenders.Count == 0 || Contenders.Contains(contender.Name))];

    private static double Number(string option, Queue<string> rest) =>
        rest.TryDequeue(out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new UsageError($"{option} takes a number above 0.");

    private static string Name(string option, Queue<string> rest, IEnumerable<string> names) =>
        rest.TryDequeue(out var name) && names.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new UsageError($"{option} takes one of: {string.Join(", ", names)}.");
}

/// <summary>What can be measured.</summary>
internal enum Mode
{
    /// <summary>Reading: the workloads.</summary>
    Reads,

    /// <summary>Starting.</summary>
    StartUp,

    /// <summary>Placing orders.</summary>
    Writes,

    /// <summary>Following orders.</summary>
    Streams,

    /// <summary>Reading, placing and following orders, all of it over PostgreSQL.</summary>
    PostgreSql,
}

/// <summary>The command line is not right.</summary>
internal sealed class UsageError(string message) : Exception(message);
