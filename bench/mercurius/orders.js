// Placing orders as the server does: what is known of the keys, the checks, the totals, and all rows in one transaction.
import { createHash } from 'node:crypto';
import { cursorOfEvent } from './cursor.js';
import { keyOf, placedOf } from './rows.js';

/** The topic that orders are told under. */
export const topic = 'ORDERS';

/** What comes of an order: its payload, and the event if there is one. */
export const placeOrder = (store, input) => {
  const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest('hex').toUpperCase();
  const key = input.idempotencyKey.toUpperCase();
  return store.transaction(() => {
    const before = store.record(key);
    if (before) {
      return { payload: before.Fingerprint === fingerprint ? placed(before) : fault('IdempotencyKeyReusedError') };
    }

    const dishes = input.lines.map(({ dishId }) => store.orderable(keyOf('Dish', dishId)));
    const error = faultOf(input.lines, dishes);
    if (error) {
      return { payload: fault(error) };
    }

    const now = new Date().toISOString();
    const lines = input.lines.map(({ quantity }, index) => ({ ...dishes[index], quantity, total: dishes[index].Price * quantity }));
    const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
    const tax = taxOf(lines);
    const row = { Number: store.lastNumber() + 1, Status: 'PLACED', Version: 1, Total: subtotal + tax };
    row.Id = store.insertOrder(row.Number, input.type, now, subtotal, tax, row.Total);
    for (const line of lines) {
      store.insertLine(line.Id, line.Name, line.quantity, line.BasisPoints, row.Id, line.total, line.Price);
    }

    const number = store.insertEvent(now, row.Id);
    store.insertRecord(key, fingerprint, row.Id, now);
    return { payload: placed(row), event: eventOf({ Number: number, OrderId: row.Id, OrderStatus: row.Status, OrderVersion: row.Version }) };
  });
};

/** An event as those who follow get it; its order is read when it is asked for. */
export const eventOf = (row) => ({
  onOrdersChanged: { cursor: cursorOfEvent(row.Number), status: row.OrderStatus, version: row.OrderVersion, orderKey: row.OrderId },
});

const placed = (row) => ({ order: placedOf(row), errors: null });

const fault = (error) => ({ order: null, errors: [{ __typename: error }] });

const faultOf = (lines, dishes) =>
  lines.length === 0 ? 'EmptyOrderError'
  : lines.length > 100 ? 'TooManyLinesError'
  : dishes.some((dish) => !dish) ? 'DishNotFoundError'
  : dishes.some((dish) => dish.IsAvailable !== 1) ? 'DishUnavailableError'
  : lines.some(({ quantity }) => quantity < 1 || quantity > 99) ? 'InvalidQuantityError'
  : null;

// For each rate that of the sum of its lines, half a unit rounded away from zero, in whole numbers.
const taxOf = (lines) => {
  const rates = new Map();
  for (const { BasisPoints, total } of lines) {
    rates.set(BasisPoints, (rates.get(BasisPoints) ?? 0) + total);
  }

  return [...rates].reduce((sum, [rate, total]) => sum + Math.floor((total * rate + 5000) / 10000), 0);
};
