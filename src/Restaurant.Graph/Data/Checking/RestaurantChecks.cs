namespace Restaurant.Graph.Data.Checking;

/// <summary>What holds between the rows of a restaurant after every transaction, in SQL that both databases take.</summary>
internal static class RestaurantChecks
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<DatabaseCheck> All { get; } =
    [
        new("stock and its ledger", """
            SELECT 'Ingredient ' || "Key" || ': onHand is ' || "OnHand" || ', the sum of its movements ' || "Booked" FROM (
                SELECT "Key", "OnHand", coalesce((SELECT sum("Quantity") FROM "StockMovements" WHERE "IngredientId" = "Ingredients"."Id"), 0) AS "Booked"
                FROM "Ingredients") AS stock
            WHERE "OnHand" <> "Booked"
            """),
        new("reservations of stock", """
            SELECT 'Ingredient ' || "Key" || ': reserved is ' || "Reserved" || ', its open order lines need ' || "Needed" FROM (
                SELECT "Key", "Reserved", (
                    SELECT coalesce(sum(taken."Quantity"), 0) FROM "OrderLineIngredients" taken JOIN "OrderLines" line ON line."Id" = taken."OrderLineId"
                    WHERE taken."IngredientId" = "Ingredients"."Id" AND line."Status" IN ('NEW', 'HELD')) AS "Needed"
                FROM "Ingredients") AS stock
            WHERE "Reserved" <> "Needed"
            """),
        new("orders and their lines", """
            SELECT 'Order ' || "Number" || ': subtotal is ' || "Subtotal" || ', the sum of its lines ' || "Lines" FROM (
                SELECT "Number", "Subtotal", (
                    SELECT coalesce(sum("LineTotal"), 0) FROM "OrderLines" WHERE "OrderId" = "Orders"."Id" AND "Status" <> 'VOIDED') AS "Lines"
                FROM "Orders") AS placed
            WHERE "Subtotal" <> "Lines"
            UNION ALL
            SELECT 'Order ' || "Number" || ': it has no lines' FROM "Orders" WHERE NOT EXISTS (SELECT 1 FROM "OrderLines" WHERE "OrderId" = "Orders"."Id")
            """),
        new("totals of orders", """
            SELECT 'Order ' || "Number" || ': total is ' || "Total" || ', its parts come to ' || ("Subtotal" - "Discount" + "Tax" + "ServiceCharge" + "Rounding")
            FROM "Orders" WHERE "Total" <> "Subtotal" - "Discount" + "Tax" + "ServiceCharge" + "Rounding"
            UNION ALL
            SELECT 'Order ' || "Number" || ': balance is ' || "Balance" || ', total without what is paid ' || ("Total" - "Paid")
            FROM "Orders" WHERE "Balance" <> "Total" - "Paid"
            """),
        new("payments", """
            SELECT 'Order ' || "Number" || ': paid is ' || "Paid" || ', its captured payments without refunds come to ' || "Captured" FROM (
                SELECT "Number", "Paid", (
                    SELECT coalesce(sum("Amount" - "Refunded"), 0) FROM "Payments" WHERE "OrderId" = "Orders"."Id" AND "Status" = 'CAPTURED') AS "Captured"
                FROM "Orders") AS placed
            WHERE "Paid" <> "Captured"
            UNION ALL
            SELECT 'Payment ' || "Id" || ': refunded is ' || "Refunded" || ', the sum of its refunds ' || "Returned" FROM (
                SELECT "Id", "Refunded", (SELECT coalesce(sum("Amount"), 0) FROM "Refunds" WHERE "PaymentId" = "Payments"."Id") AS "Returned" FROM "Payments") AS payment
            WHERE "Refunded" <> "Returned"
            """),
        new("orders and the event log", """
            SELECT 'Order ' || "Number" || ': status is ' || "Status" || ', its last event says ' || "Told" FROM (
                SELECT "Number", "Status", (
                    SELECT "OrderStatus" FROM "Events" WHERE "Kind" = 'ORDER' AND "OrderId" = "Orders"."Id" ORDER BY "Events"."Number" DESC LIMIT 1) AS "Told"
                FROM "Orders") AS placed
            WHERE "Status" <> "Told"
            """),
    ];
}
