using Restaurant.Graph.Tests.Platform.Reading.Oracle.Checking;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Generation;
using Restaurant.Graph.Tests.Platform.Reading.Oracle.Syntax;
using Restaurant.Graph.Tests.Support;
using Xunit.Abstractions;

namespace Restaurant.Graph.Tests.Platform.Reading.Oracle;

/// <summary>
/// Whatever a client asks for, plans answer what resolvers do. <c>ORACLE_DOCUMENTS</c> is the number of documents, and
/// <c>ORACLE_SEED</c> another seed than those of every day.
/// </summary>
[Collection(nameof(TwoRestaurants))]
public sealed class OracleTests(TwoRestaurants restaurants, ITestOutputHelper output)
{
    private const double MaxInvalid = 0.05;
    private const double MaxWithErrors = 0.10;

    /// <summary>Errors and introspection are the executor's on both sides.</summary>
    private const double MinRead = 0.75;

    private static readonly int[] AllSeeds = Setting.Number("ORACLE_SEED") is { } seed ? [seed] : [1, 2, 3, 4];

    public static TheoryData<int> Seeds => [.. AllSeeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Plans_answer_what_resolvers_do(int seed)
    {
        var count = (Setting.Number("ORACLE_DOCUMENTS") ?? 240) / AllSeeds.Length;
        var comparison = restaurants.Compare();
        var readBefore = restaurants.ReadByPlans;
        var generator = new DocumentGenerator(restaurants.Surroundings);
        List<string> invalid = [];
        for (var (number, sent) = (0, 0); sent < count; number++)
        {
            var document = generator.Of(seed, number);
            if (await restaurants.Validity.FaultOfAsync(document) is { } fault)
            {
                invalid.Add($"{number}: {fault}");
                Assert.True(invalid.Count <= count * MaxInvalid, $"Of {number} documents these are not valid:\n{string.Join('\n', invalid)}");
                continue;
            }

            sent++;
            var label = $"seed {seed}, document {number}";
            if (await comparison.OfAsync(document, label) is { } difference)
            {
                Assert.Fail($"{label}\n{await new Shrinker(comparison, restaurants.Validity.FaultOfAsync).ShrinkAsync(difference, label)}");
            }
        }

        var (requests, withErrors) = comparison.Answered;
        var read = restaurants.ReadByPlans - readBefore;
        output.WriteLine($"seed {seed}: {requests} requests, {read} read by plans, {withErrors} with errors; {invalid.Count} documents were not valid");
        Assert.True(read >= requests * MinRead, $"Of {requests} requests only {read} were read by plans.");
        Assert.True(withErrors <= requests * MaxWithErrors, $"Of {requests} answers {withErrors} have errors:\n{string.Join('\n', comparison.Errors)}");
    }
}
