using System.Globalization;
using Restaurant.Bench.Runner.Setup;

namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>A server of PostgreSQL that is made for a run, on the disk of the repository, and reached from this machine alone.</summary>
internal sealed class OwnCluster
{
    /// <summary>PostgreSQL does not run as root; this is whom packages of Linux distributions make for it.</summary>
    private const string User = "postgres";

    private readonly string _directory = Path.Combine(Paths.Data, "postgresql");
    private readonly string _programs = Programs();
    private bool _isStopped;

    private OwnCluster(int port) =>
        ConnectionString = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={User}");

    /// <summary>How it is reached.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes it and begins it: everything is as PostgreSQL has it by default, but for memory, connections, and where it listens.</summary>
    public static async Task<OwnCluster> StartAsync(int port)
    {
        var cluster = new OwnCluster(port);
        cluster.RemoveLeftover();
        Directory.CreateDirectory(cluster._directory);
        if (IsRoot)
        {
            await Command.RunAsync("chown", User, cluster._directory);
        }

        await cluster.RunAsync("initdb", "-D", cluster._directory, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c shared_buffers=256MB");
        await cluster.RunAsync("pg_ctl", "-D", cluster._directory, "-w", "-t", "60", "-l", Path.Combine(cluster._directory, "log"), "-o", settings, "start");
        return cluster;
    }

    /// <summary>Ends it, and removes what it has stored.</summary>
    public void Stop()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            RemoveLeftover();
        }
    }

    private static bool IsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    // A runner that was killed has left it as it was.
    private void RemoveLeftover()
    {
        if (File.Exists(Path.Combine(_directory, "postmaster.pid")))
        {
            RunAsync("pg_ctl", "-D", _directory, "-w", "-m", "immediate", "stop").GetAwaiter().GetResult();
        }

        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    private Task RunAsync(string program, params string[] arguments)
    {
        string[] command = [.. IsRoot ? ["runuser", "-u", User, "--"] : Array.Empty<string>(), Path.Combine(_programs, program), .. arguments];
        return Command.RunAsync(command[0], command[1..]);
    }

    // Debian has a directory for each version and does not put them into PATH.
    private static string Programs()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql") : [];
        return versions.OrderByDescending(static directory => double.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(static directory => Path.Combine(directory, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .FirstOrDefault(static directory => File.Exists(Path.Combine(directory, "initdb")))
            ?? throw new UsageError("There is no PostgreSQL here: name one, as in --postgresql \"Host=127.0.0.1;Username=postgres\".");
    }
}
