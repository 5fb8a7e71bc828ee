// The contender over PostgreSQL: PostGraphile with its own server, over the tables of the product and what functions.sql adds to them.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

const [url, connectionString] = process.argv.slice(2);
const { hostname, port } = new URL(url);

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  // As many connections as the server reads by.
  pgServices: [makePgService({ connectionString, schemas: ['public'], pubsub: false, poolConfig: { max: 16 } })],
  disablePlugins: ['PgIndexBehaviorsPlugin', 'PgMutationCreatePlugin', 'PgMutationUpdateDeletePlugin'],
  schema: {
    // Lists without connections where nobody pages, and sorting by columns without an index, as the server does.
    defaultBehavior: 'list connection orderBy filterBy',
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, websockets: false, outputDataAsString: true },
  grafast: { explain: false },
};

const instance = postgraphile(preset);
const server = createServer();
server.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(port), hostname);
