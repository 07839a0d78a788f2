import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { FakeSettings, FakeStats } from './settings.ts'

/** A running fake model server. */
export interface FakeModelServer {
  readonly baseUrl: string
  readonly pid: number
  control(change: Partial<FakeSettings>): Promise<void>
  stats(): Promise<FakeStats>
  /** Default settings, and nothing seen yet. */
  reset(change?: Partial<FakeSettings>): Promise<void>
  stop(): Promise<void>
}

/** Starts the server in a process of its own, so that its memory and time are not ours. It ends with this process at the latest. */
export async function startFakeModelServer(settings: Partial<FakeSettings> = {}): Promise<FakeModelServer> {
  const script = path.join(import.meta.dirname, 'server.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const baseUrl = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(child, 'exit').then(() => {
      throw new Error('fake model server ended before it began')
    }),
  ])
  const root = baseUrl.replace(/\/v1$/, '')
  const post = async (route: string, body: object): Promise<void> => {
    await (await fetch(root + route, { method: 'POST', body: JSON.stringify(body) })).text()
  }
  return {
    baseUrl,
    pid: child.pid as number,
    control: (change) => post('/control', change),
    stats: async () => (await (await fetch(`${root}/stats`)).json()) as FakeStats,
    async reset(change = {}) {
      await post('/reset', {})
      await post('/control', change)
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
