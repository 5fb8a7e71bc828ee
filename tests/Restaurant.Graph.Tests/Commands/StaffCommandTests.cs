using System.Globalization;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Commands;

/// <summary><c>staff</c>, as an operator runs it.</summary>
[Trait("Store", "File")]
public sealed class StaffCommandTests : IAsyncLifetime
{
    private TestFile _store = new("");

    public async Task InitializeAsync() => _store = new TestFile(await Database.CopyAsync());

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData("--name is empty where a name is needed.", "", "1234")]
    [InlineData("--name is empty where a name is needed.", "  ", "1234")]
    [InlineData("A secret has from 4 to 200 characters.", "Ada", "123")]
    public async Task A_name_of_nothing_and_a_short_secret_are_refused(string message, string name, string secret) =>
        Assert.Equal((1, "", message), await RunAsync("add", "--name", name, "--role", "cook", "--secret", secret));

    [Fact]
    public async Task What_could_not_be_signed_in_with_is_refused()
    {
        Assert.Equal((1, "", "--name has 101 characters where a name has up to 100."), await RunAsync("add", "--name", new string('x', 101), "--role", "cook", "--secret", "1234"));
        Assert.Equal((1, "", "A secret has from 4 to 200 characters."), await RunAsync("add", "--name", "Ada", "--role", "cook", "--secret", new string('x', 201)));
        Assert.Equal((0, "", ""), await RunAsync("list"));
    }

    [Fact]
    public async Task Whoever_was_removed_comes_back_under_their_name_with_another_right()
    {
        var told = $"Database: {_store.Path}";
        Assert.Equal((0, "Ada can sign in as a cook.", told), await RunAsync("add", "--name", "Ada", "--role", "cook", "--secret", "1234"));
        Assert.Equal((0, "Ada can sign in no more.", told), await RunAsync("remove", "--name", "Ada"));
        var before = Row();
        Assert.Equal((0, "Ada can sign in as a manager.", told), await RunAsync("add", "--name", "Ada", "--role", "manager", "--secret", "@5678"));
        var after = Row();
        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.Secret, after.Secret);
        Assert.True(after.Stamp > before.Stamp);
        Assert.Equal((0, "Ada  manager", ""), await RunAsync("list"));
    }

    [Fact]
    public async Task A_role_is_changed_by_a_command_of_its_own()
    {
        await RunAsync("add", "--name", "Ada", "--role", "cook", "--secret", "1234");
        Assert.Equal((1, "", "Ada is a cook already. The command 'staff role' makes them a waiter."), await RunAsync("add", "--name", "Ada", "--role", "waiter", "--secret", "1234"));
        var before = Row();
        Assert.Equal((0, "Ada is a cook already.", ""), await RunAsync("role", "--name", "Ada", "--role", "cook"));
        Assert.Equal(before, Row());
        Assert.Equal((0, "Ada is a waiter now, and has to sign in again.", $"Database: {_store.Path}"), await RunAsync("role", "--name", "Ada", "--role", "waiter"));
        Assert.Equal((before.Id, before.Secret, before.Stamp + 1), Row());
        Assert.Equal((0, "Ada  waiter", ""), await RunAsync("list"));
        Assert.Equal((1, "", "Nobody here is called Bob."), await RunAsync("role", "--name", "Bob", "--role", "waiter"));
    }

    [Fact]
    public async Task A_secret_is_read_from_the_standard_input_where_there_is_no_terminal()
    {
        Assert.Equal((1, "", "Give the secret by --secret or on the standard input."), await TypedAsync("", ["add", "--name", "Ada", "--role", "cook"]));
        Assert.Equal((1, "", "A secret has from 4 to 200 characters."), await TypedAsync("\n", ["add", "--name", "Ada", "--role", "cook"]));
        Assert.Equal((0, "Ada can sign in as a cook.", $"Database: {_store.Path}"), await TypedAsync("1234\n", ["add", "--name", "Ada", "--role", "cook"]));
    }

    private (object Id, object Secret, long Stamp) Row()
    {
        var row = Assert.Single(_store.Rows("""SELECT "Id", "SecretHash", "Stamp" FROM "Staff" """));
        return (row[0], row[1], Convert.ToInt64(row[2], CultureInfo.InvariantCulture));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => TypedAsync("", arguments);

    private async Task<(int Code, string Output, string Error)> TypedAsync(string input, string[] arguments)
    {
        var (code, output, error) = await CommandRun.OfAsync(["staff", .. arguments, .. _store.Settings], input: input);
        return (code, output.Trim(), error.Trim());
    }
}
