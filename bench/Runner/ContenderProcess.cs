using System.Diagnostics;
using System.Text;
using Restaurant.Bench.Runner.Measure;

namespace Restaurant.Bench.Runner;

/// <summary>A contender that runs. Those that are still there when the runner ends are ended with it.</summary>
internal sealed class ContenderProcess : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly HashSet<ContenderProcess> Running = [];

    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly string? _allocations;

    private ContenderProcess(Contender contender, Launch launch, bool hook)
    {
        Server = new Uri(launch.Url);
        var start = new ProcessStartInfo(contender.Program, contender.Arguments(launch))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (hook && contender.IsDotNet)
        {
            _allocations = Path.Combine(Path.GetTempPath(), $"bench-{Environment.ProcessId}-{Server.Port}");
            start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(Paths.Published, "hook", "AllocationHook.dll");
            start.Environment[AllocationProbe.SocketVariable] = _allocations;
        }

        start.Environment["NODE_ENV"] = "production";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        lock (Running)
        {
            Running.Add(this);
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Server { get; }

    /// <summary>Its processor time so far, in microseconds.</summary>
    public double Cpu => ProcessClock.Microseconds(_process.Id);

    /// <summary>Its memory, in KiB.</summary>
    public double Memory => ProcessMemory.Kibibytes(_process.Id);

    /// <summary>What it has allocated so far; null for what is not .NET.</summary>
    public long? Allocated => _allocations is null ? null : AllocationProbe.Bytes(_allocations);

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a contender and does not wait for it.</summary>
    public static ContenderProcess Start(Contender contender, Launch launch, bool hook = true) => new(contender, launch, hook);

    /// <summary>Ends all that run.</summary>
    public static void EndAll()
    {
        ContenderProcess[] left;
        lock (Running)
        {
            left = [.. Running];
        }

        Array.ForEach(left, process => process.Dispose());
    }

    /// <summary>Waits until it accepts connections.</summary>
    public async Task ReadyAsync()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < StartTimeout && !_process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var socket = new System.Net.Sockets.TcpClient();
                await socket.ConnectAsync(Server.Host, Server.Port);
                return;
            }
            catch (System.Net.Sockets.SocketException)
            {
                // Not yet.
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} has not started: {Output}");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (Running)
        {
            if (!Running.Remove(this))
            {
                return;
            }
        }

        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        if (_allocations is not null)
        {
            File.Delete(_allocations);
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
