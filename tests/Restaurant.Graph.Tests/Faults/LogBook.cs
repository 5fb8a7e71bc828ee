using Microsoft.Data.Sqlite;
using Restaurant.Graph.Platform.Events;
using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Faults;

/// <summary>What stands in a file, read behind the server's back, and what has to be true of it.</summary>
internal sealed class LogBook(string database)
{
    /// <summary>The cursor of the last change of an order.</summary>
    public string LastCursor => EventCursor.Of((long)Rows("""SELECT max("Number") FROM "Events" WHERE "Kind" = 'ORDER'""")[0][0]);

    /// <summary>How many orders there are.</summary>
    public int Orders => (int)(long)Rows("""SELECT count(*) FROM "Orders" """)[0][0];

    /// <summary>All changes of orders, from the first.</summary>
    public List<(string Cursor, string Order, int Version)> Changes =>
    [
        .. Rows("""SELECT "Number", "OrderId", "OrderVersion" FROM "Events" WHERE "Kind" = 'ORDER' ORDER BY "Number" """)
            .Select(row => (EventCursor.Of((long)row[0]), Ids.Of("Order", (long)row[1]), (int)(long)row[2])),
    ];

    /// <summary>The total in minor units and the version of each order.</summary>
    public Dictionary<string, (long Total, int Version)> Totals =>
        Rows("""SELECT "Id", "Total", "Version" FROM "Orders" """).ToDictionary(row => Ids.Of("Order", (long)row[0]), row => ((long)row[1], (int)(long)row[2]));

    /// <summary>Fails where the file contradicts itself.</summary>
    public void AssertWhole()
    {
        Assert.Equal("ok", Rows("PRAGMA integrity_check")[0][0]);
        Assert.Empty(Rows("PRAGMA foreign_key_check"));
        AssertNone("an order whose lines are not its subtotal", """
            SELECT 1 FROM "Orders" WHERE "Subtotal" <> (SELECT sum("LineTotal") FROM "OrderLines" WHERE "OrderId" = "Orders"."Id") OR "Total" <> "Subtotal" + "Tax"
            """);
        AssertNone("an order whose changes are not 1, 2, 3 and so on", """
            SELECT 1 FROM "Orders" WHERE "Version" <> (SELECT count(*) FROM "Events" WHERE "OrderId" = "Orders"."Id")
            OR "Version" <> (SELECT max("OrderVersion") FROM "Events" WHERE "OrderId" = "Orders"."Id")
            OR "Status" <> (SELECT "OrderStatus" FROM "Events" WHERE "OrderId" = "Orders"."Id" ORDER BY "Number" DESC LIMIT 1)
            """);
        AssertNone("a ticket whose last change is not its status", """
            SELECT 1 FROM "Tickets" WHERE "Status" <> (SELECT "TicketStatus" FROM "Events" WHERE "TicketId" = "Tickets"."Id" ORDER BY "Number" DESC LIMIT 1)
            """);
        AssertNone("stock that is not its ledger", """
            SELECT 1 FROM "Ingredients" WHERE "OnHand" <> (SELECT sum("Quantity") FROM "StockMovements" WHERE "IngredientId" = "Ingredients"."Id")
            """);
        AssertNone("a reservation that is not of lines that wait", """
            SELECT 1 FROM "Ingredients" WHERE "Reserved" <> (
                SELECT coalesce(sum(taken."Quantity"), 0) FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId"
                WHERE taken."IngredientId" = "Ingredients"."Id" AND line."Status" IN ('NEW', 'HELD'))
            """);
        AssertNone("a key of an order that is not there", """
            SELECT 1 FROM "Idempotency" WHERE "SubjectId" NOT IN (SELECT "Id" FROM "Orders" UNION SELECT "Id" FROM "Tickets" UNION SELECT "Id" FROM "Ingredients")
            """);
    }

    private void AssertNone(string what, string sql)
    {
        var found = Rows(sql);
        Assert.True(found.Count == 0, $"There is {what}: {found.Count} times.");
    }

    private List<object[]> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
