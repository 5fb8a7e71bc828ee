import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { ESLint } from 'eslint'
import { root } from '../schema.js'

describe('graphql-eslint', () => {
  let found

  before(async () => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: join(import.meta.dirname, '../eslint.config.js') })
    const [result] = await eslint.lintFiles(['schema.graphql'])
    found = result.messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)
  })

  it('finds nothing in the committed schema by its recommended rules', () => {
    assert.deepEqual(found.filter((message) => !message.includes('/relay-')), [])
  })

  it('finds nothing in the committed schema by its rules for Relay', () => {
    assert.deepEqual(found.filter((message) => message.includes('/relay-')), [])
  })
})
