import { execFile } from 'node:child_process'
import { join } from 'node:path'

/** Runs a tool of the installed packages; what it printed is the message of the error if it fails. */
export function run(tool, ...args) {
  const file = join(import.meta.dirname, 'node_modules/.bin', tool)
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd: import.meta.dirname }, (error, stdout, stderr) => error ? reject(new Error(stdout + stderr)) : resolve(stdout))
  })
}
