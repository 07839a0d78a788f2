import { spawn, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const main = join(root, 'src/surfaces/cli/main.ts')

export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the command line in its own process, as a user would. */
export function startCommand(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Runs a command to its end. */
export async function runCommand(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): Promise<CommandResult> {
  const child = startCommand(args, options)
  child.stdin?.end(options.input ?? '')
  return finished(child)
}

/** The result of a command that must succeed. @throws Error with all it printed when it did not */
export async function succeeded(running: Promise<CommandResult>): Promise<CommandResult> {
  const result = await running
  const { code, stdout, stderr } = result
  if (code !== 0) throw new Error(`exit code ${code}\nstdout: ${stdout}\nstderr: ${stderr}`)
  return result
}

/** What a started command printed, once it has ended. */
export function finished(child: ChildProcess): Promise<CommandResult> {
  const parts = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => (parts.stdout += String(chunk)))
  child.stderr?.on('data', (chunk) => (parts.stderr += String(chunk)))
  return new Promise((settle) => child.on('close', (code) => settle({ code, ...parts })))
}
