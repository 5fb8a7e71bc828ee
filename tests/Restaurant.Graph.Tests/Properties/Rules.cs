using Restaurant.Graph.Tests.Support;

namespace Restaurant.Graph.Tests.Properties;

/// <summary>What holds of a restaurant at any time, whatever was done in whatever order: each rule with the query that finds what breaks it.</summary>
internal static class Rules
{
    private const string CalledOff = "('CANCELED', 'REJECTED', 'EXPIRED')";

    private static readonly string EachTaxShare = PostgreSqlServer.Named is null ? "json_each(\"TaxShares\")" : "json_array_elements(\"TaxShares\"::json)";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Stock is the sum of its ledger, and never less than what is promised"] = """
            SELECT "Id" FROM "Ingredients" WHERE "Reserved" < 0 OR "OnHand" < "Reserved"
            OR "OnHand" <> (SELECT coalesce(sum("Quantity"), 0) FROM "StockMovements" WHERE "IngredientId" = "Ingredients"."Id")
            """,
        ["What is promised is what lines that nobody called for will take"] = """
            SELECT "Id" FROM "Ingredients" WHERE "Reserved" <> (
                SELECT coalesce(sum(taken."Quantity"), 0) FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId"
                WHERE taken."IngredientId" = "Ingredients"."Id" AND taken."IsReserved" AND line."Status" IN ('NEW', 'HELD'))
            """,
        ["What the kitchen has to make is promised, and nothing is promised for another time, or twice"] = """
            SELECT taken."Id" FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId" JOIN "Orders" placed ON placed."Id" = line."OrderId"
            WHERE (taken."IsReserved" AND line."Status" NOT IN ('NEW', 'HELD'))
            OR (NOT taken."IsReserved" AND line."Status" IN ('NEW', 'HELD') AND (placed."ScheduledFor" IS NULL OR placed."Status" NOT IN ('PLACED', 'SCHEDULED')))
            """,
        ["What was used is what lines that were called for have taken"] = """
            SELECT "Id" FROM "Ingredients" WHERE
                (SELECT -coalesce(sum("Quantity"), 0) FROM "StockMovements" WHERE "IngredientId" = "Ingredients"."Id" AND "Kind" = 'CONSUMPTION') <> (
                SELECT coalesce(sum(taken."Quantity"), 0) FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId"
                WHERE taken."IngredientId" = "Ingredients"."Id" AND line."Status" IN ('FIRED', 'IN_PREPARATION', 'READY', 'SERVED'))
            """,
        ["A translation is of one thing"] = """
            SELECT "Id" FROM "Translations" WHERE (CASE WHEN "MenuId" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN "CategoryId" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN "DishId" IS NULL THEN 0 ELSE 1 END)
            + (CASE WHEN "ModifierGroupId" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN "ModifierId" IS NULL THEN 0 ELSE 1 END) + (CASE WHEN "DishSizeId" IS NULL THEN 0 ELSE 1 END)
            + (CASE WHEN "PriceRuleId" IS NULL THEN 0 ELSE 1 END) <> 1
            """,
        ["A total is the sum of its parts"] = $"""
            SELECT "Id" FROM "Orders" WHERE "Total" <> "Subtotal" - "Discount" + "Tax" + "ServiceCharge" + "Rounding"
            OR "Tax" <> (SELECT coalesce(sum(CAST(value ->> 2 AS bigint)), 0) FROM {EachTaxShare})
            OR "Subtotal" - "Discount" <> (SELECT coalesce(sum(CAST(value ->> 1 AS bigint)), 0) FROM {EachTaxShare})
            """,
        ["A subtotal is the sum of the lines that were not called off"] = """
            SELECT "Id" FROM "Orders" WHERE "Subtotal" <> (SELECT coalesce(sum("LineTotal"), 0) FROM "OrderLines" WHERE "OrderId" = "Orders"."Id" AND "Status" <> 'VOIDED')
            """,
        ["What is paid of an order is what its payments come to"] = """
            SELECT "Id" FROM "Orders" WHERE "Paid" <> (SELECT coalesce(sum("Amount" - "Refunded"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'CAPTURED')
            """,
        ["How far an order is paid follows from its payments and its total"] = """
            SELECT "Id" FROM (
                SELECT "Id", "Total", "PaymentStatus",
                    (SELECT coalesce(sum("Refunded"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id") AS "Refunded",
                    (SELECT coalesce(sum("Amount" - "Refunded"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'CAPTURED') AS "Paid",
                    (SELECT coalesce(sum("Amount"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'AUTHORIZED') AS "Authorized"
                FROM "Orders") sums
            WHERE "PaymentStatus" <> CASE
                WHEN "Paid" = 0 AND "Refunded" > 0 THEN 'REFUNDED' WHEN "Paid" = 0 AND "Authorized" > 0 THEN 'AUTHORIZED' WHEN "Paid" = 0 THEN 'UNPAID'
                WHEN "Paid" = "Total" THEN 'PAID' WHEN "Refunded" > 0 THEN 'PARTIALLY_REFUNDED' WHEN "Paid" > "Total" THEN 'PAID' ELSE 'PARTIALLY_PAID' END
            """,
        ["A balance is what is not paid of the total"] = """
            SELECT "Id" FROM "Orders" WHERE "Balance" <> "Total" - "Paid"
            """,
        ["An order that is paid is PAID, and no other says so but one that is paid too much"] = """
            SELECT "Id" FROM "Orders" WHERE ("Paid" <> 0 AND "Balance" = 0 AND "PaymentStatus" <> 'PAID') OR ("PaymentStatus" = 'PAID' AND ("Paid" = 0 OR "Balance" > 0))
            """,
        ["What is promised of an order is what its payments say"] = """
            SELECT "Id" FROM "Orders" WHERE "Authorized" <> (SELECT coalesce(sum("Amount"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'AUTHORIZED')
            """,
        ["Nothing is promised any more for an order that was called off, and nothing costs less than nothing"] = $"""
            SELECT "Id" FROM "Orders" WHERE ("Authorized" <> 0 AND "Status" IN {CalledOff}) OR "Total" < 0 OR EXISTS (SELECT 1 FROM "OrderLines" WHERE "OrderId" = "Orders"."Id" AND "LineTotal" < 0)
            """,
        ["Never is more paid back than was paid, and each refund is an entry"] = """
            SELECT "Id" FROM "Payments" WHERE "Refunded" > "Amount" OR "Refunded" <> (SELECT coalesce(sum("Amount"), 0) FROM "Refunds" WHERE "PaymentId" = "Payments"."Id")
            """,
        ["An order is completed just when the guest has it and it is paid"] = """
            SELECT "Id" FROM "Orders" WHERE "Status" = 'FULFILLED' AND "Balance" = 0
            """,
        ["The lines of an order that was called off are called off"] = $"""
            SELECT placed."Id" FROM "Orders" placed JOIN "OrderLines" line ON line."OrderId" = placed."Id" WHERE placed."Status" IN {CalledOff} AND line."Status" NOT IN ('VOIDED', 'SERVED')
            """,
        ["An order is ready just when all of its lines are made"] = """
            SELECT placed."Id" FROM "Orders" placed WHERE placed."Status" IN ('ACCEPTED', 'IN_PREPARATION', 'READY')
            AND (placed."Status" = 'READY') <> NOT EXISTS (SELECT 1 FROM "OrderLines" WHERE "OrderId" = placed."Id" AND "Status" NOT IN ('READY', 'SERVED', 'VOIDED'))
            """,
        ["An order is accepted only while nothing of it was called for"] = """
            SELECT placed."Id" FROM "Orders" placed JOIN "OrderLines" line ON line."OrderId" = placed."Id"
            WHERE placed."Status" = 'ACCEPTED' AND line."Status" IN ('FIRED', 'IN_PREPARATION', 'READY', 'SERVED')
            """,
        ["What is to be made hangs at its stations, at each of them once"] = """
            SELECT line."Id" FROM "OrderLines" line JOIN "Orders" placed ON placed."Id" = line."OrderId"
            WHERE placed."Status" IN ('ACCEPTED', 'IN_PREPARATION') AND line."Status" IN ('NEW', 'FIRED', 'IN_PREPARATION') AND (
                SELECT count(*) = 0 OR count(*) <> count(DISTINCT ticket."StationId") FROM "OrderLineTicket" work JOIN "Tickets" ticket ON ticket."Id" = work."TicketId"
                WHERE work."LinesId" = line."Id" AND ticket."Status" IN ('QUEUED', 'IN_PREPARATION'))
            """,
        ["No ticket is open of an order that is closed"] = """
            SELECT ticket."Id" FROM "Tickets" ticket JOIN "Orders" placed ON placed."Id" = ticket."OrderId"
            WHERE placed."Status" IN ('CANCELED', 'FULFILLED', 'COMPLETED') AND ticket."Status" IN ('QUEUED', 'IN_PREPARATION', 'READY')
            """,
        ["The work that is kept of a station is the sum over its queued tickets"] = """
            SELECT station."Id" FROM "Stations" station WHERE coalesce((SELECT "QueuedMinutes" FROM "StationLoads" WHERE "StationId" = station."Id"), 0) <> (
                SELECT coalesce(sum("WorkMinutes"), 0) FROM "Tickets" WHERE "StationId" = station."Id" AND "Status" = 'QUEUED')
            """,
        ["A ticket that is being made is due at some time, and no other is"] = """
            SELECT "Id" FROM "Tickets" WHERE ("Status" = 'IN_PREPARATION') <> ("DueAt" IS NOT NULL)
            """,
        ["What is eaten here now is of a visit"] = """
            SELECT "Id" FROM "Orders" WHERE "Type" = 'DINE_IN' AND "ScheduledFor" IS NULL AND "VisitId" IS NULL
            """,
        ["What waits for its time is of no visit"] = """
            SELECT "Id" FROM "Orders" WHERE "Status" = 'SCHEDULED' AND "VisitId" IS NOT NULL
            """,
        ["A visit is closed with an entry, and with something open or unpaid by the staff alone"] = """
            SELECT 1 WHERE (SELECT count(*) FROM "Visits" WHERE "Status" = 'CLOSED') > (SELECT count(*) FROM "AuditEntries" WHERE "Mutation" IN ('closeVisit', 'startVisit') AND "Detail" IS NOT NULL)
            OR EXISTS (SELECT 1 FROM "AuditEntries" WHERE "Detail" LIKE 'left with orders that are open%' AND "Role" = 'anonymous')
            """,
        ["What is free is kept for those who wait"] = """
            SELECT waiting."Id" FROM "Reservations" waiting JOIN "Tables" ON "Seats" >= waiting."PartySize" AND NOT "IsRetired" AND "Tables"."Status" <> 'OUT_OF_SERVICE'
            WHERE waiting."Status" = 'WAITLISTED' AND waiting."StartsAt" > (SELECT max("OccurredAt") FROM "Events")
            AND NOT EXISTS (SELECT 1 FROM "Visits" WHERE "TableId" = "Tables"."Id" AND "ClosedAt" IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM "Reservations" booked WHERE booked."TableId" = "Tables"."Id" AND booked."Status" = 'BOOKED'
                AND booked."StartsAt" < waiting."EndsAt" AND waiting."StartsAt" < booked."EndsAt")
            """,
        ["A ticket has lines of one course"] = """
            SELECT ticket."Id" FROM "Tickets" ticket JOIN "OrderLineTicket" work ON work."TicketId" = ticket."Id" JOIN "OrderLines" line ON line."Id" = work."LinesId"
            WHERE line."Course" <> ticket."Course" OR line."OrderId" <> ticket."OrderId"
            """,
        ["Every change of an order is an event, and each follows the one before"] = """
            SELECT "Number" FROM (
                SELECT "Number", "OrderVersion", "PreviousOrderStatus", lag("OrderVersion", 1, 0) OVER changes AS "Before", lag("OrderStatus") OVER changes AS "Status"
                FROM "Events" WHERE "Kind" = 'ORDER' WINDOW changes AS (PARTITION BY "OrderId" ORDER BY "Number")) followed
            WHERE "OrderVersion" <> "Before" + 1 OR "PreviousOrderStatus" IS DISTINCT FROM "Status"
            """,
        ["An order is as its last event left it"] = """
            SELECT "Id" FROM "Orders" WHERE "Version" <> (SELECT max("OrderVersion") FROM "Events" WHERE "OrderId" = "Orders"."Id")
            OR "Status" <> (SELECT "OrderStatus" FROM "Events" WHERE "OrderId" = "Orders"."Id" ORDER BY "Number" DESC LIMIT 1)
            """,
        ["A ticket is as its last event left it"] = """
            SELECT "Id" FROM "Tickets" WHERE "Version" <> (SELECT count(*) FROM "Events" WHERE "TicketId" = "Tickets"."Id")
            OR "Status" <> (SELECT "TicketStatus" FROM "Events" WHERE "TicketId" = "Tickets"."Id" ORDER BY "Number" DESC LIMIT 1)
            """,
        ["At a table sits one party at most"] = """
            SELECT "TableId" FROM "Visits" WHERE "ClosedAt" IS NULL AND "TableId" IS NOT NULL AND "MergedIntoId" IS NULL GROUP BY "TableId" HAVING count(*) > 1
            """,
        ["A table is occupied just while a party sits at it"] = """
            SELECT "Id" FROM "Tables" WHERE ("Status" = 'OCCUPIED') <> EXISTS (SELECT 1 FROM "Visits" WHERE "TableId" = "Tables"."Id" AND "Status" = 'OPEN')
            """,
        ["A party that is a part of another has no orders of its own"] = """
            SELECT placed."Id" FROM "Orders" placed JOIN "Visits" visit ON visit."Id" = placed."VisitId" WHERE visit."MergedIntoId" IS NOT NULL
            """,
        ["What a party that is there eats is brought to where it sits"] = """
            SELECT placed."Id" FROM "Orders" placed JOIN "Visits" visit ON visit."Id" = placed."VisitId"
            WHERE visit."Status" = 'OPEN' AND placed."Type" = 'DINE_IN' AND placed."Status" NOT IN ('COMPLETED', 'FULFILLED', 'CANCELED', 'REJECTED', 'EXPIRED') AND placed."TableId" IS DISTINCT FROM visit."TableId"
            """,
        ["A table is kept for one reservation at a time"] = """
            SELECT one."Id" FROM "Reservations" one JOIN "Reservations" other ON other."TableId" = one."TableId" AND other."Id" > one."Id"
            WHERE one."Status" = 'BOOKED' AND other."Status" = 'BOOKED' AND one."StartsAt" < other."EndsAt" AND other."StartsAt" < one."EndsAt"
            """,
        ["A reservation has changed as often as its version says"] = """
            SELECT "Id" FROM "Reservations" WHERE "Version" <> (SELECT count(*) FROM "Events" WHERE "ReservationId" = "Reservations"."Id")
            """,
    };
}
