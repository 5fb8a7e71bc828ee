using System.Diagnostics;
using System.Runtime.InteropServices;
using Restaurant.Graph.Data.Copying;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Copying;

/// <summary>A copy that was broken off goes on, and only with what it was begun with.</summary>
public sealed class BrokenOffCopyTests(LivedIn restaurant) : IClassFixture<LivedIn>
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    private const string Done = """SELECT coalesce(sum("Rows"), 0)::bigint FROM "CopyProgress" """;

    [PostgreSqlFact]
    public async Task A_copy_goes_on_wherever_it_was_broken_off()
    {
        await using var whole = await Copies.EmptyAsync();
        var expected = await Copies.RunAsync(restaurant.File, whole, static _ => { });
        await using var target = await Copies.EmptyAsync();
        foreach (var steps in new[] { 1, 2, 9, 20, 30 })
        {
            await Copies.BreakOffAsync(restaurant.File, target, steps, batchSize: 20 + steps);
            Assert.NotEmpty(target.Rows("""SELECT 1 FROM pg_tables WHERE tablename = 'CopyProgress'"""));
        }

        Assert.Equal(expected, await Copies.RunAsync(restaurant.File, target, static _ => { }));
    }

    [PostgreSqlFact]
    public async Task A_copy_goes_on_after_its_process_was_killed()
    {
        await using var target = await Copies.EmptyAsync();
        Assert.Equal((128 + Kill, ""), await EndedByAsync(Kill, target));
        var (code, _, error) = await CommandRun.OfAsync([.. target.Settings, Tokens.Setting, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        Assert.Equal((1, "The database is a copy that is not whole yet: give the command that copies again, and it goes on.\n"), (code, error));

        await using var whole = await Copies.EmptyAsync();
        var expected = await Copies.SucceedAsync(restaurant.File, whole);
        var resumed = await Copies.SucceedAsync(restaurant.File, target);
        Assert.Equal(Copies.TableOf(expected), Copies.TableOf(resumed));
        await using var app = await restaurant.OpenAsync(target);
        await LivedIn.OrderAsync(app);
    }

    [PostgreSqlFact]
    public async Task Whoever_interrupts_a_copy_is_told_how_it_goes_on()
    {
        await using var target = await Copies.EmptyAsync();
        Assert.Equal((130, "Interrupted. The same command goes on from here.\n"), await EndedByAsync(Interrupt, target));
        await Copies.RunAsync(restaurant.File, target, static _ => { });
    }

    [PostgreSqlFact]
    public async Task A_source_that_was_changed_meanwhile_is_found_out()
    {
        await using var source = await restaurant.File.CopyAsync();
        await using var target = await Copies.EmptyAsync();
        await Copies.BreakOffAsync(source, target, steps: 12);
        await source.ExecuteAsync("""UPDATE "Areas" SET "Name" = 'Roof' WHERE "Id" = 1""");
        var (code, _, error) = await Copies.CommandAsync(source, target);
        Assert.Equal((1, "The source is not what was copied before: 'Areas' has changed, or it is another. Begin with an empty database.\n"), (code, error));

        await source.ExecuteAsync("""UPDATE "Tables" SET "AreaId" = NULL; DELETE FROM "Areas" """);
        Assert.StartsWith("The source is not what was copied before: 'Areas' has changed", await Copies.RefusalAsync(source, target), StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task What_was_changed_and_is_not_copied_yet_is_copied_as_it_is_now()
    {
        await using var source = await restaurant.File.CopyAsync();
        await using var target = await Copies.EmptyAsync();
        await Copies.BreakOffAsync(source, target, steps: 3);
        await source.ExecuteAsync("""UPDATE "Stations" SET "Name" = 'Barbecue' WHERE "Id" = 1""");
        await Copies.RunAsync(source, target, static _ => { });
        Assert.Equal("Barbecue", Assert.Single(target.Rows("""SELECT "Name" FROM "Stations" WHERE "Id" = 1"""))[0]);
    }

    [PostgreSqlFact]
    public async Task A_target_that_somebody_else_has_written_to_is_refused()
    {
        await using var target = await Copies.EmptyAsync();
        await Copies.BreakOffAsync(restaurant.File, target, steps: 3);
        await target.ExecuteAsync("""INSERT INTO "Areas" ("Id", "Name", "Position") VALUES (1000, 'Mine', 9)""");
        Assert.Equal("The target is not as the copy left it: somebody has written to 'Areas'. Begin with an empty database.", await Copies.RefusalAsync(restaurant.File, target));
    }

    [PostgreSqlFact]
    public async Task What_differs_in_the_end_is_told_by_table_and_key()
    {
        await using var target = await Copies.EmptyAsync();
        var isDone = false;
        var refusal = await Copies.RefusalAsync(restaurant.File, target, step =>
        {
            if (!isDone && step.Phase == CopyPhase.Checking)
            {
                isDone = true;
                target.ExecuteAsync("""UPDATE "Stations" SET "Name" = 'Mine' WHERE "Id" = 2; DELETE FROM "Visits" WHERE "Id" = 1; UPDATE "TaxGroups" SET "Id" = 0 WHERE "Id" = 1""").GetAwaiter().GetResult();
            }
        });
        Assert.Equal("The target is not what the source is: 'Stations', Id 2: Name; 'TaxGroups', Id 0: not in the source; 'Visits', Id 1: missing.", refusal);
        Assert.True(IsBegun(target));
    }

    // Row by row, so that there is time enough to end it in the middle.
    private async Task<(int Code, string Error)> EndedByAsync(int signal, TestDatabase target)
    {
        string[] command = [typeof(RestaurantServices).Assembly.Location, "database", "copy", "--from", Copies.PlaceOf(restaurant.File), "--to", Copies.PlaceOf(target), "--batch-size", "1"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", command) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Wait.UntilAsync(() => process.HasExited || (IsBegun(target) && (long)target.Rows(Done)[0][0] > 500));
        Assert.Equal(0, Signal(process.Id, signal));
        await process.WaitForExitAsync();
        Assert.DoesNotContain("Whole", await output, StringComparison.Ordinal);
        return (process.ExitCode, await error);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    private static bool IsBegun(TestStore store) => store.Rows("SELECT 1 FROM pg_tables WHERE tablename = 'CopyProgress'").Count > 0;
}
