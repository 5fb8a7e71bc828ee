import assert from 'node:assert/strict'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'graphql'
import { run } from '../run.js'
import { startServer } from '../server.js'

const generated = join(import.meta.dirname, '../generated/codegen')

describe('graphql-codegen', () => {
  it('generates types and typed documents from the committed schema', async () => {
    await rm(generated, { recursive: true, force: true })
    await run('graphql-codegen', '--config', 'codegen.config.json')
  })

  it('generates what tsc finds right in a program that uses it', () => run('tsc', '--project', 'codegen/tsconfig.json'))

  it('generates documents that the server trusts', async () => {
    const file = join(generated, 'persisted-documents.json')
    const documents = Object.entries(JSON.parse(await readFile(file, 'utf8')))
    const [id] = documents.find(([, text]) => parse(text).definitions[0].name.value === 'Dishes')
    const server = await startServer(`--PersistedDocuments:File=${file}`)
    try {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ documentId: id, variables: { first: 2 } }),
      })
      const { data, errors } = await response.json()
      assert.equal(errors, undefined)
      assert.equal(data.dishes.nodes.length, 2)
    } finally {
      await server.stop()
    }
  })
})
