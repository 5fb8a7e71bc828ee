using Restaurant.Graph.Platform.Relay;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>Holds what clients were told against what is in the file.</summary>
internal sealed class Audit(Journal journal, LogBook book)
{
    private static readonly Dictionary<string, string[]> Results = new(StringComparer.Ordinal)
    {
        ["acceptOrder"] = ["ACCEPTED"],
        ["rejectOrder"] = ["REJECTED"],
        ["cancelOrder"] = ["CANCELED"],
        ["fulfillOrder"] = ["FULFILLED"],
        ["startTicket"] = ["IN_PREPARATION"],
        ["bumpTicket"] = ["READY", "COMPLETED"],
        ["recallTicket"] = ["IN_PREPARATION", "READY"],
    };

    /// <summary>Every order that was acknowledged is there once and whole, and there is no other.</summary>
    public void AssertOrders()
    {
        var stored = book.Rows("""SELECT "Id", "Note", "Total", "Status" FROM "Orders" """)
            .ToDictionary(row => Ids.Of("Order", (long)row[0]), row => (Key: (string)row[1], Total: (long)row[2], Status: (string)row[3]));
        var lines = book.Rows("""SELECT "OrderId", "DishId", "Quantity", "LineTotal" FROM "OrderLines" ORDER BY "Id" """)
            .ToLookup(row => Ids.Of("Order", (long)row[0]), row => (Ids.Dish((long)row[1]), (int)(long)row[2], (long)row[3]));
        Assert.Equal(journal.Placed.Select(placed => placed.Id).Order(StringComparer.Ordinal), stored.Keys.Order(StringComparer.Ordinal));
        Assert.All(journal.Placed, placed =>
        {
            // One that was called off comes to what was served of it.
            var (key, total, status) = stored[placed.Id];
            Assert.Equal((placed.Key.ToString(), placed.Total), (key, status is "CANCELED" or "REJECTED" && total <= placed.Total ? placed.Total : total));
            Assert.Equal(placed.Lines, lines[placed.Id]);
        });
    }

    /// <summary>Every action that was acknowledged was done, what was refused was not, and no version that was told has gone back.</summary>
    public void AssertActions(IReadOnlyCollection<Guid> before)
    {
        var changes = book.Rows("""
            SELECT coalesce("OrderId", "TicketId"), "Kind", coalesce("OrderStatus", "TicketStatus"), row_number() OVER (PARTITION BY "Kind", coalesce("OrderId", "TicketId") ORDER BY "Number")
            FROM "Events" WHERE "Kind" IN ('ORDER', 'TICKET')
            """).ToDictionary(row => (Ids.Of((string)row[1] == "ORDER" ? "Order" : "Ticket", (long)row[0]), (int)(long)row[3]), row => (string)row[2]);
        var keys = book.Keys;
        Assert.All(journal.Done, done =>
        {
            Assert.Contains(changes[(done.Subject, done.Version)], Results[done.Mutation]);
            Assert.Equal(done.Subject, Ids.Of(TypeOf(done.Subject), keys[done.Key]));
        });
        Assert.All(journal.Versions, seen => Assert.True(changes.ContainsKey((seen.Key, seen.Value)), $"{seen.Key} has lost version {seen.Value}."));
        Assert.All(journal.Refused, key => Assert.False(keys.ContainsKey(key), $"{key} was refused, and done."));
        Assert.Equal(journal.Placed.Select(placed => placed.Key).Concat(journal.Done.Select(done => done.Key)).Order(), keys.Keys.Except(before).Order());
    }

    /// <summary>What was followed is the log between the first and the last that was seen, each once and in order.</summary>
    public void AssertStreams(IEnumerable<Follow> follows)
    {
        var changes = book.Changes;
        Assert.All(follows.Where(follow => follow.Seen.Count > 0), follow => Assert.Equal(
            changes.Where(change => follow.Order is null || string.Equals(change.Order, follow.Order, StringComparison.Ordinal))
                .SkipWhile(change => follow.Order is null && !string.Equals(change.Cursor, follow.Seen[0].Cursor, StringComparison.Ordinal))
                .Take(follow.Seen.Count),
            follow.Seen));
    }

    private static string TypeOf(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.TypeName : throw new InvalidOperationException($"'{id}' is no id.");
}
