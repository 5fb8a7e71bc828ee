// Starts the real server on a free loopback port, with a database of its own.
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const built = ['Debug', 'Release'].map((configuration) =>
  join(import.meta.dirname, '../../src/Restaurant.Graph/bin', configuration, 'net10.0/Restaurant.Graph.dll'))

/**
 * Starts a server in development: open around the clock, orders accepted at once, and a kitchen that brings them to READY in seconds.
 * @param {...string} settings Configuration as on the command line: `--Http:KeepAlive=00:00:01`.
 */
export async function startServer(...settings) {
  const dll = process.env.RESTAURANT_GRAPH_DLL ?? built.find(existsSync)
  if (!dll) throw new Error('The server is not built: dotnet build, or say where it is in RESTAURANT_GRAPH_DLL.')

  const folder = await mkdtemp(join(tmpdir(), 'restaurant-graph-'))
  const options = { cwd: folder, env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development' } }
  const child = spawn(
    'dotnet',
    [dll, '--urls', 'http://127.0.0.1:0', `--ConnectionStrings:Restaurant=Data Source=${join(folder, 'restaurant.db')}`, ...settings],
    { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  process.once('exit', () => child.kill('SIGKILL'))

  const [origin, { stdout: token }] = await Promise.all([
    listening(child), promisify(execFile)('dotnet', [dll, 'token', 'create', '--role', 'manager'], options)])
  return {
    origin,
    /** What says that a request is a manager's, as headers and as the payload of `connection_init`. */
    headers: { authorization: `Bearer ${token.trim()}` },
    url: `${origin}/graphql`,
    socketUrl: `${origin.replace('http', 'ws')}/graphql`,
    /** Shuts it down in order, and waits for its end. */
    async stop() {
      child.kill('SIGTERM')
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// The port is free because the system chose it, so the server has to say which; once it says so, it answers.
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (part) => {
      output += part
      const address = /Now listening on: (http:\/\/127\.0\.0\.1:\d+)/.exec(output)
      if (address) resolve(address[1])
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
}
