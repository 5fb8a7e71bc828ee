import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { getIntrospectionQuery } from 'graphql'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { MARK_UNAVAILABLE, newOrder, ORDER_CHANGED, PLACE_ORDER, post, quickDishes } from '../documents.js'
import { recordingFetch } from '../recorder.js'
import { startServer } from '../server.js'

const server = await startServer()
after(() => server.stop())

// Aware of the schema, graphcache knows what implements Node and says where a document does not fit.
const introspection = await post(server, getIntrospectionQuery({ inputValueDeprecation: true }))

/** An urql client with a normalised cache, and what it sends. */
function urql(options) {
  const wire = recordingFetch()
  const client = new Client({
    url: server.url,
    fetch: wire.fetch,
    preferGetMethod: false,
    fetchOptions: { headers: server.headers },
    exchanges: [
      cacheExchange({
        schema: introspection,
        keys: { Money: () => null, OrderChanged: () => null },
        resolvers: { Query: { dishById: (_, { id }) => ({ __typename: 'Dish', id }) } },
      }),
      ...(options?.exchanges ?? []),
      fetchExchange,
    ],
    ...options?.client,
  })
  return { client, calls: wire.calls }
}

const DISH = /* GraphQL */ `query Dish($id: ID!) { dishById(id: $id) { id name isAvailable } }`

/** Reads a subscription until the order is ready. */
function statuses(client, orderId) {
  const seen = []
  return new Promise((resolve, reject) => {
    // Left open until the server stops: urql does not handle its own AbortError when it leaves a stream that it fetches.
    client.subscription(ORDER_CHANGED, { orderId, after: 'AAAAAAAAAAA' }).subscribe(({ data, error }) => {
      if (error) return reject(error)
      seen.push(data.onOrderChanged.status)
      if (seen.at(-1) === 'READY') resolve(seen)
    })
  })
}

describe('urql with graphcache', () => {
  it("updates the cached dish by a mutation's payload, without asking again", async () => {
    const { client, calls } = urql()
    const [id] = await quickDishes(server)
    const seen = []
    const { unsubscribe } = client.query(DISH, { id }).subscribe(({ data, error }) => {
      assert.equal(error, undefined)
      seen.push(data.dishById.isAvailable)
    })
    await client.query(DISH, { id }).toPromise()

    const { data, error } = await client.mutation(MARK_UNAVAILABLE, { input: { dishId: id } }).toPromise()
    assert.equal(error, undefined)
    assert.equal(data.markDishUnavailable.errors, null)
    unsubscribe()
    assert.deepEqual(seen, [true, false])
    assert.equal(calls.length, 2, 'one query and one mutation')
  })

  it('keeps errors that are data as data', async () => {
    const { client } = urql()
    const input = { dishId: Buffer.from('Dish:999999').toString('base64') }
    const { data, error } = await client.mutation(MARK_UNAVAILABLE, { input }).toPromise()
    assert.equal(error, undefined)
    assert.equal(data.markDishUnavailable.dish, null)
    assert.equal(data.markDishUnavailable.errors.length, 1)
  })

  it('follows an order over server-sent events, its own way', async () => {
    const { client } = urql({ client: { fetchSubscriptions: true } })
    const { data } = await client.mutation(PLACE_ORDER, await newOrder(server)).toPromise()
    assert.deepEqual(await statuses(client, data.placeOrder.order.id), ['PLACED', 'ACCEPTED', 'IN_PREPARATION', 'READY'])
  })

  it('follows an order over graphql-ws', async () => {
    const socket = createClient({ url: server.socketUrl, webSocketImpl: WebSocket, connectionParams: server.headers })
    const { client } = urql({
      exchanges: [subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
        }),
      })],
    })
    const { data } = await client.mutation(PLACE_ORDER, await newOrder(server)).toPromise()
    assert.deepEqual(await statuses(client, data.placeOrder.order.id), ['PLACED', 'ACCEPTED', 'IN_PREPARATION', 'READY'])
    await socket.dispose()
  })
})
