import Sqlite from 'better-sqlite3';

const inList = '(SELECT value FROM json_each(?))';

/** The database: each statement is prepared once. */
export class Store {
  #database;
  #statements = new Map();
  #transaction;

  constructor(file) {
    this.#database = new Sqlite(file);
    this.#database.pragma('synchronous = FULL');
    this.#database.pragma('foreign_keys = ON');
    this.#transaction = this.#database.transaction((work) => work()).immediate;
  }

  /** All rows of a query. */
  all(sql, ...values) {
    return this.#prepare(sql).all(...values);
  }

  /** The first row of a query. */
  get(sql, ...values) {
    return this.#prepare(sql).get(...values);
  }

  /** Runs a statement; the key of the row that it has inserted. */
  run(sql, ...values) {
    return this.#prepare(sql).run(...values).lastInsertRowid;
  }

  /** Does something whole or not at all. */
  transaction(work) {
    return this.#transaction(work);
  }

  #prepare(sql) {
    let statement = this.#statements.get(sql);
    if (!statement) {
      this.#statements.set(sql, statement = this.#database.prepare(sql));
    }

    return statement;
  }

  menus() {
    return this.all('SELECT "Id", "Name", "Description" FROM "Menus" ORDER BY "Position", "Id"');
  }

  windowsOf(menus) {
    return this.all(
      `SELECT "Day", "Opens", "Closes", "DaypartMenuId" AS "Parent" FROM "ServingWindow" WHERE "DaypartMenuId" IN ${inList} ORDER BY "Id"`,
      JSON.stringify(menus));
  }

  categoriesOf(menus) {
    return this.all(
      `SELECT c."Id", c."Name", c."Description", m."MenusId" AS "Parent"
       FROM "CategoryDaypartMenu" AS m INNER JOIN "Categories" AS c ON c."Id" = m."CategoriesId"
       WHERE m."MenusId" IN ${inList} ORDER BY c."Position", c."Id"`,
      JSON.stringify(menus));
  }

  categories(keys) {
    return this.all(`SELECT "Id", "Name", "Description" FROM "Categories" WHERE "Id" IN ${inList}`, JSON.stringify(keys));
  }

  dishesOf(categories) {
    return this.all(`${dishColumns} WHERE "CategoryId" IN ${inList} ORDER BY "Position", "Id"`, JSON.stringify(categories));
  }

  dishes(keys) {
    return this.all(`${dishColumns} WHERE "Id" IN ${inList}`, JSON.stringify(keys));
  }

  dish(key) {
    return this.all(`${dishColumns} WHERE "Id" = ?`, key)[0];
  }

  dishPage(conditions, order, values, limit) {
    return this.all(
      `${dishColumns} WHERE ${['"CategoryId" IS NOT NULL', ...conditions].join(' AND ')} ORDER BY ${[...order, '"Id"'].join(', ')} LIMIT ?`,
      ...values, limit);
  }

  orders(limit) {
    return this.all(`${orderColumns} ORDER BY "Id" LIMIT ?`, limit);
  }

  latestOrders(limit) {
    return this.all(`${orderColumns} ORDER BY "PlacedAt" DESC, "Id" LIMIT ?`, limit);
  }

  latestOrdersAfter({ at, id }, limit) {
    return this.all(
      `${orderColumns} WHERE "PlacedAt" <= ? AND ("PlacedAt" < ? OR "Id" > ?) ORDER BY "PlacedAt" DESC, "Id" LIMIT ?`, at, at, id, limit);
  }

  linesOf(orders) {
    return this.all(
      `SELECT "Id", "Quantity", "LineTotal", "DishId", "OrderId" AS "Parent" FROM "OrderLines" WHERE "OrderId" IN ${inList} ORDER BY "Id"`,
      JSON.stringify(orders));
  }

  order(key) {
    return this.get(`${orderColumns} WHERE "Id" = ?`, key);
  }

  orderable(key) {
    return this.get(
      `SELECT d."Id", d."Name", d."Price", d."IsAvailable", t."BasisPoints"
       FROM "Dishes" AS d INNER JOIN "TaxGroups" AS t ON t."Id" = d."TaxGroupId" WHERE d."Id" = ? AND d."CategoryId" IS NOT NULL`,
      key);
  }

  record(key) {
    return this.get(
      `SELECT i."Fingerprint", o."Id", o."Number", o."Status", o."Version", o."Total"
       FROM "Idempotency" AS i INNER JOIN "Orders" AS o ON o."Id" = i."SubjectId" WHERE i."Key" = ?`,
      key);
  }

  lastNumber() {
    return this.get('SELECT COALESCE(MAX("Number"), 0) AS "Number" FROM "Orders"').Number;
  }

  latestEvent() {
    return this.get(
      `SELECT "Number", "OrderId", "OrderStatus", "OrderVersion" FROM "Events" WHERE "Kind" = 'ORDER' ORDER BY "Number" DESC LIMIT 1`);
  }

  insertOrder(...values) {
    return this.run(
      `INSERT INTO "Orders" ("Number", "Type", "Status", "PlacedAt", "Version", "Subtotal", "Tax", "Total")
       VALUES (?, ?, 'PLACED', ?, 1, ?, ?, ?)`,
      ...values);
  }

  insertLine(...values) {
    return this.run(
      `INSERT INTO "OrderLines" ("DishId", "DishName", "Quantity", "Status", "TaxBasisPoints", "OrderId", "LineTotal", "UnitPrice")
       VALUES (?, ?, ?, 'NEW', ?, ?, ?, ?)`,
      ...values);
  }

  insertEvent(...values) {
    return this.run(
      `INSERT INTO "Events" ("OccurredAt", "Kind", "OrderId", "OrderStatus", "OrderVersion")
       VALUES (?, 'ORDER', ?, 'PLACED', 1)`,
      ...values);
  }

  insertRecord(...values) {
    return this.run('INSERT INTO "Idempotency" ("Key", "Fingerprint", "SubjectId", "CreatedAt") VALUES (?, ?, ?, ?)', ...values);
  }
}

const dishColumns = `SELECT "Id", "Name", "Description", "Price", "IsAvailable", "Allergens", "DietaryTags", "PreparationMinutes", "CategoryId"
  FROM "Dishes"`;

const orderColumns = 'SELECT "Id", "Number", "Status", "PlacedAt", "Total" FROM "Orders"';
