import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { serverAudits } from 'graphql-http'
import { startServer } from '../server.js'

const server = await startServer()
after(() => server.stop())

const audits = serverAudits({ url: server.url })

describe('graphql-http audits the server', () => {
  it('with 61 audits', () => assert.equal(audits.length, 61))

  for (const audit of audits) {
    it(`${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn()
      assert.equal(result.status, 'ok', result.reason)
    })
  }
})
