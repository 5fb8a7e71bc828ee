-- How many orders have been placed; and, after that, how many of them are not as they have to be.
WITH
  sums AS (
    SELECT "OrderId", COUNT(*) AS "Lines", COUNT(DISTINCT "DishId") AS "Dishes", SUM("LineTotal") AS "Subtotal",
      COUNT(*) FILTER (WHERE "Status" = 'NEW' AND "LineTotal" = "UnitPrice" * "Quantity") AS "Right"
    FROM "OrderLines" GROUP BY "OrderId"),
  rates AS (
    -- Half a minor unit is rounded up, in whole numbers.
    SELECT "OrderId", (SUM("LineTotal")::bigint * "TaxBasisPoints" + 5000) / 10000 AS "Tax"
    FROM "OrderLines" GROUP BY "OrderId", "TaxBasisPoints"),
  taxes AS (SELECT "OrderId", SUM("Tax") AS "Tax" FROM rates GROUP BY "OrderId"),
  happened AS (
    SELECT "OrderId", COUNT(*) AS "Events" FROM "Events"
    WHERE "Kind" = 'ORDER' AND "OrderStatus" = 'PLACED' AND "PreviousOrderStatus" IS NULL AND "OrderVersion" = 1 GROUP BY "OrderId"),
  records AS (SELECT "SubjectId", COUNT(*) AS "Records" FROM "Idempotency" WHERE length("Fingerprint") = 64 GROUP BY "SubjectId")
SELECT COUNT(*) AS "Count", 1 AS "Place" FROM "Orders"
UNION ALL
SELECT COUNT(*), 2 FROM "Orders" AS o
LEFT JOIN sums AS s ON s."OrderId" = o."Id"
LEFT JOIN taxes AS t ON t."OrderId" = o."Id"
LEFT JOIN happened AS e ON e."OrderId" = o."Id"
LEFT JOIN records AS r ON r."SubjectId" = o."Id"
WHERE NOT coalesce(
  o."Type" = 'TAKEAWAY' AND o."Status" = 'PLACED' AND o."Version" = 1
  AND o."Number" BETWEEN 1 AND (SELECT COUNT(*) FROM "Orders")
  AND s."Lines" = 3 AND s."Dishes" = 3 AND s."Right" = 3
  AND o."Subtotal" = s."Subtotal" AND o."Tax" = t."Tax" AND o."Total" = o."Subtotal" + o."Tax"
  AND e."Events" = 1 AND r."Records" = 1, false)
ORDER BY "Place";
