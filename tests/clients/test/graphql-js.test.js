import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import {
  buildClientSchema, buildSchema, findBreakingChanges, getIntrospectionQuery, isEnumType, isInputObjectType, isInterfaceType, isObjectType,
  isScalarType, isSpecifiedDirective, isSpecifiedScalarType, lexicographicSortSchema, printSchema, validateSchema,
} from 'graphql'
import { post } from '../documents.js'
import { sdl } from '../schema.js'
import { startServer } from '../server.js'

const server = await startServer()
after(() => server.stop())

const committed = buildSchema(sdl)
const introspection = await post(server, getIntrospectionQuery({
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
}))
const live = buildClientSchema(introspection)
const print = (schema) => printSchema(lexicographicSortSchema(schema))
const types = Object.values(live.getTypeMap()).filter((type) => !type.name.startsWith('__'))

/** Every part of the schema that can have a description, by its path. */
function* parts() {
  for (const type of types) {
    yield [type.name, type]
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value]
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field]
      for (const argument of field.args ?? []) yield [`${type.name}.${field.name}(${argument.name}:)`, argument]
    }
  }
  for (const directive of live.getDirectives()) {
    yield [`@${directive.name}`, directive]
    for (const argument of directive.args) yield [`@${directive.name}(${argument.name}:)`, argument]
  }
}

describe('graphql-js', () => {
  it('finds the committed schema valid', () => assert.deepEqual(validateSchema(committed), []))

  it('finds the schema of the running server valid', () => assert.deepEqual(validateSchema(live), []))

  it('prints the same schema from introspection as from the committed file', () => assert.equal(print(live), print(committed)))

  it('finds no breaking change between them, either way', () => {
    // Printed and built again, both have the directives of the specification as graphql-js knows them.
    const [before, now] = [committed, live].map((schema) => buildSchema(printSchema(schema)))
    assert.deepEqual(findBreakingChanges(before, now), [])
    assert.deepEqual(findBreakingChanges(now, before), [])
  })

  it('finds a description on every type, field, argument, input field, enum value and directive', () => {
    assert.deepEqual([...parts()].filter(([, part]) => !part.description?.trim()).map(([path]) => path), [])
  })

  it('finds the specification of every custom scalar', () => {
    const custom = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    assert.ok(custom.length > 0)
    assert.deepEqual(custom.filter((scalar) => !URL.canParse(scalar.specifiedByURL)).map((scalar) => scalar.name), [])
    assert.deepEqual(
      custom.map((scalar) => [scalar.name, scalar.specifiedByURL]),
      custom.map(({ name }) => [name, committed.getType(name).specifiedByURL]))
  })

  it('finds a reason for every deprecation', () => {
    const deprecated = JSON.stringify(introspection).match(/"isDeprecated":true,"deprecationReason":[^,}]+/g) ?? []
    assert.deepEqual(deprecated.filter((part) => /:(null|"\s*")$/.test(part)), [])
  })

  it('finds isOneOf of every input object', () => {
    const inputs = introspection.__schema.types.filter((type) => type.kind === 'INPUT_OBJECT')
    assert.deepEqual(inputs.filter((type) => typeof type.isOneOf !== 'boolean').map((type) => type.name), [])
  })

  it('finds the directives of the specification in introspection', () => {
    const names = live.getDirectives().filter(isSpecifiedDirective).map((directive) => directive.name)
    assert.deepEqual(['deprecated', 'include', 'skip', 'specifiedBy'].filter((name) => !names.includes(name)), [])
  })

  it('gets the committed file from the server, byte for byte', async () => {
    for (const path of ['?sdl', '/schema', '/schema.graphql']) {
      const response = await fetch(server.url + path)
      assert.equal(response.status, 200, path)
      assert.equal(await response.text(), sdl, path)
      const etag = response.headers.get('etag')
      assert.ok(etag, path)
      assert.equal((await fetch(server.url + path, { headers: { 'if-none-match': etag } })).status, 304, path)
    }
  })
})
