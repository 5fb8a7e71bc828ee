using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Copies;

/// <summary>A server of PostgreSQL of a test's own, to be killed and started again. It refuses to run as root, so it does not.</summary>
internal sealed class OwnPostgreSql : IAsyncDisposable
{
    private const string User = "postgres";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"postgresql-{Guid.NewGuid():N}");
    private readonly int _port = FreePort();

    private OwnPostgreSql()
    {
    }

    /// <summary>How databases are made on it.</summary>
    public PostgreSqlServer Server => new($"Host=127.0.0.1;Port={_port};Username={User};Database=postgres");

    private static string Binaries => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    /// <summary>Starts one.</summary>
    public static async Task<OwnPostgreSql> StartAsync()
    {
        var own = new OwnPostgreSql();
        await own.RunAsync("mkdir", own._folder);
        await own.RunAsync("initdb", "-D", $"{own._folder}/data", "-U", User, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        await own.ControlAsync("start");
        return own;
    }

    /// <summary>Kills it without a warning, as a crash would, and starts it again.</summary>
    public async Task CrashAsync()
    {
        await ControlAsync("stop");
        await ControlAsync("start");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ControlAsync("stop");
        await RunAsync("rm", "-r", _folder);
    }

    private Task ControlAsync(string what) => RunAsync(
        "pg_ctl", "-D", $"{_folder}/data", "-l", $"{_folder}/log", "-m", "immediate", "-w", "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200", what);

    private async Task RunAsync(string program, params string[] arguments)
    {
        string[] command = [File.Exists($"{Binaries}/{program}") ? $"{Binaries}/{program}" : program, .. arguments];
        command = Environment.UserName == "root" ? ["runuser", "-u", User, "--", .. command] : command;
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = "/" })
            ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {(File.Exists($"{_folder}/log") ? await File.ReadAllTextAsync($"{_folder}/log") : "")}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
