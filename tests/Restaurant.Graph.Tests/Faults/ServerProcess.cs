using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>The server as a process of its own on one store and one port, to be killed and started again.</summary>
internal sealed class ServerProcess(TestStore store, params string[] settings) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>Where the API is, whenever it is.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{_port}/graphql");

    /// <summary>The number of the process.</summary>
    public int Id => Running.Id;

    /// <summary>What it has said.</summary>
    public string Output { get; private set; } = "";

    private Process Running => _process ?? throw new InvalidOperationException("The server does not run.");

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="shell">What to run it in, such as a limit on files; none by default.</param>
    public async Task StartAsync(string? shell = null)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "Restaurant.Graph.dll");
        string[] command =
        [
            "dotnet", dll, .. store.Settings, "--urls", $"http://127.0.0.1:{_port}",
            "--Logging:LogLevel:Default=Error", RestaurantApp.AlwaysOpen, RestaurantApp.DemoMenu, Tokens.Setting, .. settings,
        ];
        var start = shell is null
            ? new ProcessStartInfo(command[0], command[1..])
            : new ProcessStartInfo("bash", ["-c", $"{shell}; exec \"$@\"", "bash", .. command]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        _process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (await Task.WhenAny(ready.Task, _process.WaitForExitAsync()).WaitAsync(Patience) != ready.Task)
        {
            Assert.Fail($"The server ended at once: {Output}");
        }
    }

    /// <summary>Kills it without a warning.</summary>
    public async Task KillAsync()
    {
        Running.Kill();
        await Running.WaitForExitAsync();
    }

    /// <summary>Asks it to stop; its exit code, and how long that took.</summary>
    public async Task<(int Code, TimeSpan Time)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, Signal(Running.Id, 15));
        await Running.WaitForExitAsync().WaitAsync(Patience);
        return (Running.ExitCode, watch.Elapsed);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        Output += line + "\n";
        if (line?.Contains("/graphql", StringComparison.Ordinal) is true)
        {
            ready.TrySetResult();
        }
    }

    // None that the system gives to those who call: a client that knocks while nobody is there could be given it, and would hold it.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(10_000, 30_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody is there already.
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
