namespace Restaurant.Bench.Runner.PostgreSql;

/// <summary>Copies of the server over one database.</summary>
internal sealed class ServerCopies : IDisposable
{
    private ServerCopies(IReadOnlyList<ContenderProcess> processes) => Processes = processes;

    /// <summary>Their processes.</summary>
    public IReadOnlyList<ContenderProcess> Processes { get; }

    /// <summary>Where they listen.</summary>
    public IReadOnlyList<Uri> Servers => [.. Processes.Select(static process => process.Server)];

    /// <summary>Starts so many, and waits for all of them.</summary>
    public static async Task<ServerCopies> StartAsync(Contender contender, PostgreSqlDatabase database, int count, int port)
    {
        var copies = new ServerCopies([.. Enumerable.Range(port, count).Select(at =>
            ContenderProcess.Start(contender, new Launch($"http://127.0.0.1:{at}", database), hook: false))]);
        foreach (var process in copies.Processes)
        {
            await process.ReadyAsync();
        }

        return copies;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var process in Processes)
        {
            process.Dispose();
        }
    }
}
