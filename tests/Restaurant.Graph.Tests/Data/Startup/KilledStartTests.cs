using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Startup;

/// <summary>A start that was killed at any step is followed by a good one.</summary>
public sealed class KilledStartTests
{
    private static readonly string[] Suffixes = ["", "-wal", "-journal"];

    private const string LaterLengths = """SELECT count(*), sum("Length") FROM "Later" """;

    // A process that is killed leaves its files as they are at that moment.
    [Fact]
    [Trait("Store", "File")]
    public async Task A_file_left_at_any_step_of_the_first_start_is_opened()
    {
        var copies = new List<string>();
        await using var whole = new TestFile(Database.NewPath());
        await (await StartAsync(whole, new StartSteps(_ => Copy(whole.Path, copies)))).DisposeAsync();
        Assert.InRange(copies.Count, 5, 60);
        Assert.Contains(copies, HasLockRow);
        foreach (var copy in copies)
        {
            await using var store = new TestFile(copy);
            await AssertOpensAsync(store);
        }
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_file_left_at_any_step_of_a_later_migration_is_opened()
    {
        var copies = new List<string>();
        await using var whole = new TestFile(await Database.CopyAsync());
        await (await StartAsync(whole, new StartSteps(_ => Copy(whole.Path, copies)), LaterMigrations.AddTo)).DisposeAsync();
        var expected = whole.Rows(LaterLengths);
        Assert.InRange(copies.Count, 5, 60);
        Assert.Contains(copies, HasLockRow);
        foreach (var copy in copies)
        {
            await using var store = new TestFile(copy);
            await AssertOpensAsync(store, LaterMigrations.AddTo);
            Assert.Equal(expected, store.Rows(LaterLengths));
        }
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_process_that_is_killed_while_it_migrates_is_not_waited_for()
    {
        var path = Database.NewPath();
        await using var store = new TestFile(path);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(RestaurantServices).Assembly.Location, "database", "migrate", .. store.Settings]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (!process.HasExited && !HasLockRow(path))
        {
            await Task.Yield();
        }

        Assert.False(process.HasExited);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(HasLockRow(path));
        var (code, output, error) = await CommandRun.OfAsync(["database", "migrate", .. store.Settings]);
        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"^Database: .*\nApplying migration \d+_Initial \(1 of 1\)\.\nApplied migration \d+_Initial in .* s\.\nThe schema is up to date\.\n$", output);
    }

    // The death of a process ends its connections, and so its transactions and its lock.
    [PostgreSqlFact]
    public async Task A_database_left_at_any_step_of_the_first_start_is_opened()
    {
        var server = PostgreSqlServer.Named!;
        var all = new StartSteps(static _ => { });
        await using (var whole = await TestDatabase.EmptyAsync(server))
        {
            await (await StartAsync(whole, all)).DisposeAsync();
        }

        var killed = 0;
        for (var at = 1; at <= all.Count; at++)
        {
            await using var store = await TestDatabase.EmptyAsync(server);
            killed += await TryKillAsync(store, server, at) ? 1 : 0;
            await AssertOpensAsync(store);
        }

        Assert.True(killed > all.Count / 2, $"Of {all.Count} starts {killed} were killed.");
    }

    [PostgreSqlFact]
    public async Task A_database_left_at_any_step_of_a_later_migration_is_opened()
    {
        var server = PostgreSqlServer.Named!;
        var all = new StartSteps(static _ => { });
        await using var whole = await TestDatabase.NewAsync(server);
        await (await StartAsync(whole, all, LaterMigrations.AddTo)).DisposeAsync();
        var killed = 0;
        for (var at = 1; at <= all.Count; at++)
        {
            await using var store = await TestDatabase.NewAsync(server);
            killed += await TryKillAsync(store, server, at, LaterMigrations.AddTo) ? 1 : 0;
            await AssertOpensAsync(store, LaterMigrations.AddTo);
            Assert.Equal(whole.Rows(LaterLengths), store.Rows(LaterLengths));
        }

        Assert.True(killed > all.Count / 2, $"Of {all.Count} starts {killed} were killed.");
    }

    // Background services count steps as well, and a start may be over before their last ones.
    private static async Task<bool> TryKillAsync(TestDatabase store, PostgreSqlServer server, int at, Action<IServiceCollection>? configure = null)
    {
        var name = new NpgsqlConnectionStringBuilder(store.ConnectionString).Database;
        var steps = new StartSteps(step =>
        {
            if (step == at)
            {
                server.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'").GetAwaiter().GetResult();
                NpgsqlConnection.ClearAllPools();
                throw new InvalidOperationException("Killed.");
            }
        });
        try
        {
            await (await StartAsync(store, steps, configure)).DisposeAsync();
            return false;
        }
        catch (Exception killed) when (killed is not Xunit.Sdk.XunitException)
        {
            return true;
        }
    }

    private static Task<RestaurantApp> StartAsync(TestStore store, StartSteps steps, Action<IServiceCollection>? configure = null) => RestaurantApp.OverAsync(store, services =>
    {
        steps.AddTo(services);
        configure?.Invoke(services);
    });

    private static async Task AssertOpensAsync(TestStore store, Action<IServiceCollection>? configure = null)
    {
        var app = await RestaurantApp.OverAsync(store, configure);
        Assert.Equal(236, (await app.Client.QueryAsync("{ dishes { totalCount } }"))["dishes"]!["totalCount"]!.GetValue<int>());
        await app.DisposeAsync();
        new LogBook(store).AssertWhole();
        if (store is TestFile)
        {
            Assert.Equal("wal", store.Rows("PRAGMA journal_mode")[0][0]);
        }
    }

    // Where nothing has been written since the last copy, that copy is of this step too.
    private static void Copy(string path, List<string> copies)
    {
        if (copies is [.., var last] && BytesOf(path).SequenceEqual(BytesOf(last)))
        {
            return;
        }

        var copy = Database.NewPath();
        foreach (var suffix in Suffixes.Where(suffix => File.Exists(path + suffix)))
        {
            File.Copy(path + suffix, copy + suffix);
        }

        copies.Add(copy);
    }

    private static byte[] BytesOf(string path) =>
        [.. File.ReadAllBytes(path), .. File.Exists(path + "-wal") ? File.ReadAllBytes(path + "-wal") : []];

    private static bool HasLockRow(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=1");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT 1 FROM "__EFMigrationsLock" """;
            return command.ExecuteScalar() is not null;
        }
        catch (SqliteException)
        {
            // There is no such table yet, or the file is being switched to WAL mode.
            return false;
        }
    }
}
