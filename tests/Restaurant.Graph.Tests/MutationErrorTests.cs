using System.Text.RegularExpressions;
using Restaurant.Graph.Platform.Mutations;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests;

public sealed partial class MutationErrorTests
{
    [Fact]
    public void Every_kind_of_error_is_held_by_a_snapshot()
    {
        var held = Directory.EnumerateFiles(Repository.PathOf("tests", "Restaurant.Graph.Tests"), "*.snap", SearchOption.AllDirectories)
            .Where(file => file.Contains("ErrorTests.", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var kinds = typeof(MutationError).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MutationError)));
        Assert.Empty(kinds.Select(MutationError.CodeOf).Except(held, StringComparer.Ordinal));
    }

    [GeneratedRegex("\"code\": \"(?<code>[A-Z_]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
