using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>What stands in a store, read behind the server's back.</summary>
internal sealed class LogBook(TestStore store)
{
    /// <summary>How many orders there are.</summary>
    public int Orders => (int)(long)Rows("""SELECT count(*) FROM "Orders" """)[0][0];

    /// <summary>Whether no cook has anything to do.</summary>
    public bool IsKitchenIdle => Rows("""SELECT 1 FROM "Tickets" WHERE "Status" IN ('QUEUED', 'IN_PREPARATION') LIMIT 1""").Count == 0;

    /// <summary>The changes of orders, from the first.</summary>
    public List<Change> Changes =>
    [
        .. Rows("""SELECT "Number", "OrderId", "OrderStatus", "OrderVersion" FROM "Events" WHERE "Kind" = 'ORDER' ORDER BY "Number" """)
            .Select(row => new Change(EventCursor.Of((long)row[0]), Ids.Of("Order", (long)row[1]), (string)row[2], (int)(long)row[3])),
    ];

    /// <summary>The keys and what was done for them.</summary>
    public Dictionary<Guid, long> Keys => Rows("""SELECT "Key", "SubjectId" FROM "Idempotency" """).ToDictionary(row => Guid.Parse($"{row[0]}"), row => (long)row[1]);

    /// <summary>Fails where the store contradicts itself.</summary>
    public void AssertWhole()
    {
        if (store is TestFile)
        {
            Assert.Equal("ok", Rows("PRAGMA integrity_check")[0][0]);
            Assert.Empty(Rows("PRAGMA foreign_key_check"));
        }

        foreach (var (what, sql) in Contradictions.All)
        {
            var found = Rows(sql);
            Assert.True(found.Count == 0, $"There is {what}: {found.Count} times, such as {found.FirstOrDefault()?[0]}.");
        }
    }

    /// <summary>What a query finds.</summary>
    public List<object[]> Rows(string sql) => store.Rows(sql);
}
