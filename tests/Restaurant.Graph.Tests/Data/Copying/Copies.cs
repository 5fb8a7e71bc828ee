using Restaurant.Graph.Data.Copying;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Copying;

/// <summary>Copies restaurants, by the command or in the process of the tests.</summary>
internal static class Copies
{
    /// <summary>The place of a store, as the command takes it.</summary>
    public static string PlaceOf(TestStore store) => store is TestFile file ? $"sqlite:{file.Path}" : ((TestDatabase)store).ConnectionString;

    /// <summary>A database with nothing in it.</summary>
    public static Task<TestDatabase> EmptyAsync() =>
        TestDatabase.EmptyAsync(PostgreSqlServer.Named ?? throw new InvalidOperationException("No server of PostgreSQL is named."));

    /// <summary>Gives the command.</summary>
    public static Task<(int Code, string Output, string Error)> CommandAsync(TestStore from, TestStore to, params string[] more) =>
        CommandRun.OfAsync(["database", "copy", "--from", PlaceOf(from), "--to", PlaceOf(to), .. more]);

    /// <summary>Gives the command, which has to succeed; what it has written.</summary>
    public static async Task<string> SucceedAsync(TestStore from, TestStore to, params string[] more)
    {
        var (code, output, error) = await CommandAsync(from, to, more);
        Assert.Equal((0, ""), (code, error));
        return output;
    }

    /// <summary>What the command writes of the tables in the end.</summary>
    public static string TableOf(string output) => output[output.IndexOf("\nTable ", StringComparison.Ordinal)..];

    /// <summary>Copies, and does something at each step of it.</summary>
    public static async Task<IReadOnlyList<CopiedTable>> RunAsync(
        TestStore from, TestStore to, Action<CopyStep> happen, int batchSize = 100, CancellationToken cancellationToken = default)
    {
        await using var source = Open(from, CopySide.Source);
        await using var target = Open(to, CopySide.Target);
        return (await new DatabaseCopy(source, target, batchSize, new Watcher(happen)).RunAsync(cancellationToken)).Tables;
    }

    /// <summary>Copies until so many steps are done.</summary>
    public static async Task BreakOffAsync(TestStore from, TestStore to, int steps, int batchSize = 100)
    {
        using var interruption = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
            from,
            to,
            _ =>
            {
                if (--steps == 0)
                {
                    interruption.Cancel();
                }
            },
            batchSize,
            interruption.Token));
    }

    /// <summary>What the command would say of a refusal.</summary>
    public static async Task<string> RefusalAsync(TestStore from, TestStore to, Action<CopyStep>? happen = null) =>
        (await Assert.ThrowsAsync<CopyException>(() => RunAsync(from, to, happen ?? (static _ => { })))).Message;

    /// <summary>Opens one side.</summary>
    public static CopyStore Open(TestStore store, CopySide side)
    {
        Assert.True(CopyPlace.TryParse(PlaceOf(store), out var place));
        return place.Open(side);
    }

    private sealed class Watcher(Action<CopyStep> happen) : IProgress<CopyStep>
    {
        public void Report(CopyStep value) => happen(value);
    }
}
