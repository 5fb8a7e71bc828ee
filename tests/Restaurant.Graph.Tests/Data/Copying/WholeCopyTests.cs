using Restaurant.Graph.Data.Copying;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Copying;

/// <summary>A copy that is whole is told of as such, however often it is asked for.</summary>
public sealed class WholeCopyTests
{
    [Fact]
    [Trait("Store", "File")]
    public async Task A_copy_that_is_whole_already_is_not_made_again()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        await using var target = new TestFile(Database.NewPath());
        var first = await Copies.SucceedAsync(source, target);
        Assert.DoesNotContain("Resuming", first, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('0', 64), first, StringComparison.Ordinal);
        Assert.Contains("\nWhole, and the same at both ends: ", first, StringComparison.Ordinal);
        var second = await Copies.SucceedAsync(source, target);
        Assert.DoesNotContain("Copying", second, StringComparison.Ordinal);
        Assert.Equal(Copies.TableOf(first).Replace("Whole, and", "The copy was whole already, and is", StringComparison.Ordinal), Copies.TableOf(second));
    }

    [PostgreSqlFact]
    public async Task A_text_that_had_to_be_changed_is_the_same_at_both_ends()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        await source.ExecuteAsync("""UPDATE "Areas" SET "Name" = 'a' || char(0) || 'b' WHERE "Id" = 1""");
        await using var target = await Copies.EmptyAsync();
        await Copies.RunAsync(source, target, static _ => { });
        Assert.Equal(1, (await Copies.RunAsync(source, target, static step => Assert.Equal(CopyPhase.Checking, step.Phase))).Sum(static table => table.Replaced));
    }
}
