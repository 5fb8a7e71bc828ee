import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { MARK_UNAVAILABLE, post, quickDishes } from '../documents.js'
import { startServer } from '../server.js'

const server = await startServer()
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
})
after(async () => {
  await browser.close()
  await server.stop()
})

describe('Banana Cake Pop, in Chromium,', () => {
  const requested = []
  const sockets = []
  const complaints = []
  let page

  before(async () => {
    const context = await browser.newContext({ viewport: { width: 1600, height: 900 } })
    context.setDefaultTimeout(20_000)
    context.on('request', (request) => requested.push(request.url()))
    page = await context.newPage()
    page.on('websocket', (socket) => {
      sockets.push(socket)
      requested.push(socket.url())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  })

  /** Writes an operation into the editor and runs it. */
  async function run(name, operation) {
    await page.locator('.monaco-editor').first().click()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(operation)
    // It has read what was written once it is in the operation builder beside.
    await page.getByRole('tree').getByText(name).waitFor()
    await page.getByLabel(/^Run Operation/).click()
  }

  /** Waits until the response pane shows a text. */
  const shows = (text) => page.locator('.view-lines', { hasText: text }).last().waitFor()

  it('opens where a browser asks for the API', async () => {
    // Once it has put itself into the cache of the browser, it loads itself again.
    let loads = 0
    const settled = new Promise((resolve) => page.on('load', () => ++loads === 2 && resolve()))
    const response = await page.goto(server.url)
    assert.equal(page.url(), `${server.url}/ui/`)
    assert.match(response.headers()['content-security-policy'], /default-src 'none'.* connect-src 'self'/)
    await settled
    await page.getByText('Create Document').waitFor()
  })

  it('is where the address of the server leads to', async () => {
    const response = await fetch(new URL('/', server.url), { redirect: 'manual' })
    assert.equal(response.headers.get('location'), '/graphql/ui/')
  })

  it('loads the schema', async () => {
    await page.getByText('Create Document').click()
    await page.getByText('Schema available').waitFor()
  })

  it('runs a query', async () => {
    await run('Name', 'query Name { restaurant { name } }')
    await shows('The Copper Pot')
  })

  it("shows a subscription's events", async () => {
    await run('Follow', 'subscription Follow { onMenuChanged { dish { isAvailable } } }')
    await page.getByText(/^1\s*events?$/i).waitFor()
    const [dishId] = await quickDishes(server)
    await post(server, MARK_UNAVAILABLE, { input: { dishId } })
    await shows('"isAvailable": false')
    await page.getByText(/^2\s*events$/i).waitFor()
    assert.equal(sockets.length, 2, 'a probe, and the socket of the subscription')
  })

  it('has asked no other host', async () => {
    // What it would send home it sends ten seconds after its start: in a page of its own, since the editor needs the true time.
    const later = await page.context().newPage()
    await later.clock.install()
    await later.goto(`${server.url}/ui/`)
    await later.getByText('Create Document').or(later.getByText('Schema available')).waitFor()
    await later.clock.runFor('01:00')
    await setTimeout(1000)
    const hosts = new Set(requested.map((url) => new URL(url).host))
    assert.deepEqual([...hosts], [new URL(server.origin).host])
  })

  it('has nothing to complain of', () => assert.deepEqual(complaints, []))
})
