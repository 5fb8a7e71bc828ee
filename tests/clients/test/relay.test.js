import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createClient } from 'graphql-sse'
import relay from 'relay-runtime'
import { run } from '../run.js'
import { startServer } from '../server.js'

const {
  commitMutation, ConnectionHandler, createOperationDescriptor, Environment, fetchQuery, getSingularSelector, Network, Observable, RecordSource,
  requestSubscription, ROOT_ID, Store,
} = relay

const generated = join(import.meta.dirname, '../generated/relay')
const documents = join(generated, 'documents.json')
const artifact = (name) => createRequire(join(generated, 'package.json'))(`./${name}.graphql.js`)

describe('relay-compiler', () => {
  it('compiles @connection, @refetchable over Node, and @prependNode against the committed schema', async () => {
    await rm(generated, { recursive: true, force: true })
    await mkdir(generated, { recursive: true })
    await writeFile(join(generated, 'package.json'), '{"type":"commonjs"}')
    await writeFile(documents, '{}')
    await run('relay-compiler', 'relay.config.json')
  })

  it('makes a query over Node from a refetchable fragment', async () => {
    const stored = JSON.parse(await readFile(documents, 'utf8'))
    assert.match(stored[artifact('DishCardRefetchQuery').params.id], /node\(id: \$id\)/)
  })

  it('adds a cursor to a connection', async () => {
    const stored = JSON.parse(await readFile(documents, 'utf8'))
    assert.match(stored[artifact('DishListPaginationQuery').params.id], /pageInfo \{\s+endCursor\s+hasNextPage/)
  })
})

describe('Relay, where only the documents that its compiler wrote are trusted,', () => {
  let server
  let environment
  let streams
  let dishes
  let order

  before(async () => {
    server = await startServer(`--PersistedDocuments:File=${documents}`, '--PersistedDocuments:Only=true')
    streams = createClient({ url: server.url, headers: server.headers, retryAttempts: 0 })
    environment = new Environment({
      store: new Store(new RecordSource()),
      network: Network.create(
        async ({ id }, variables) => {
          const response = await fetch(server.url, {
            method: 'POST',
            headers: { ...server.headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
            body: JSON.stringify({ documentId: id, variables }),
          })
          return response.json()
        },
        ({ id }, variables) => Observable.create((sink) => streams.subscribe({ documentId: id, variables }, sink))),
    })
  })
  after(async () => {
    streams.dispose()
    await server.stop()
  })

  /** What the store knows of an operation. */
  const lookup = (operation, variables = {}) => environment.lookup(createOperationDescriptor(operation, variables).fragment).data
  const read = (fragment, reference) => environment.lookup(getSingularSelector(artifact(fragment), reference)).data
  const load = (name, variables = {}) => fetchQuery(environment, artifact(name), variables).toPromise()

  it('reads the first page of a connection', async () => {
    const query = await load('DishListQuery')
    dishes = read('DishList_query', query).dishes
    assert.equal(dishes.edges.length, 2)
    assert.equal(dishes.pageInfo.hasNextPage, true)
  })

  it('adds the next page to it', async () => {
    await load('DishListPaginationQuery', { first: 3, after: dishes.pageInfo.endCursor })
    const { edges } = read('DishList_query', lookup(artifact('DishListQuery'))).dishes
    assert.equal(edges.length, 5)
    assert.equal(new Set(edges.map((edge) => edge.node.id)).size, 5)
    dishes = { edges }
  })

  it('changes an entity in every list by the payload of a mutation', async () => {
    const [{ node }] = dishes.edges
    const mutation = artifact('DishCardMarkUnavailableMutation')
    await new Promise((resolve, reject) => commitMutation(environment, {
      mutation, variables: { input: { dishId: node.id } }, onCompleted: resolve, onError: reject,
    }))
    assert.equal(read('DishCard_dish', node).isAvailable, false)
  })

  it('fetches an entity again by its global id', async () => {
    const [{ node }] = dishes.edges
    const { node: again } = await load('DishCardRefetchQuery', { id: node.id })
    assert.equal(read('DishCard_dish', again).isAvailable, false)
  })

  it('puts a new order into a connection by the payload of a mutation', async () => {
    const board = artifact('OrderBoardQuery')
    await load('OrderBoardQuery')
    assert.deepEqual(lookup(board).orders.edges, [])

    const connection = ConnectionHandler.getConnectionID(ROOT_ID, 'OrderBoard_orders', { order: [{ placedAt: 'DESC' }] })
    const mutation = artifact('OrderBoardPlaceOrderMutation')
    const input = {
      idempotencyKey: randomUUID(), type: 'TAKEAWAY', lines: [{ dishId: dishes.edges.at(-1).node.id, quantity: 1 }],
    }
    const { placeOrder } = await new Promise((resolve, reject) => commitMutation(environment, {
      mutation, variables: { input, connections: [connection] }, onCompleted: resolve, onError: reject,
    }))
    assert.equal(placeOrder.errors, null)
    const { edges } = lookup(board).orders
    assert.deepEqual(edges.map((edge) => edge.node.id), [placeOrder.order.id])
    order = edges[0].node
  })

  it('brings it up to date by a subscription until it is ready', async () => {
    const subscription = artifact('OrderBoardSubscription')
    await new Promise((resolve, reject) => {
      const { dispose } = requestSubscription(environment, {
        subscription,
        variables: { orderId: order.id },
        onNext: ({ onOrderChanged }) => {
          if (onOrderChanged.order.status !== 'READY') return
          dispose()
          resolve()
        },
        onError: reject,
      })
    })
    assert.equal(lookup(artifact('OrderBoardQuery')).orders.edges[0].node.status, 'READY')
  })

  it('is alone: no other document is executed', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { ...server.headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    assert.equal(response.status, 400)
    assert.equal((await response.json()).data, undefined)
  })

  it('has its documents at addresses of their own', async () => {
    const { params } = artifact('DishListQuery')
    const response = await fetch(`${server.url}/persisted/${params.id}`, { headers: { accept: 'application/graphql-response+json' } })
    assert.equal(response.status, 200)
    assert.equal((await response.json()).data.dishes.edges.length, 2)
    assert.match(response.headers.get('cache-control'), /public/)
    assert.ok(response.headers.get('etag'))
  })
})
