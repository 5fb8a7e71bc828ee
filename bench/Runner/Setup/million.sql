-- A million orders, one every 95 seconds; without lines, which pages of orders do not read.
INSERT INTO "Orders" ("Id", "Number", "Type", "Status", "PlacedAt", "TableId", "Note", "Reason", "Version", "Subtotal", "Tax", "Total")
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
SELECT
  i, i,
  CASE WHEN i % 3 = 0 THEN 'TAKEAWAY' ELSE 'DINE_IN' END,
  CASE WHEN i % 20 = 7 THEN 'CANCELED' WHEN i > 999990 THEN 'IN_PREPARATION' ELSE 'FULFILLED' END,
  strftime('%Y-%m-%dT%H:%M:%fZ', 1672531200 + i * 95.125, 'unixepoch'),
  CASE WHEN i % 3 = 0 THEN NULL ELSE 1 + i % 10 END,
  NULL, NULL, 4,
  1000 + i * 7919 % 9000, (1000 + i * 7919 % 9000) * 8 / 100, (1000 + i * 7919 % 9000) * 108 / 100
FROM n;
