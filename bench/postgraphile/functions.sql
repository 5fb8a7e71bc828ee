-- What PostGraphile is given beside the tables of the product.

-- The categories of a menu in their order; the table between them has none.
CREATE FUNCTION "Menus_categories"(menu "Menus") RETURNS SETOF "Categories" LANGUAGE sql STABLE AS $$
  SELECT c.* FROM "CategoryDaypartMenu" AS m INNER JOIN "Categories" AS c ON c."Id" = m."CategoriesId"
  WHERE m."MenusId" = menu."Id" ORDER BY c."Position", c."Id"
$$;

CREATE TYPE ordered_dish AS (dish_id bigint, quantity integer);

-- Places an order as the server does: what is known of the key, the checks, the totals, and all rows in one transaction.
CREATE FUNCTION place_order(idempotency_key uuid, type text, lines ordered_dish[]) RETURNS "Orders" LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  print text := upper(encode(sha256(convert_to(type || lines::text, 'UTF8')), 'hex'));
  at timestamptz := date_trunc('milliseconds', clock_timestamp());
  known "Idempotency";
  placed "Orders";
  sums record;
BEGIN
  -- The turn of all who write to the log of events, which its trigger would take a little later: the number has to be the next.
  PERFORM pg_advisory_xact_lock(7261001);
  SELECT * INTO known FROM "Idempotency" WHERE "Key" = idempotency_key;
  IF FOUND THEN
    IF known."Fingerprint" <> print THEN
      RAISE EXCEPTION 'This idempotency key was used before with another input.';
    END IF;

    SELECT * INTO placed FROM "Orders" WHERE "Id" = known."SubjectId";
    RETURN placed;
  END IF;

  IF NOT coalesce(cardinality(lines) BETWEEN 1 AND 100, false) OR EXISTS (SELECT FROM unnest(lines) AS l WHERE l.quantity NOT BETWEEN 1 AND 99) THEN
    RAISE EXCEPTION 'An order has 1 to 100 lines, each of 1 to 99 dishes.';
  END IF;

  SELECT sum(rate.count) AS count, sum(rate.net) AS subtotal, sum(rate.tax) AS tax,
    '[' || string_agg(format('[%s,%s,%s]', rate.points, rate.net, rate.tax), ',' ORDER BY rate.points) || ']' AS shares
  INTO sums
  FROM (
    -- Half a minor unit is rounded up, in whole numbers.
    SELECT t."BasisPoints" AS points, count(*) AS count, sum(d."Price" * l.quantity)::bigint AS net, ((sum(d."Price" * l.quantity) * t."BasisPoints" + 5000)::bigint / 10000) AS tax
    FROM unnest(lines) AS l
    INNER JOIN "Dishes" AS d ON d."Id" = l.dish_id AND d."CategoryId" IS NOT NULL AND d."IsAvailable"
    INNER JOIN "TaxGroups" AS t ON t."Id" = d."TaxGroupId"
    GROUP BY t."BasisPoints") AS rate;
  IF sums.count IS DISTINCT FROM cardinality(lines) THEN
    RAISE EXCEPTION 'A dish is not on the menu, or not available.';
  END IF;

  INSERT INTO "Orders" (
    "Number", "Type", "Status", "PlacedAt", "Allergies", "Version", "TaxShares", "PaymentStatus", "ServiceBasisPoints", "RoundTo",
    "Subtotal", "Discount", "Tax", "ServiceCharge", "Rounding", "Total", "Pending", "Authorized", "Paid", "Refunded", "Balance", "LineStatuses")
  SELECT
    coalesce(max(o."Number"), 0) + 1, type, 'PLACED', at, '{}', 1, sums.shares, 'UNPAID', 0, 1,
    sums.subtotal, 0, sums.tax, 0, 0, sums.subtotal + sums.tax, 0, 0, 0, 0, sums.subtotal + sums.tax, 'NEW'
  FROM "Orders" AS o
  RETURNING * INTO placed;

  INSERT INTO "OrderLines" (
    "OrderId", "DishId", "DishName", "RecipePercent", "Quantity", "Course", "Status", "TaxBasisPoints", "Allergens", "AcknowledgedAllergens",
    "Adjustment", "LineTotal", "UnitPrice")
  SELECT
    placed."Id", d."Id", d."Name", 100, l.quantity, 1, 'NEW', t."BasisPoints", d."Allergens", '{}',
    0, d."Price" * l.quantity, d."Price"
  FROM unnest(lines) WITH ORDINALITY AS l (dish_id, quantity, place)
  INNER JOIN "Dishes" AS d ON d."Id" = l.dish_id
  INNER JOIN "TaxGroups" AS t ON t."Id" = d."TaxGroupId"
  ORDER BY l.place;

  INSERT INTO "Events" ("OccurredAt", "Kind", "OrderId", "OrderStatus", "OrderVersion", "OrderChange")
  VALUES (at, 'ORDER', placed."Id", 'PLACED', 1, 'STATUS');
  INSERT INTO "Idempotency" ("Key", "Fingerprint", "SubjectId", "CreatedAt") VALUES (idempotency_key, print, placed."Id", at);
  RETURN placed;
END
$$;
