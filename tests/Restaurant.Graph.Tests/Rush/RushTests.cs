using System.Globalization;
using System.Text.RegularExpressions;
using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Properties;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Rush;

/// <summary><c>rush</c> plays an evening that its seed decides, and the books are right after it.</summary>
[Trait("Store", "File")]
public sealed partial class RushTests : IDisposable
{
    private const string LogOfEvents = "  Events ";

    private readonly string _database = Database.NewPath();

    public void Dispose() => Database.Delete(_database);

    [Fact]
    public async Task The_same_seed_is_the_same_evening_and_another_is_another()
    {
        var evening = await RunAsync("--seed", "5", "--guests", "4", "--database", _database);
        Assert.Equal((0, ""), (evening.Code, evening.Error));
        Assert.Contains("the last guest has left", evening.Output, StringComparison.Ordinal);
        Assert.Equal(evening, await RunAsync("--seed", "5", "--guests", "4"));
        Assert.NotEqual(LogOf(evening.Output), LogOf((await RunAsync("--seed", "6", "--guests", "1")).Output));
        Assert.All(Rules.All, rule => Assert.Empty(new LogBook(new TestFile(_database)).Rows(rule.Value)));
    }

    /// <summary>
    /// Half of the orders should be ready by `promisedAt` and nine of ten by `promisedBy`. Of about 32 orders chance takes that 9 and 5 percent aside (one
    /// standard error), and it is the kitchen that has to be looked at if it is more than twice that.
    /// </summary>
    [Fact]
    public async Task Half_of_the_orders_are_ready_when_it_is_likely_and_nine_of_ten_at_the_latest()
    {
        var (code, output, _) = await RunAsync("--seed", "42", "--guests", "100");
        Assert.Equal(0, code);
        var told = Promises().Match(output);
        Assert.InRange(Number(told.Groups["orders"]), 25, 50);
        Assert.InRange(Number(told.Groups["likely"]), 32, 68);
        Assert.InRange(Number(told.Groups["latest"]), 79, 100);
    }

    [Theory]
    [InlineData("--guests is 0 where it has to be from 1 to 2000.", "--guests", "0")]
    [InlineData("--guests is 2001 where it has to be from 1 to 2000.", "--guests", "2001")]
    [InlineData("--speed is -1 where it has to be from 0 to 100000.", "--speed", "-1")]
    [InlineData("Cannot parse argument 'many' for option '--guests' as expected type 'System.Int32'.", "--guests", "many")]
    public async Task What_cannot_be_played_is_refused(string message, params string[] arguments)
    {
        var (code, _, error) = await CommandRun.OfAsync(["rush", .. arguments]);
        Assert.Equal((1, message), (code, error.Trim()));
    }

    [Fact]
    public async Task A_file_that_is_there_is_left_as_it_is()
    {
        await File.WriteAllTextAsync(_database, "Mine");
        var (code, _, error) = await CommandRun.OfAsync(["rush", "--database", _database]);
        Assert.Equal((1, $"There is a file '{_database}' already. Name a new one.\n"), (code, error));
        Assert.Equal("Mine", await File.ReadAllTextAsync(_database));
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => CommandRun.OfAsync(["rush", "--speed", "0", .. arguments]);

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("Promises +(?<likely>\\d+) % of (?<orders>\\d+) orders were ready by promisedAt, (?<latest>\\d+) % by promisedBy", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Promises();

    private static string LogOf(string output) => output[output.IndexOf(LogOfEvents, StringComparison.Ordinal)..];
}
