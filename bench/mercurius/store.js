import Sqlite from 'better-sqlite3';

const inList = '(SELECT value FROM json_each(?))';

/** The database: each statement is prepared once. */
export class Store {
  #database;
  #statements = new Map();

  constructor(file) {
    this.#database = new Sqlite(file);
  }

  /** All rows of a query. */
  all(sql, ...values) {
    let statement = this.#statements.get(sql);
    if (!statement) {
      this.#statements.set(sql, statement = this.#database.prepare(sql));
    }

    return statement.all(...values);
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
}

const dishColumns = `SELECT "Id", "Name", "Description", "Price", "IsAvailable", "Allergens", "DietaryTags", "PreparationMinutes", "CategoryId"
  FROM "Dishes"`;

const orderColumns = 'SELECT "Id", "Number", "Status", "PlacedAt", "Total" FROM "Orders"';
