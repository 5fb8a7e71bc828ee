using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Data.Copying;

/// <summary>What is not copied, and why, in one line.</summary>
public sealed class RefusedCopyTests
{
    private const string Place = "sqlite:FILE or a connection string of PostgreSQL with a Host and a Database";

    [Theory]
    [Trait("Store", "File")]
    [InlineData("Option '--from' is required.", "--to", "sqlite:to.db")]
    [InlineData("Option '--to' is required.", "--from", "sqlite:from.db")]
    [InlineData($"--from is not {Place}. Did you mean sqlite:from.db?", "--from", "from.db", "--to", "sqlite:to.db")]
    [InlineData($"--from is not {Place}.", "--from", "sqlite:", "--to", "sqlite:to.db")]
    [InlineData($"--to is not {Place}.", "--from", "sqlite:from.db", "--to", "Host=localhost;Password=secret")]
    [InlineData($"--to is not {Place}.", "--from", "sqlite:from.db", "--to", "Host=localhost;Database=x;Colour=red;Password=secret")]
    [InlineData("--batch-size is 0 where it has to be from 1 to 100000.", "--from", "sqlite:from.db", "--to", "sqlite:to.db", "--batch-size", "0")]
    [InlineData("--batch-size is 100001 where it has to be from 1 to 100000.", "--from", "sqlite:from.db", "--to", "sqlite:to.db", "--batch-size", "100001")]
    [InlineData("Cannot parse argument 'many' for option '--batch-size' as expected type 'System.Int32'.", "--from", "sqlite:from.db", "--to", "sqlite:to.db", "--batch-size", "many")]
    [InlineData("--from and --to are the same.", "--from", "sqlite:to.db", "--to", "sqlite:./to.db")]
    public async Task What_cannot_be_meant_is_said_in_one_line(string message, params string[] arguments)
    {
        var (code, output, error) = await CommandRun.OfAsync(["database", "copy", .. arguments]);
        Assert.Equal((1, message), (code, error.Trim()));
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        Assert.False(File.Exists("to.db"));
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_source_that_is_no_restaurant_is_left_as_it_is()
    {
        await using var source = new TestFile(Database.NewPath());
        await using var target = new TestFile(Database.NewPath());
        Assert.Equal($"There is no file '{source.Path}'.", await Copies.RefusalAsync(source, target));
        Assert.False(File.Exists(source.Path));

        await source.ExecuteAsync("CREATE TABLE mine (id int)");
        Assert.Equal("The source is no restaurant, or one of an older server: start this one over it, and stop it again.", await Copies.RefusalAsync(source, target));
        Assert.Equal("mine", Assert.Single(source.Rows("SELECT name FROM sqlite_master"))[0]);
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_target_that_has_anything_in_it_is_left_as_it_is()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        await using var target = new TestFile(Database.NewPath());
        await target.ExecuteAsync("CREATE TABLE mine (id int)");
        Assert.Equal("The target is not empty: it has a table 'mine'.", await Copies.RefusalAsync(source, target));
        Assert.Equal("mine", Assert.Single(target.Rows("SELECT name FROM sqlite_master"))[0]);

        await using var other = new TestFile(await Database.CopyAsync());
        await other.ExecuteAsync("""UPDATE "Areas" SET "Name" = "Name" || ' of another'""");
        Assert.StartsWith("The target is not empty: it has rows in '", await Copies.RefusalAsync(source, other), StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_database_that_has_anything_in_it_is_left_as_it_is()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        await using var target = await TestDatabase.NewAsync(PostgreSqlServer.Named!);
        var (code, output, error) = await Copies.CommandAsync(source, target);
        Assert.Equal(1, code);
        Assert.Matches("^The target is not empty: it has rows in '[A-Za-z]+'.\n$", error);
        Assert.DoesNotContain("Copying", output, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_half_of_another_restaurant_is_left_as_it_is()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        await using var other = await source.CopyAsync();
        await other.ExecuteAsync("""UPDATE "Areas" SET "Name" = "Name" || ' of another'""");
        await using var target = await Copies.EmptyAsync();
        await Copies.BreakOffAsync(source, target, steps: 3);
        Assert.StartsWith("The source is not what was copied before: 'Areas'", await Copies.RefusalAsync(other, target), StringComparison.Ordinal);
        await Copies.RunAsync(source, target, static _ => { });
    }

    [PostgreSqlFact]
    public async Task A_database_that_is_not_there_is_said_in_one_line()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        var (code, _, error) = await CommandRun.OfAsync(["database", "copy", "--from", Copies.PlaceOf(source), "--to", PostgreSqlServer.Named!.Of("not_there")]);
        Assert.Equal((1, "The database cannot be used: 3D000: database \"not_there\" does not exist\n"), (code, error));
    }

    [Fact]
    [Trait("Store", "File")]
    public async Task A_file_that_is_no_database_is_named()
    {
        await using var source = new TestFile(await Database.CopyAsync());
        await using var target = new TestFile(Database.NewPath());
        await File.WriteAllTextAsync(target.Path, "This is a letter, and no database at all.");
        var (code, _, error) = await Copies.CommandAsync(source, target);
        Assert.Equal((1, $"The database cannot be used: {source.Path} or {target.Path}: SQLite Error 26: 'file is not a database'.\n"), (code, error));
    }
}
