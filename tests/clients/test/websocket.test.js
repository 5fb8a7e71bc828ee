import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, describe, it } from 'node:test'
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws'
import WebSocket from 'ws'
import { startServer } from '../server.js'

const server = await startServer('--WebSocket:InitTimeout=00:00:01', '--WebSocket:MaxOperations=3')
after(() => server.stop())

const init = { type: 'connection_init' }
const subscribe = (id, query = 'subscription { onMenuChanged(after: "AAAAAAAAAAA") { cursor } }') => ({ id, type: 'subscribe', payload: { query } })

/** A bare socket that keeps what it receives. */
function open({ url = server.socketUrl, protocol = GRAPHQL_TRANSPORT_WS_PROTOCOL } = {}) {
  // A foreign one as a header: where ws offers it itself, ws leaves before it has read why the server does not take it.
  const socket = protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL
    ? new WebSocket(url, protocol)
    : new WebSocket(url, { headers: protocol ? { 'sec-websocket-protocol': protocol } : {} })
  const received = []
  const waiting = []
  socket.on('message', (data) => {
    const message = JSON.parse(data)
    waiting.length ? waiting.shift()(message) : received.push(message)
  })
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: reason.toString() }))
  return {
    opened: once(socket, 'open'),
    closed,
    async send(...messages) {
      await this.opened
      for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message))
    },
    next: () => received.length ? Promise.resolve(received.shift()) : new Promise((resolve) => waiting.push(resolve)),
    async ready() {
      await this.send(init)
      assert.equal((await this.next()).type, 'connection_ack')
      return this
    },
    close: () => socket.close(1000),
  }
}

describe('The server closes a socket with', () => {
  it('4400 for what is not JSON', async () => {
    const socket = open()
    await socket.send('{')
    assert.equal((await socket.closed).code, CloseCode.BadRequest)
  })

  it('4400 for a message of no known type', async () => {
    const socket = await open().ready()
    await socket.send({ type: 'start' })
    assert.equal((await socket.closed).code, CloseCode.BadRequest)
  })

  it('4400 for an operation without an id', async () => {
    const socket = await open().ready()
    await socket.send({ type: 'subscribe', payload: { query: '{ __typename }' } })
    assert.equal((await socket.closed).code, CloseCode.BadRequest)
  })

  it('4401 for an operation before the handshake', async () => {
    const socket = open()
    await socket.send(subscribe('1'))
    assert.deepEqual(await socket.closed, { code: CloseCode.Unauthorized, reason: 'Unauthorized' })
  })

  it('4406 for a subprotocol that it does not speak', async () => {
    const socket = open({ protocol: 'graphql-ws' })
    assert.deepEqual(await socket.closed, { code: CloseCode.SubprotocolNotAcceptable, reason: 'Subprotocol not acceptable' })
  })

  it('4406 for no subprotocol at all', async () => {
    const socket = open({ protocol: '' })
    assert.equal((await socket.closed).code, CloseCode.SubprotocolNotAcceptable)
  })

  it('4408 for a handshake that does not come', async () => {
    const socket = open()
    assert.deepEqual(await socket.closed, { code: CloseCode.ConnectionInitialisationTimeout, reason: 'Connection initialisation timeout' })
  })

  it('4409 for an id that is taken', async () => {
    const socket = await open().ready()
    await socket.send(subscribe('one'), subscribe('one'))
    assert.deepEqual(await socket.closed, { code: CloseCode.SubscriberAlreadyExists, reason: 'Subscriber for one already exists' })
  })

  it('4429 for a second handshake', async () => {
    const socket = await open().ready()
    await socket.send(init)
    assert.deepEqual(await socket.closed, { code: CloseCode.TooManyInitialisationRequests, reason: 'Too many initialisation requests' })
  })

  it('4429 for more operations than it allows', async () => {
    const socket = await open().ready()
    await socket.send(...['1', '2', '3', '4'].map((id) => subscribe(id)))
    assert.equal((await socket.closed).code, 4429)
  })

  it('1001 when it shuts down', async () => {
    const other = await startServer()
    const socket = await open({ url: other.socketUrl }).ready()
    await socket.send(subscribe('1'), { type: 'ping' })
    assert.equal((await socket.next()).type, 'pong')
    await other.stop()
    assert.equal((await socket.closed).code, 1001)
  })
})

describe('A socket', () => {
  it('speaks graphql-transport-ws when it is offered beside another', async () => {
    const socket = new WebSocket(server.socketUrl, ['graphql-ws', GRAPHQL_TRANSPORT_WS_PROTOCOL])
    await once(socket, 'open')
    assert.equal(socket.protocol, GRAPHQL_TRANSPORT_WS_PROTOCOL)
    socket.close(1000)
    await once(socket, 'close')
  })

  it('answers ping with pong, before the handshake too', async () => {
    const socket = open()
    await socket.send({ type: 'ping', payload: { at: 1 } })
    assert.equal((await socket.next()).type, 'pong')
    await socket.ready()
    await socket.send({ type: 'pong' }, { type: 'ping' })
    assert.equal((await socket.next()).type, 'pong')
    socket.close()
  })

  it('frees an id with complete', async () => {
    const socket = await open().ready()
    await socket.send(subscribe('1'), { id: '1', type: 'complete' }, subscribe('1', '{ __typename }'))
    assert.deepEqual(await socket.next(), { id: '1', type: 'next', payload: { data: { __typename: 'Query' } } })
    assert.deepEqual(await socket.next(), { id: '1', type: 'complete' })
    socket.close()
  })

  it('says error, and no more, where a document does not validate', async () => {
    const socket = await open().ready()
    await socket.send(subscribe('1', '{ nothing }'))
    const { type, payload } = await socket.next()
    assert.equal(type, 'error')
    assert.ok(Array.isArray(payload) && payload[0].message)
    await socket.send(subscribe('1', '{ __typename }'))
    assert.equal((await socket.next()).type, 'next')
    socket.close()
  })

  it('leaves with 1000 when the client does', async () => {
    const socket = await open().ready()
    socket.close()
    assert.equal((await socket.closed).code, 1000)
  })
})
