import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { newOrder, ORDER_CHANGED, PLACE_ORDER, untilReady } from '../documents.js'
import { startServer } from '../server.js'

const server = await startServer()
let sockets = 0
const client = createClient({
  url: server.socketUrl,
  connectionParams: server.headers,
  lazy: false,
  webSocketImpl: class extends WebSocket {
    constructor(...args) {
      super(...args)
      sockets++
    }
  },
})
after(async () => {
  await client.dispose()
  await server.stop()
})

const first = async (request) => (await client.iterate(request).next()).value

describe('graphql-ws, over one socket,', () => {
  let orderId
  let events

  it('runs a query', async () => {
    assert.deepEqual(await first({ query: '{ __typename }' }), { data: { __typename: 'Query' } })
  })

  it('runs a mutation', async () => {
    const { data } = await first({ query: PLACE_ORDER, variables: await newOrder(server) })
    assert.equal(data.placeOrder.errors, null)
    orderId = data.placeOrder.order.id
  })

  it('follows an order until it is ready', async () => {
    events = await untilReady(client.iterate({ query: ORDER_CHANGED, variables: { orderId } }))
    assert.equal(events.at(-1).status, 'READY')
    assert.equal(events.at(-1).order.id, orderId)
  })

  it('resumes after a cursor and misses nothing', async () => {
    const all = await untilReady(client.iterate({ query: ORDER_CHANGED, variables: { orderId, after: 'AAAAAAAAAAA' } }))
    assert.deepEqual(all.map((event) => event.status), ['PLACED', 'ACCEPTED', 'IN_PREPARATION', 'READY'])

    const rest = await untilReady(client.iterate({ query: ORDER_CHANGED, variables: { orderId, after: all[1].cursor } }))
    assert.deepEqual(rest, all.slice(2))
  })

  it('carries operations beside each other', async () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const results = await Promise.all(names.map((name) => first({ query: `{ ${name}: __typename }` })))
    assert.deepEqual(results.map(({ data }) => Object.keys(data)[0]), names)
  })

  it('is told of a document that does not validate, and goes on', async () => {
    await assert.rejects(first({ query: '{ nothing }' }), (errors) => errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED')
    assert.deepEqual(await first({ query: '{ __typename }' }), { data: { __typename: 'Query' } })
  })

  it('has opened no second one', () => assert.equal(sockets, 1))
})
