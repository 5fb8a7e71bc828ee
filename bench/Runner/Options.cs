using System.Globalization;

namespace Restaurant.Bench.Runner;

/// <summary>What was asked for on the command line; <c>bench/run --help</c> says what there is.</summary>
internal sealed class Options
{
    private const int ReadConnections = 16;
    private const int WriteConnections = 64;

    private int? _connections;

    /// <summary>How often every contender takes its turn.</summary>
    public int Rounds { get; private set; } = 5;

    /// <summary>How long a turn is.</summary>
    public TimeSpan Window { get; private set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a contender is loaded before the first round.</summary>
    public TimeSpan WarmUp { get; private set; } = TimeSpan.FromSeconds(6);

    /// <summary>How many connections there are.</summary>
    public int Connections => _connections ?? (Mode == Mode.Writes ? WriteConnections : ReadConnections);

    /// <summary>How many follow the orders.</summary>
    public int Sockets { get; private set; } = 2_000;

    /// <summary>How many orders they are told of in a turn.</summary>
    public int Events { get; private set; } = 50;

    /// <summary>The first of the ports of the loopback interface that are used.</summary>
    public int Port { get; private set; } = 5300;

    /// <summary>What is measured.</summary>
    public Mode Mode { get; private set; }

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
                    (options.Rounds, options.Window, options.WarmUp) = (3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
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
                case "--rounds":
                    options.Rounds = (int)Number(option, rest);
                    break;
                case "--seconds":
                    options.Window = TimeSpan.FromSeconds(Number(option, rest));
                    break;
                case "--warm-up":
                    options.WarmUp = TimeSpan.FromSeconds(Number(option, rest));
                    break;
                case "--connections":
                    options._connections = (int)Number(option, rest);
                    break;
                case "--sockets":
                    options.Sockets = (int)Number(option, rest);
                    break;
                case "--events":
                    options.Events = (int)Number(option, rest);
                    break;
                case "--port":
                    options.Port = (int)Number(option, rest);
                    break;
                case "--workload":
                    options.Workloads.Add(Name(option, rest, Group.All.SelectMany(group => group.Workloads)));
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
}

/// <summary>The command line is not right.</summary>
internal sealed class UsageError(string message) : Exception(message);
