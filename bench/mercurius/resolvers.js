import { cursorOfDish, cursorOfOrder, placeOfOrder } from './cursor.js';
import { eventOf, placeOrder, topic } from './orders.js';
import { conditionsOf, orderOf } from './arguments.js';
import { categoryOf, dishOf, keyOf, lineOf, menuOf, orderRowOf, windowOf } from './rows.js';

/** Resolvers, and a batching loader for each field that leads from one row to others. */
export const resolversOf = (store) => ({
  resolvers: {
    Query: {
      menus: () => store.menus().map(menuOf),
      dishById: (_, { id }) => one(store.dish(keyOf('Dish', id)), dishOf),
      dishes: (_, { first, where, order }) => {
        const { conditions, values } = conditionsOf(where);
        return page(store.dishPage(conditions, orderOf(order), values, first + 1), first, dishOf, cursorOfDish);
      },
      orders: (_, { first, after, order }) => {
        const rows = !order ? store.orders(first + 1)
          : after ? store.latestOrdersAfter(placeOfOrder(after), first + 1)
          : store.latestOrders(first + 1);
        return page(rows, first, orderRowOf, cursorOfOrder);
      },
    },
    Mutation: {
      placeOrder: (_, { input }, { pubsub }) => {
        const { payload, event } = placeOrder(store, input);
        if (event) {
          pubsub.publish({ topic, payload: event });
        }

        return payload;
      },
    },
    Subscription: {
      onOrdersChanged: {
        // The first message is the latest event there has been, as the server has it.
        subscribe: (_, __, { pubsub }) => {
          const latest = store.latestEvent();
          if (latest) {
            pubsub.queue.push(eventOf(latest));
          }

          return pubsub.subscribe(topic);
        },
      },
    },
    OrderChanged: { order: ({ orderKey }) => orderRowOf(store.order(orderKey)) },
  },
  loaders: {
    Menu: {
      windows: children((keys) => store.windowsOf(keys), windowOf),
      categories: children((keys) => store.categoriesOf(keys), categoryOf),
    },
    Category: { dishes: children((keys) => store.dishesOf(keys), dishOf, 'CategoryId') },
    Dish: { category: parent((keys) => store.categories(keys), categoryOf, 'categoryKey') },
    Order: { lines: children((keys) => store.linesOf(keys), lineOf) },
    OrderLine: { dish: parent((keys) => store.dishes(keys), dishOf, 'dishKey') },
  },
});

const one = (row, map) => row ? map(row) : null;

// The cursor is made only if somebody asks for it; a getter, as the compiler reads properties and calls no functions.
const page = (rows, first, map, cursorOf) => {
  const taken = rows.slice(0, first);
  return {
    nodes: taken.map(map),
    pageInfo: {
      hasNextPage: rows.length > first,
      get endCursor() {
        return taken.length > 0 ? cursorOf(taken.at(-1)) : null;
      },
    },
  };
};

const children = (read, map, key = 'Parent') => ({
  loader: async (queries) => {
    const groups = new Map(queries.map(({ obj }) => [obj.key, []]));
    for (const row of read([...groups.keys()])) {
      groups.get(row[key]).push(map(row));
    }

    return queries.map(({ obj }) => groups.get(obj.key));
  },
  opts: { cache: false },
});

const parent = (read, map, key) => ({
  loader: async (queries) => {
    const rows = new Map(read([...new Set(queries.map(({ obj }) => obj[key]))]).map((row) => [row.Id, map(row)]));
    return queries.map(({ obj }) => rows.get(obj[key]) ?? null);
  },
  opts: { cache: false },
});

