using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Platform.Telemetry;

/// <summary>The dashboard and the alert rules ask for metrics that the server has, by the names that they have in Prometheus.</summary>
public sealed partial class MonitoringFileTests(RestaurantApp app) : IClassFixture<RestaurantApp>
{
    private static readonly string[] Keywords = ["and", "or", "unless", "by", "without", "on", "ignoring", "offset", "bool"];

    // Labels that Prometheus adds itself.
    private static readonly string[] OwnLabels = ["le", "instance", "job"];

    [Theory]
    [InlineData("grafana-dashboard.json")]
    [InlineData("prometheus-alerts.yaml")]
    public async Task A_file_asks_for_metrics_and_labels_that_there_are(string file)
    {
        using var metrics = new Metrics(app);
        await UseAllAsync();
        metrics.Observe("graphql.leader");
        var known = metrics.Instruments.SelectMany(instrument => NamesOf(instrument).Select(name => (name, instrument.Name))).DistinctBy(pair => pair.name).ToDictionary(StringComparer.Ordinal);
        var expressions = await ExpressionsAsync(file);
        Assert.InRange(expressions.Count, 10, 100);
        foreach (var expression in expressions)
        {
            var names = MetricsIn(expression).ToList();
            Assert.NotEmpty(names);
            Assert.Equal([], names.Where(name => !known.ContainsKey(name)));
            var labels = names.SelectMany(name => metrics.TagsOf(known[name])).Select(Underscored).Concat(OwnLabels);
            Assert.Equal([], LabelsIn(expression).Except(labels, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Histograms_of_seconds_have_bounds_of_seconds()
    {
        using var metrics = new Metrics(app);
        var durations = metrics.Instruments.OfType<Histogram<double>>().Where(instrument => instrument.Unit == "s").ToList();
        Assert.Contains(durations, instrument => instrument.Name == "graphql.operation.duration");
        Assert.All(durations.Where(instrument => instrument.Name.StartsWith("graphql.", StringComparison.Ordinal)), instrument =>
        {
            var bounds = instrument.Advice!.HistogramBucketBoundaries!;
            Assert.Contains(1, bounds);
            Assert.InRange(bounds[0], 0.0001, 0.005);
            Assert.InRange(bounds[^1], 10, 60);
        });
    }

    [Fact]
    public async Task Costs_have_bounds_up_to_the_maximum()
    {
        await using var strict = await RestaurantApp.OpenAsync("--Limits:MaxCost=20000");
        using var metrics = new Metrics(strict);
        var cost = metrics.Instruments.OfType<Histogram<double>>().Single(instrument => instrument.Name == "graphql.operation.cost");
        Assert.Equal([1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000], cost.Advice!.HistogramBucketBoundaries!);
    }

    // Makes each metric have the tags that it can have.
    private async Task UseAllAsync()
    {
        await app.Client.QueryAsync("{ dishes(first: 3) { nodes { name } } }");
        await app.Client.SendAsync("{ nothing }");
    }

    private static async Task<IReadOnlyList<string>> ExpressionsAsync(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("deploy", file));
        return file.EndsWith(".json", StringComparison.Ordinal)
            ? [.. JsonNode.Parse(text)!["panels"]!.AsArray().SelectMany(panel => panel!["targets"]!.AsArray()).Select(target => target!.Text("expr"))]
            : [.. Rule().Matches(text).Select(match => match.Groups["expression"].Value)];
    }

    // By the compatibility specification of OpenTelemetry for Prometheus: units as suffixes, but for those in braces.
    private static IEnumerable<string> NamesOf(Instrument instrument)
    {
        var name = Underscored(instrument.Name);
        name += instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return instrument switch
        {
            _ when instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal) => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            _ when instrument.GetType().Name is "Counter`1" or "ObservableCounter`1" => [$"{name}_total"],
            _ => [name],
        };
    }

    private static string Underscored(string name) => name.Replace('.', '_');

    private static IEnumerable<string> MetricsIn(string expression) => Word()
        .Matches(Ranges().Replace(Grouping().Replace(Matchers().Replace(expression, " "), " "), " "))
        .Select(match => match.Value)
        .Except(Keywords, StringComparer.Ordinal);

    private static IEnumerable<string> LabelsIn(string expression) => Matchers().Matches(expression)
        .SelectMany(match => Label().Matches(match.Value))
        .Concat(Grouping().Matches(expression).SelectMany(match => Label().Matches(match.Groups["labels"].Value)))
        .Select(match => match.Value)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("^ +expr: (?<expression>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex("""\{[^}]*\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Matchers();

    [GeneratedRegex("""\bby \((?<labels>[^)]*)\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouping();

    [GeneratedRegex("""\[[^\]]*\]|\boffset \w+|(?<![\w])\d[\w.]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ranges();

    [GeneratedRegex("""[a-z_][a-z0-9_]*(?=\s*(=|!)|\s*(,|$))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex("""\b[a-zA-Z_]\w*\b(?!\s*\()""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
