// What the tests of several clients send.
import { randomUUID } from 'node:crypto'

export const PLACE_ORDER = /* GraphQL */ `
  mutation PlaceOrder($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      order { id number status }
      errors { __typename ... on Error { code message path } }
    }
  }`

export const MARK_UNAVAILABLE = /* GraphQL */ `
  mutation MarkUnavailable($input: MarkDishUnavailableInput!) {
    markDishUnavailable(input: $input) { dish { id isAvailable } errors { ... on Error { message } } }
  }`

export const ORDER_CHANGED = /* GraphQL */ `
  subscription OrderChanged($orderId: ID!, $after: String) {
    onOrderChanged(orderId: $orderId, after: $after) { cursor previousStatus status order { id } }
  }`

// What is quickest to make, and comes without choices.
const QUICK_DISHES = /* GraphQL */ `{
  dishes(first: 5, where: { isAvailable: { eq: true }, modifierGroups: { any: false } }, order: [{ preparationMinutes: ASC }]) {
    nodes { id }
  }
}`

/** Posts an operation without any client. */
export async function post({ url, headers }, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

/** Ids of dishes that can be ordered. */
export async function quickDishes(server) {
  return (await post(server, QUICK_DISHES)).dishes.nodes.map((dish) => dish.id)
}

/** Variables of PLACE_ORDER, for a new order each time. */
export async function newOrder(server) {
  const [dishId] = await quickDishes(server)
  return { input: { idempotencyKey: randomUUID(), type: 'TAKEAWAY', lines: [{ dishId, quantity: 1 }] } }
}

/** Reads results until an order is ready. */
export async function untilReady(results) {
  const events = []
  for await (const { data, errors } of results) {
    if (errors) throw new Error(JSON.stringify(errors))
    events.push(data.onOrderChanged)
    if (data.onOrderChanged.status === 'READY') break
  }
  return events
}
