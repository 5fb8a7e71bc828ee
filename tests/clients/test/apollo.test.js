import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { newOrder, ORDER_CHANGED, PLACE_ORDER } from '../documents.js'
import { recordingFetch } from '../recorder.js'
import { startServer } from '../server.js'

const server = await startServer()
const socket = createClient({ url: server.socketUrl, webSocketImpl: WebSocket, connectionParams: server.headers })
after(async () => {
  await socket.dispose()
  await server.stop()
})

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** An Apollo client as its documentation puts it together, and what it sends. */
function apollo() {
  const wire = recordingFetch()
  const http = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(new HttpLink({ uri: server.url, headers: server.headers, fetch: wire.fetch }))
  const client = new ApolloClient({
    cache: new InMemoryCache({
      // Ids are global: they say which entity, whatever its type.
      dataIdFromObject: (entity) => entity.id,
      typePolicies: { Query: { fields: { node: (_, { args, toReference }) => toReference(args.id) } } },
    }),
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(socket), http),
  })
  return { client, calls: wire.calls }
}

const DISHES = gql`
  query Dishes($first: Int!) {
    dishes(first: $first) { nodes { id name isAvailable price { amount currency } } pageInfo { hasNextPage endCursor } }
  }`

describe('Apollo Client', () => {
  it('normalises its cache by the global id', async () => {
    const { client, calls } = apollo()
    const { data } = await client.query({ query: DISHES, variables: { first: 3 } })
    const [dish] = data.dishes.nodes
    assert.equal(client.cache.extract()[dish.id].name, dish.name)

    const sent = calls.length
    const again = await client.query({
      query: gql`query Again($id: ID!) { node(id: $id) { id ... on Dish { name isAvailable } } }`,
      variables: { id: dish.id },
    })
    assert.equal(again.data.node.name, dish.name)
    assert.equal(calls.length, sent, 'what is in the cache is not asked for again')
  })

  it('sends the hash of a query by GET, and the document once, when it is not known', async () => {
    const { client, calls } = apollo()
    // A name of its own, so that no other client has sent it.
    const query = gql`query Menus { menus { id name } }`
    const { data } = await client.query({ query })
    assert.ok(data.menus.length > 0)
    assert.equal(calls.length, 2)

    const [asked, told] = calls
    assert.equal(asked.method, 'GET')
    assert.equal(asked.url.searchParams.has('query'), false)
    assert.match(JSON.parse(asked.url.searchParams.get('extensions')).persistedQuery.sha256Hash, /^[0-9a-f]{64}$/)
    assert.equal(asked.answer.errors[0].message, 'PersistedQueryNotFound')
    assert.equal(asked.answer.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND')
    assert.match(asked.headers.get('cache-control'), /no-store/)
    assert.equal(told.method, 'POST')
    assert.equal(sha256(told.body.query), told.body.extensions.persistedQuery.sha256Hash)
  })

  it('gets a known query by its hash alone, in a form that a CDN can hold', async () => {
    const { client, calls } = apollo()
    await client.query({ query: DISHES, variables: { first: 2 } })
    calls.length = 0
    await client.query({ query: DISHES, variables: { first: 2 }, fetchPolicy: 'network-only' })
    const [{ method, url, accept, status, headers }, ...rest] = calls
    assert.deepEqual({ method, status, others: rest.length }, { method: 'GET', status: 200, others: 0 })
    assert.match(headers.get('cache-control'), /public/)

    const etag = headers.get('etag')
    assert.ok(etag)
    const response = await fetch(url, { headers: { accept, 'if-none-match': etag } })
    assert.equal(response.status, 304)
    assert.equal(await response.text(), '')
  })

  it('sends a document by POST where its hash is a lie, and is told so', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ menus { id } }') } } }),
    })
    const { errors } = await response.json()
    assert.equal(errors.length, 1)
    assert.equal(response.status, 400)
  })

  it('places an order by POST, and follows it over graphql-ws until it is ready', async () => {
    const { client, calls } = apollo()
    const { data } = await client.mutate({ mutation: gql(PLACE_ORDER), variables: await newOrder(server) })
    assert.equal(data.placeOrder.errors, null)
    assert.deepEqual(calls.map((call) => call.method).filter((method) => method !== 'POST'), [], 'a mutation never goes by GET')

    const { id } = data.placeOrder.order
    const seen = []
    await new Promise((resolve, reject) => {
      const subscription = client.subscribe({ query: gql(ORDER_CHANGED), variables: { orderId: id, after: 'AAAAAAAAAAA' } }).subscribe({
        next: (result) => {
          if (result.error) return reject(result.error)
          seen.push(result.data.onOrderChanged.status)
          if (seen.at(-1) !== 'READY') return
          subscription.unsubscribe()
          resolve()
        },
        error: reject,
      })
    })
    assert.deepEqual(seen, ['PLACED', 'ACCEPTED', 'IN_PREPARATION', 'READY'])
  })
})
