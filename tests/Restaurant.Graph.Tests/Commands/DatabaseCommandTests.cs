using System.Globalization;
using Restaurant.Graph.Tests.Data.Copying;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary><c>database check</c> and <c>database backup</c>, over a restaurant that has had a day.</summary>
public sealed class DatabaseCommandTests(LivedIn lived) : IClassFixture<LivedIn>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restaurant-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [Trait("Store", "File")]
    [InlineData("database")]
    [InlineData("database", "migrate")]
    [InlineData("database", "check")]
    [InlineData("database", "backup")]
    [InlineData("database", "copy")]
    public async Task Each_has_help(params string[] command)
    {
        var (code, output, error) = await CommandRun.OfAsync([.. command, "--help"]);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains(string.Join(' ', command), output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_sound_file_is_whole()
    {
        var (code, output, error) = await CommandRun.OfAsync(["database", "check", .. lived.File.Settings]);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\npages and indexes: ok\n", output, StringComparison.Ordinal);
        Assert.EndsWith("The database is whole.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task What_is_wrong_in_a_file_is_told_line_by_line()
    {
        await using var broken = await lived.File.CopyAsync();
        await BreakAsync(broken);
        await broken.ExecuteAsync("""PRAGMA foreign_keys = 0; UPDATE "StockMovements" SET "IngredientId" = 999999 WHERE "Id" = (SELECT min("Id") FROM "StockMovements")""");
        var (code, _, error) = await CommandRun.OfAsync(["database", "check", .. broken.Settings]);
        Assert.Equal(1, code);
        AssertBroken(error);
        Assert.Matches("(?m)^foreign keys: Table StockMovements: row [0-9]+ refers to a row of Ingredients that is not there$", error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task What_is_wrong_in_a_database_is_told_line_by_line()
    {
        await using var store = await TestDatabase.NewAsync(PostgreSqlServer.Named!);
        await using (var app = await RestaurantApp.OverAsync(store, null, RestaurantApp.AlwaysOpen))
        {
            await app.PlaceAsync(Steps.Pizza);
        }

        var (code, output, error) = await CommandRun.OfAsync(["database", "check", .. store.Settings]);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\nrows of Orders: ok\n", output, StringComparison.Ordinal);
        await BreakAsync(store);
        await store.ExecuteAsync("""ALTER TABLE "Orders" ADD CONSTRAINT late CHECK ("Number" > 0) NOT VALID""");
        (code, _, error) = await CommandRun.OfAsync(["database", "check", .. store.Settings]);
        Assert.Equal(1, code);
        AssertBroken(error);
        Assert.Contains("constraints: Constraint late of \"Orders\" is not validated\n", error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_file_that_is_damaged_is_told_of()
    {
        await using var damaged = (TestFile)await lived.File.CopyAsync();
        await using (var file = File.OpenWrite(damaged.Path))
        {
            file.Position = file.Length / 2;
            await file.WriteAsync(new byte[20_000]);
        }

        var (code, output, error) = await CommandRun.OfAsync(["database", "check", .. damaged.Settings]);
        Assert.Equal(1, code);
        Assert.Contains("pages and indexes: faults\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        (code, _, error) = await CommandRun.OfAsync(["database", "backup", "--folder", _folder.FullName, .. damaged.Settings]);
        Assert.Equal(1, code);
        Assert.StartsWith("No back-up was made: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.EnumerateFiles(), static file => file.Name.StartsWith("restaurant-", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_back_up_of_a_file_in_use_is_a_restaurant_and_old_ones_are_removed()
    {
        await using var app = await lived.OpenAsync(lived.File);
        await LivedIn.OrderAsync(app);
        foreach (var hour in Enumerable.Range(10, 3))
        {
            await File.WriteAllTextAsync(PathOf($"restaurant-20260101-{hour}0000.db"), "");
        }

        string[] kept = [PathOf("restaurant-20260101-120000.dump"), PathOf("restaurant-before-the-move.db")];
        await Task.WhenAll(kept.Select(static path => File.WriteAllTextAsync(path, "")));
        await File.WriteAllTextAsync(PathOf("restaurant-20260101-130000.db.partial"), "");
        var (code, output, error) = await CommandRun.OfAsync(["database", "backup", "--folder", _folder.FullName, "--keep", "2", .. lived.File.Settings]);
        Assert.Equal((0, ""), (code, error));
        var made = Made(output);
        Assert.Equal(
            kept.Append(made).Append(PathOf("restaurant-20260101-120000.db")).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(_folder.FullName, "restaurant-*").Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made));
        }

        await using var restored = await lived.OpenAsync(new TestFile(made));
        const string Orders = "{ orders { totalCount } }";
        Assert.Equal((await app.Client.QueryAsync(Orders)).ToJsonString(), (await restored.Client.QueryAsync(Orders)).ToJsonString());
    }

    [PostgreSqlFact]
    public async Task A_dump_of_a_database_in_use_is_a_restaurant()
    {
        var server = PostgreSqlServer.Named!;
        await using var store = await TestDatabase.NewAsync(server);
        await using var app = await RestaurantApp.OverAsync(store, null, RestaurantApp.AlwaysOpen);
        await app.PlaceAsync(Steps.Pizza);
        var (code, output, error) = await CommandRun.OfAsync(["database", "backup", "--folder", _folder.FullName, .. store.Settings]);
        Assert.Equal((0, ""), (code, error));
        await using var empty = await TestDatabase.EmptyAsync(server);
        using var restore = System.Diagnostics.Process.Start("pg_restore", ["--exit-on-error", "--dbname", LibpqOf(empty.ConnectionString), Made(output)]);
        await restore.WaitForExitAsync();
        Assert.Equal(0, restore.ExitCode);
        await using var restored = await RestaurantApp.OverAsync(empty, null, RestaurantApp.AlwaysOpen);
        Assert.Equal(1, (await restored.Client.QueryAsync("{ orders { totalCount } }"))["orders"]!["totalCount"]!.GetValue<int>());
    }

    [PostgreSqlFact]
    public async Task A_missing_client_of_PostgreSQL_is_told_of()
    {
        await using var store = await TestDatabase.NewAsync(PostgreSqlServer.Named!);
        var dotnet = Path.GetDirectoryName(Environment.ProcessPath) ?? "";
        var (code, _, error) = await CommandRun.OfAsync(
            ["database", "backup", "--folder", _folder.FullName, .. store.Settings], environment: new Dictionary<string, string> { ["PATH"] = dotnet });
        Assert.Equal(
            (1, "No back-up was made: pg_dump is not on the PATH: install the client of PostgreSQL, of the version of the server or newer.\n"), (code, error));
    }

    private static async Task BreakAsync(TestStore store)
    {
        await store.ExecuteAsync("""UPDATE "Orders" SET "Total" = "Total" + 1 WHERE "Number" = 1""");
        await store.ExecuteAsync("""UPDATE "Ingredients" SET "OnHand" = "OnHand" + 5 WHERE "Id" = (SELECT min("Id") FROM "Ingredients")""");
    }

    private static void AssertBroken(string error)
    {
        Assert.Matches("(?m)^totals of orders: Order 1: total is [0-9]+, its parts come to [0-9]+$", error);
        Assert.Matches("(?m)^totals of orders: Order 1: balance is -?[0-9]+, total without what is paid -?[0-9]+$", error);
        Assert.Matches("(?m)^stock and its ledger: Ingredient [a-z0-9-]+: onHand is [0-9]+, the sum of its movements [0-9]+$", error);
    }

    private static string Made(string output) => output.Split("Verified: ")[1].Split(", ")[0];

    private static string LibpqOf(string connectionString)
    {
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(connectionString);
        return string.Create(CultureInfo.InvariantCulture, $"host={parts.Host} port={parts.Port} user={parts.Username} dbname={parts.Database}");
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
