namespace Restaurant.Graph.Tests.Faults;

/// <summary>What must not be found in a store. A new rule is a new entry.</summary>
internal static class Contradictions
{
    /// <summary>What is wrong, and the query that finds it.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["an order without lines"] = """SELECT "Id" FROM "Orders" WHERE "Id" NOT IN (SELECT "OrderId" FROM "OrderLines")""",
        ["a gap in the numbers of orders"] = """SELECT count(*) FROM "Orders" HAVING count(*) <> max("Number")""",
        ["a change of an order that does not follow the one before"] = """
            SELECT "Number" FROM (
                SELECT "Number", "OrderVersion", "PreviousOrderStatus",
                    lag("OrderVersion", 1, 0) OVER changes AS "Before", lag("OrderStatus") OVER changes AS "Status"
                FROM "Events" WHERE "Kind" = 'ORDER' WINDOW changes AS (PARTITION BY "OrderId" ORDER BY "Number")) AS changed
            WHERE "OrderVersion" <> "Before" + 1 OR "PreviousOrderStatus" IS DISTINCT FROM "Status"
            """,
        ["a change of a ticket that does not follow the one before"] = """
            SELECT "Number" FROM (
                SELECT "Number", "PreviousTicketStatus", lag("TicketStatus") OVER (PARTITION BY "TicketId" ORDER BY "Number") AS "Status"
                FROM "Events" WHERE "Kind" = 'TICKET') AS changed
            WHERE "PreviousTicketStatus" IS DISTINCT FROM "Status"
            """,
        ["a ticket whose version is not the count of its changes"] =
            """SELECT "Id" FROM "Tickets" WHERE "Version" <> (SELECT count(*) FROM "Events" WHERE "TicketId" = "Tickets"."Id")""",
        ["a ticket without lines"] = """SELECT "Id" FROM "Tickets" WHERE "Id" NOT IN (SELECT "TicketId" FROM "OrderLineTicket")""",
        ["a ticket at another station than its lines, or of another order"] = $"""
            {Work} JOIN "Dishes" dish ON dish."Id" = line."DishId" WHERE dish."StationId" <> ticket."StationId" OR line."OrderId" <> ticket."OrderId"
            """,
        ["a ticket that stands elsewhere than its lines"] = $"""
            {Work} WHERE line."Status" <> CASE
                WHEN placed."Status" = 'CANCELED' THEN 'VOIDED' WHEN placed."Status" = 'FULFILLED' THEN 'SERVED'
                WHEN ticket."Status" = 'QUEUED' THEN 'NEW' WHEN ticket."Status" = 'COMPLETED' THEN 'READY' ELSE ticket."Status" END
            """,
        ["a ticket that is open though its order is closed"] = $"""
            {Work} WHERE placed."Status" = 'CANCELED' AND ticket."Status" NOT IN ('VOIDED', 'COMPLETED') OR placed."Status" = 'FULFILLED' AND ticket."Status" <> 'COMPLETED'
            """,
        ["a line that is on no ticket or on two"] = """
            SELECT line."Id" FROM "OrderLines" line JOIN "Orders" placed ON placed."Id" = line."OrderId"
            WHERE (SELECT count(*) FROM "OrderLineTicket" WHERE "LinesId" = line."Id") NOT IN (
                CASE WHEN placed."Status" IN ('PLACED', 'REJECTED') THEN 0 ELSE 1 END, CASE WHEN placed."Status" IN ('PLACED', 'REJECTED', 'CANCELED') THEN 0 ELSE 1 END)
            """,
        ["an order that stands elsewhere than its lines"] = """
            SELECT placed."Id" FROM "Orders" placed JOIN "OrderLines" line ON line."OrderId" = placed."Id" GROUP BY placed."Id", placed."Status"
            HAVING placed."Status" <> CASE
                WHEN min(line."Status") = 'VOIDED' THEN CASE WHEN placed."Status" = 'REJECTED' THEN 'REJECTED' ELSE 'CANCELED' END WHEN min(line."Status") = 'SERVED' THEN 'FULFILLED'
                WHEN min(line."Status") = 'READY' AND max(line."Status") = 'READY' THEN 'READY'
                WHEN min(line."Status") = 'NEW' AND max(line."Status") = 'NEW' THEN CASE WHEN placed."Status" = 'PLACED' THEN 'PLACED' ELSE 'ACCEPTED' END ELSE 'IN_PREPARATION' END
            """,
        ["an order whose lines are not its subtotal"] = """
            SELECT "Id" FROM "Orders" WHERE "Subtotal" <> (SELECT coalesce(sum("LineTotal"), 0) FROM "OrderLines" WHERE "OrderId" = "Orders"."Id" AND "Status" <> 'VOIDED')
            OR "Total" <> "Subtotal" + "Tax"
            """,
        ["an order that is not as its last change left it"] = """
            SELECT "Id" FROM "Orders" WHERE "Version" <> (SELECT max("OrderVersion") FROM "Events" WHERE "OrderId" = "Orders"."Id")
            OR "Status" <> (SELECT "OrderStatus" FROM "Events" WHERE "OrderId" = "Orders"."Id" ORDER BY "Number" DESC LIMIT 1)
            """,
        ["a ticket that is not as its last change left it"] = """
            SELECT "Id" FROM "Tickets" WHERE "Status" <> (SELECT "TicketStatus" FROM "Events" WHERE "TicketId" = "Tickets"."Id" ORDER BY "Number" DESC LIMIT 1)
            """,
        ["stock that is not its ledger"] = """
            SELECT "Id" FROM "Ingredients" WHERE "OnHand" <> (SELECT sum("Quantity") FROM "StockMovements" WHERE "IngredientId" = "Ingredients"."Id")
            """,
        ["a reservation that is not of lines that wait"] = """
            SELECT "Id" FROM "Ingredients" WHERE "Reserved" <> (
                SELECT coalesce(sum(taken."Quantity"), 0) FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId"
                WHERE taken."IngredientId" = "Ingredients"."Id" AND line."Status" IN ('NEW', 'HELD'))
            """,
        ["a key of something that is not there"] = """
            SELECT "Key" FROM "Idempotency" WHERE "SubjectId" NOT IN (SELECT "Id" FROM "Orders" UNION SELECT "Id" FROM "Tickets" UNION SELECT "Id" FROM "Ingredients")
            """,
    };

    private const string Work = """
        SELECT ticket."Id" FROM "Tickets" ticket JOIN "OrderLineTicket" work ON work."TicketId" = ticket."Id"
        JOIN "OrderLines" line ON line."Id" = work."LinesId" JOIN "Orders" placed ON placed."Id" = ticket."OrderId"
        """;
}
