using System.Text.RegularExpressions;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Checking;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle;

/// <summary>What is wrong is found, and told in few words.</summary>
[Collection(nameof(TwoRestaurants))]
public sealed partial class ShrinkerTests(TwoRestaurants restaurants)
{
    private const int Documents = 200;

    [Fact]
    public async Task Who_is_wrong_about_a_field_is_found_out()
    {
        var found = await FindAsync(_ => "right", request => Minutes().IsMatch(request.Query) ? "wrong" : "right");
        Assert.Equal((1, "right", "wrong"), (found.Case.Runs, found.Expected, found.Actual));
        Assert.DoesNotContain('$', found.Case.Document.Text);
        Assert.Single(found.Case.Operation.Selections);
        Assert.InRange(found.Case.Document.Text.Split('\n').Length, 5, 25);
        Assert.Equal("preparationMinutes", Assert.Single(found.Case.Operation.Descendants.OfType<Field>(), field => field.Selections.Count == 0).Name);
    }

    [Fact]
    public async Task Who_answers_with_the_variables_of_another_time_is_found_out()
    {
        Dictionary<string, string> first = new(StringComparer.Ordinal);
        var found = await FindAsync(
            request => request.Variables,
            request => first.TryAdd(request.Query, request.Variables) ? request.Variables : first[request.Query]);
        Assert.Equal(2, found.Sent.Count);
        Assert.NotEqual(found.Sent[0].Variables, found.Sent[1].Variables);
        Assert.Equal(2, found.Case.Document.Text.Count(character => character == '$'));
        Assert.InRange(found.Case.Document.Text.Length, 1, 200);
    }

    [Fact]
    public async Task Who_is_right_is_left_alone()
    {
        var comparison = new Comparison(request => Task.FromResult(request.Query), request => Task.FromResult(request.Query));
        Assert.Null(await comparison.OfAsync(new DocumentGenerator(restaurants.Surroundings).Of(1, 1), "right"));
        Assert.Equal((2, 0), comparison.Answered);
    }

    private async Task<Difference> FindAsync(Func<Request, string> expected, Func<Request, string> actual)
    {
        var comparison = new Comparison(request => Task.FromResult(expected(request)), request => Task.FromResult(actual(request)));
        var generator = new DocumentGenerator(restaurants.Surroundings);
        for (var number = 0; number < Documents; number++)
        {
            if (await comparison.OfAsync(generator.Of(6, number), "found") is { } difference)
            {
                var shrunk = await new Shrinker(comparison, restaurants.Validity.FaultOfAsync).ShrinkAsync(difference, "shrunk");
                Assert.Null(await restaurants.Validity.FaultOfAsync(shrunk.Case));
                return shrunk;
            }
        }

        throw new InvalidOperationException("The difference was not found.");
    }

    [GeneratedRegex(@"\bpreparationMinutes\b(?! ?:)", RegexOptions.None, 1000)]
    private static partial Regex Minutes();
}
