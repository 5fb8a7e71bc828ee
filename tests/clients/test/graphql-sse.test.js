import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { EventSource } from 'eventsource'
import { createClient } from 'graphql-sse'
import { newOrder, ORDER_CHANGED, PLACE_ORDER, untilReady } from '../documents.js'
import { startServer } from '../server.js'

const server = await startServer('--Http:KeepAlive=00:00:01')
const client = createClient({ url: server.url, headers: server.headers, singleConnection: false, retryAttempts: 0 })
after(async () => {
  client.dispose()
  await server.stop()
})

const first = async (request) => (await client.iterate(request).next()).value

/** The address of an operation by GET. */
function address(query, variables = {}) {
  return `${server.url}?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`
}

/** Reads a stream of events as text until it has what is looked for. */
async function readUntil(response, pattern) {
  let text = ''
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part
    if (pattern.test(text)) return text
  }
  return assert.fail(`The stream ended without ${pattern}:\n${text}`)
}

describe('graphql-sse, with distinct connections,', () => {
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
    events = await untilReady(client.iterate({ query: ORDER_CHANGED, variables: { orderId, after: 'AAAAAAAAAAA' } }))
    assert.deepEqual(events.map((event) => event.status), ['PLACED', 'ACCEPTED', 'IN_PREPARATION', 'READY'])

    const rest = await untilReady(client.iterate({ query: ORDER_CHANGED, variables: { orderId, after: events[1].cursor } }))
    assert.deepEqual(rest, events.slice(2))
  })

  it('is told of a document that does not validate', async () => {
    const { data, errors } = await first({ query: '{ nothing }' })
    assert.equal(data, undefined)
    assert.equal(errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED')
  })

  it('shares its path with EventSource, which gets the cursor as the id of each event', async () => {
    const source = new EventSource(address(ORDER_CHANGED, { orderId, after: 'AAAAAAAAAAA' }), {
      fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...server.headers } }),
    })
    const ids = []
    await new Promise((resolve, reject) => {
      source.addEventListener('error', reject)
      source.addEventListener('next', (event) => {
        ids.push(event.lastEventId)
        if (JSON.parse(event.data).data.onOrderChanged.status === 'READY') resolve()
      })
    }).finally(() => source.close())
    assert.deepEqual(ids, events.map((event) => event.cursor))
  })
})

describe('A stream of server-sent events', () => {
  it('goes on after the Last-Event-ID of a client that comes back', async (t) => {
    const { data } = await first({ query: PLACE_ORDER, variables: await newOrder(server) })
    const variables = { orderId: data.placeOrder.order.id, after: 'AAAAAAAAAAA' }
    const events = await untilReady(client.iterate({ query: ORDER_CHANGED, variables }))

    const response = await fetch(address(ORDER_CHANGED, variables), {
      headers: { ...server.headers, accept: 'text/event-stream', 'last-event-id': events[2].cursor }, signal: t.signal,
    })
    const text = await readUntil(response, /READY/)
    assert.match(text, new RegExp(`id: ${events[3].cursor}\n`))
    assert.equal(text.match(/event: next/g).length, 1)
  })

  it('shows that it is alive when it has nothing to say', async (t) => {
    const response = await fetch(address('subscription { onMenuChanged { cursor } }'), {
      headers: { accept: 'text/event-stream' }, signal: t.signal,
    })
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-type'), /^text\/event-stream\b/)
    assert.match(response.headers.get('cache-control'), /no-store/)
    await readUntil(response, /(^|\n\n)(:\n\n){3}/)
  })

  it('ends with complete', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    assert.match(await response.text(), /^(:.*\n\n)*event: next\ndata: {"data":{"__typename":"Query"}}\n\nevent: complete\ndata:\n\n$/)
  })
})
