using Restaurant.Graph.Tests.Faults;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>Whatever is done in whatever order, the rules of the house hold.</summary>
public sealed class SequenceTests
{
    private static readonly int Steps = Setting.Number("SEQUENCE_STEPS") ?? 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_rules_of_the_house_hold_after_any_sequence_of_deeds(int seed)
    {
        var app = await RestaurantApp.OpenAsync(RestaurantApp.AlwaysOpen, "--Orders:ServiceBasisPoints=1000", "--Orders:RoundTo=5", "--Orders:AnswerWithin=01:00:00");
        var (chance, book) = (new Chance(app, seed), new LogBook(app.Store));
        for (var step = 0; step < Steps; step++)
        {
            await chance.StepAsync();
            if (step % 25 == 24 || step == Steps - 1)
            {
                AssertRules(book, seed, step);
            }
        }

        // A run in which nothing could be done would show nothing.
        string[] done = [.. chance.Outcomes.Keys.Where(outcome => outcome.EndsWith(" done", StringComparison.Ordinal))];
        Assert.True(done.Length >= 12, string.Join(", ", done));
        await app.DisposeAsync();
    }

    private static void AssertRules(LogBook book, int seed, int step)
    {
        foreach (var (rule, sql) in Rules.All)
        {
            var broken = book.Rows(sql);
            Assert.True(broken.Count == 0, $"Seed {seed}, step {step}: not so: {rule}. {broken.Count} times, such as {broken.FirstOrDefault()?[0]}.");
        }
    }
}
