-- An evening's orders, 500 of them with one to five lines each, and nothing left to chance.
INSERT INTO "Orders" ("Id", "Number", "Type", "Status", "PlacedAt", "TableId", "Note", "Reason", "Version", "Subtotal", "Tax", "Total")
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
SELECT
  i, i,
  CASE WHEN i % 3 = 0 THEN 'TAKEAWAY' ELSE 'DINE_IN' END,
  CASE WHEN i % 20 = 7 THEN 'CANCELED' WHEN i > 490 THEN 'IN_PREPARATION' ELSE 'FULFILLED' END,
  strftime('%Y-%m-%dT%H:%M:%fZ', 1767303000 + i * 37.125, 'unixepoch'),
  CASE WHEN i % 3 = 0 THEN NULL ELSE 1 + i % 10 END,
  CASE WHEN i % 11 = 0 THEN 'No onions, please.' END,
  CASE WHEN i % 20 = 7 THEN 'Changed their minds.' END,
  4, 0, 0, 0
FROM n;

INSERT INTO "OrderLines" ("DishId", "DishName", "Quantity", "Note", "Status", "TaxBasisPoints", "OrderId", "LineTotal", "UnitPrice")
WITH RECURSIVE l(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM l WHERE k < 4)
SELECT
  d."Id", d."Name", 1 + (o."Id" + l.k) % 3, NULL,
  CASE o."Status" WHEN 'CANCELED' THEN 'VOIDED' WHEN 'IN_PREPARATION' THEN 'IN_PREPARATION' ELSE 'SERVED' END,
  t."BasisPoints", o."Id", d."Price" * (1 + (o."Id" + l.k) % 3), d."Price"
FROM "Orders" AS o
INNER JOIN l ON l.k <= o."Id" % 5
INNER JOIN "Dishes" AS d ON d."Id" = 1 + (o."Id" * 17 + l.k * 29) % (SELECT COUNT(*) FROM "Dishes")
INNER JOIN "TaxGroups" AS t ON t."Id" = d."TaxGroupId"
ORDER BY o."Id", l.k;

UPDATE "Orders" SET
  "Subtotal" = (SELECT SUM(l."LineTotal") FROM "OrderLines" AS l WHERE l."OrderId" = "Orders"."Id"),
  "Tax" = (SELECT CAST(ROUND(SUM(l."LineTotal" * l."TaxBasisPoints") / 10000.0) AS INTEGER) FROM "OrderLines" AS l WHERE l."OrderId" = "Orders"."Id");
UPDATE "Orders" SET "Total" = "Subtotal" + "Tax";
