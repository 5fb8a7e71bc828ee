// The contender in Node: fastify and mercurius with its compiler, over the same schema and the same file.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { Store } from './store.js';
import { resolversOf } from './resolvers.js';

const [url, database] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const store = new Store(database);
const app = Fastify();
app.register(mercurius, {
  schema: readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'),
  ...resolversOf(store),
  jit: 1,
  subscription: true,
});
await app.listen({ host: hostname, port: Number(port) });
