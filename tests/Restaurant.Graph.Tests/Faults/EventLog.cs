using System.Globalization;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>The log as the model of all streams, read by somebody whom the server knows nothing of.</summary>
internal sealed class EventLog(LogBook book)
{
    private const int Recently = 6;

    /// <summary>The latest change of an order, or of any; null if there is none.</summary>
    public long? Latest(long? order) => book.Rows(string.Create(
        CultureInfo.InvariantCulture, $"""SELECT max("Number") FROM "Events" WHERE "Kind" = 'ORDER' AND {Of(order)}"""))[0][0] as long?;

    /// <summary>One of the orders that were placed last, or, as often, all.</summary>
    public long? AnyOrder(Random random) =>
        random.Next(2) == 0 && book.Rows("""SELECT max("Id") FROM "Orders" """)[0][0] is long last ? Math.Max(1, last - random.Next(Recently)) : null;

    /// <summary>A place to go on from: none, the beginning, any event, or the last that was seen at some visit.</summary>
    public long? AnyPlace(Random random, IReadOnlyList<Visit> visits) => random.Next(5) switch
    {
        0 => 0,
        1 => random.NextInt64(1 + (Latest(order: null) ?? 0)),
        2 when visits.Count > 0 => visits[random.Next(visits.Count)].Numbers.Cast<long?>().LastOrDefault(),
        _ => null,
    };

    /// <summary>Fails unless a visit saw the log from where it had to begin, each event once and in order.</summary>
    public void AssertSaw(Visit visit, ILookup<long?, long> changes)
    {
        var expected = changes[visit.Order].Where(number => number > visit.After).ToList();
        if (visit.After is null && visit.Numbers is [var first, ..])
        {
            Assert.True(first >= (visit.Before ?? 0), $"{visit} began with {first}.");
            expected = [.. changes[visit.Order].Where(number => number >= first)];
        }

        Assert.Equal(expected.Take(visit.Numbers.Count), visit.Numbers);
    }

    /// <summary>All changes by their orders, and all of them for none.</summary>
    public ILookup<long?, long> Changes() => book.Rows("""SELECT "OrderId", "Number" FROM "Events" WHERE "Kind" = 'ORDER' ORDER BY "Number" """)
        .SelectMany(row => new[] { (Order: (long?)row[0], Number: (long)row[1]), (Order: null, Number: (long)row[1]) })
        .ToLookup(change => change.Order, change => change.Number);

    private static string Of(long? order) => order is null ? "true" : string.Create(CultureInfo.InvariantCulture, $"\"OrderId\" = {order}");
}
