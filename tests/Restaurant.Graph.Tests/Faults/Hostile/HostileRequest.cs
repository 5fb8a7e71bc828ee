using System.Globalization;

namespace Restaurant.Graph.Tests.Faults.Hostile;

/// <summary>A request that asks for more work than its size shows.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Query">The document.</param>
/// <param name="Variables">The variables.</param>
internal sealed record HostileRequest(string Name, string Query, object? Variables = null)
{
    private const string SortedDishes = "query($o: [DishSortInput!], $a: String) { dishes(first: 1, order: $o, after: $a) { nodes { id } } }";
    private const string SortedVisits = "query($o: [VisitSortInput!]) { visits(first: 1, order: $o) { nodes { id } } }";
    private const string FilteredDishes = "query($w: DishFilterInput) { dishes(first: 1, where: $w) { totalCount nodes { id } } }";
    private const string FilteredVisits = "query($w: VisitFilterInput) { visits(first: 1, where: $w) { nodes { id } } }";
    private const string Quote = "mutation($input: QuoteOrderInput!) { quoteOrder(input: $input) { errors { ... on Error { ";

    /// <summary>The requests that once ended, stopped or filled a server, and requests of the same kinds.</summary>
    public static IReadOnlyList<HostileRequest> All { get; } =
    [
        new("100 objects of 20 sort keys", SortedDishes, new { o = Repeat(100, SortKeys(20)) }),
        new("160 objects of 7 sort keys", SortedDishes, new { o = Repeat(160, SortKeys(7)) }),
        new("20 sort keys", SortedDishes, new { o = Repeat(4, SortKeys(5)) }),
        new("sort keys in the document", $"{{ dishes(first: 1, order: [{string.Concat(Repeat(250, "{ name: ASC, category: { name: DESC } } "))}]) {{ nodes {{ id }} }} }}"),
        .. Numbers(5, 6, 7, 12).Select(levels => new HostileRequest($"a sort key {levels} references away", SortedVisits, new { o = new[] { Nest(levels, "mergedInto", new { startedAt = "ASC" }) } })),
        .. Numbers(5, 6, 12).Select(levels => new HostileRequest($"a condition {levels} references away", FilteredVisits, new { w = Nest(levels, "mergedInto", new { version = new { gt = 1 } }) })),
        .. Numbers(1, 2, 3, 4, 5).SelectMany(levels => new[] { "some", "all", "none" }.Select(quantifier => new HostileRequest($"{levels} times {quantifier}, there and back", FilteredDishes, new { w = Quantified(levels, quantifier) }))),
        new("100 by 250 conditions", FilteredDishes, new { w = new { or = Repeat(100, new { or = Repeat(250, Named("x")) }) } }),
        new("200 conditions", FilteredDishes, new { w = new { or = Repeat(2, new { or = Repeat(100, Named("x")) }) } }),
        new("20 quantifiers side by side", FilteredDishes, new { w = new { or = Repeat(20, new { sizes = new { some = Named("x") } }) } }),
        new("nine conditions in each other", FilteredDishes, new { w = Nest(9, "and", Named("x"), inList: true) }),
        new("50 conditions in each other", FilteredDishes, new { w = Nest(50, "or", Named("x"), inList: true) }),
        new("250 values to be among", FilteredDishes, new { w = new { name = new { @in = Repeat(250, "x") } } }),
        new("a filter that is used a hundred times", $"query($w: DishFilterInput) {{ {string.Concat(Numbered(59, number => $"a{number}: dishes(first: 1, where: $w) {{ nodes {{ id }} }} "))} }}", new { w = new { or = Repeat(50, Named("x")) } }),
        new("a default of 1,000 items", $"query($w: DishFilterInput = {{ name: {{ in: [{string.Concat(Repeat(1_000, "\"x\" "))}] }} }}) {{ dishes(where: $w) {{ totalCount }} }}"),
        new("a long cursor", SortedDishes, new { a = new string('A', 500_000) }),
        new("a search of many words", "query($t: String!) { searchDishes(text: $t) { nodes { id } } }", new { t = string.Concat(Repeat(50_000, "soup ")) }),
        .. Numbers(12, 18, 20, 40).Select(levels => new HostileRequest($"{levels} fragments that double", Doubling(levels, 2, inline: false))),
        .. Numbers(8, 12).Select(levels => new HostileRequest($"{levels} fragments that triple", Doubling(levels, 3, inline: false))),
        .. Numbers(12, 20).Select(levels => new HostileRequest($"{levels} fragments that double in inline fragments", Doubling(levels, 2, inline: true))),
        .. Numbers(6, 10, 14).Select(levels => new HostileRequest($"{levels} levels of two lists each", Branching(levels))),
        new("fragments on all kinds of nodes", $"{{ node(id: \"{Support.Ids.Dish(1)}\") {{ {string.Concat(Repeat(90, "... on Dish { id } ... on Order { id } ... on Visit { id } "))} }} }}"),
        new("60 lists", $"{{ {string.Concat(Numbered(60, number => $"a{number}: menus {{ id }} "))} }}"),
        new("61 lists", $"{{ {string.Concat(Numbered(61, number => $"a{number}: menus {{ id }} "))} }}"),
        .. Numbers(4, 10, 14).Select(levels => new HostileRequest($"{levels} levels of references", $"{{ visits(first: 1) {{ nodes {{ {References(levels)} }} }} }}")),
        new("40 lines of 240 modifiers", Quote + string.Concat(Numbered(95, number => $"m{number}: message ")) + "} } } }", new { input = Order(40, 240) }),
        new("100 lines of 250 modifiers", Quote + "message } } } }", new { input = Order(100, 250) }),
        new("99 lines that are all wrong", Quote + string.Concat(Numbered(95, number => $"m{number}: message ")) + "} } } }", new { input = Order(99, 1) }),
    ];

    private static int[] Numbers(params int[] numbers) => numbers;

    private static T[] Repeat<T>(int times, T item) => [.. Enumerable.Repeat(item, times)];

    private static IEnumerable<string> Numbered(int count, Func<int, string> make) => Enumerable.Range(0, count).Select(make);

    private static object Named(string name) => new { name = new { neq = name } };

    private static Dictionary<string, object> SortKeys(int count)
    {
        string[] fields = ["name", "description", "id", "version", "isAvailable", "isSoldOut", "isMarkedUnavailable", "key", "imageUrl", "preparationMinutes"];
        var keys = fields.Take(Math.Min(count, fields.Length)).ToDictionary(static field => field, static _ => (object)"ASC", StringComparer.Ordinal);
        string[] inner = ["name", "id", "key"];
        foreach (var (index, reference) in new[] { "category", "station", "taxGroup" }.Index().Where(each => fields.Length + (3 * each.Index) < count))
        {
            keys[reference] = inner.ToDictionary(static field => field, _ => index % 2 == 0 ? "ASC" : "DESC", StringComparer.Ordinal);
        }

        return keys;
    }

    private static object Nest(int levels, string field, object innermost, bool inList = false)
    {
        var nested = innermost;
        for (var level = 0; level < levels; level++)
        {
            nested = new Dictionary<string, object>(StringComparer.Ordinal) { [field] = inList ? new[] { nested } : nested };
        }

        return nested;
    }

    private static object Quantified(int levels, string quantifier)
    {
        var filter = Named("x");
        for (var level = 0; level < levels; level++)
        {
            filter = new { category = new { dishes = new Dictionary<string, object>(StringComparer.Ordinal) { [quantifier] = filter } } };
        }

        return filter;
    }

    private static string Doubling(int levels, int times, bool inline)
    {
        var spread = inline ? "... on Query {{ ...f{0} }} " : "...f{0} ";
        var fragments = Numbered(levels, level =>
        {
            var below = string.Concat(Repeat(times, string.Format(CultureInfo.InvariantCulture, spread, level + 1)));
            return $" fragment f{level} on Query {{ {(level == levels - 1 ? "menus { id }" : below)} }}";
        });
        return "{ ...f0 }" + string.Concat(fragments);
    }

    private static string Branching(int levels) => "{ dishes(first: 1) { nodes { ...f0 } } }" + string.Concat(Numbered(levels, level => level == levels - 1
        ? $" fragment f{level} on Dish {{ id }}"
        : $" fragment f{level} on Dish {{ a: category {{ dishes {{ ...f{level + 1} }} }} b: category {{ dishes {{ ...f{level + 1} }} }} }}"));

    private static string References(int levels) =>
        levels == 0 ? "id" : $"mergedInto {{ table {{ area {{ name }} }} reservation {{ table {{ area {{ name }} }} }} {References(levels - 1)} }}";

    private static object Order(int lines, int modifiers) => new
    {
        type = "TAKEAWAY",
        lines = Repeat(lines, new { dishId = Support.Ids.Dish(1), quantity = 0, modifierIds = Repeat(modifiers, Support.Ids.Of("Modifier", 1)) }),
    };
}
