import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import process from 'node:process'

const root = resolve(import.meta.dirname, '../..')
const program = join(root, 'src/surfaces/cli/main.ts')

export interface ServedWorkspace {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** A command of the command line, to its end; gives what it prints. */
export function runCommand(...words: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  })
}

export function buildPage(): void {
  execFileSync(join(root, 'node_modules/.bin/vite'), ['build', 'src/surfaces/web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
}

/** A service of a process of its own on a free port. */
export async function serveWorkspace(workspace: string): Promise<ServedWorkspace> {
  const service = spawn(process.execPath, [program, 'serve', '--port', '0', '--workspace', workspace], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(service)
  return {
    address,
    stop: async () => {
      const closed = once(service, 'exit')
      service.kill('SIGTERM')
      await closed
    },
  }
}

/** The address that the service says it answers at. */
async function addressOf(service: ChildProcess): Promise<string> {
  let said = ''
  return await new Promise((found, failed) => {
    const read = (part: Buffer): void => {
      said += part.toString()
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address !== undefined) found(address)
    }
    service.stdout?.on('data', read)
    service.stderr?.on('data', read)
    service.once('exit', (code) => failed(new Error(`the service ended with ${String(code)}: ${said}`)))
  })
}
