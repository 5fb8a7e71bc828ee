// The committed schema.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const schemaFile = join(root, 'schema.graphql')
export const sdl = readFileSync(schemaFile, 'utf8')
