import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/** A running server of a real model. */
export interface LlmServer {
  /** Ends in `/v1`. */
  readonly baseUrl: string
  stop(): Promise<void>
}

/** Exit code of `set-up.sh` where this machine lacks what it needs. */
const unavailable = 69

/**
 * Sets up, once, and starts llama.cpp's server with a small model in a process of its own; it ends with this process at the latest.
 *
 * @returns the server, or why this machine cannot have it
 * @throws Error when it was set up and does not start
 */
export async function startLlmServer(): Promise<LlmServer | { readonly missing: string }> {
  const setUp = spawnSync('sh', [join(import.meta.dirname, 'set-up.sh')], { encoding: 'utf8' })
  if (setUp.status === unavailable) return { missing: setUp.stderr.trim() }
  if (setUp.status !== 0) throw new Error(`set-up.sh: exit code ${setUp.status}: ${setUp.stderr}`)

  const child = spawn(setUp.stdout.trim(), [join(import.meta.dirname, 'serve.py')])
  const log: string[] = []
  child.stderr.on('data', (chunk) => void log.push(String(chunk)))
  const ended = once(child, 'exit')
  const address = await Promise.race([
    addressIn(createInterface({ input: child.stdout })),
    ended.then(() => Promise.reject(new Error(`the model server ended before it began:\n${log.join('')}`))),
  ])
  await untilHealthy(address)
  return {
    baseUrl: `${address}/v1`,
    async stop() {
      child.stdin.end()
      const killer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(killer)
    },
  }
}

/** The address among whatever else the server prints. */
async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    if (line.startsWith('{"address":')) return (JSON.parse(line) as { address: string }).address
  }
  throw new Error('the model server told no address')
}

async function untilHealthy(address: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const response = await fetch(`${address}/health`).catch(() => undefined)
    if (response?.ok === true) return
    await sleep(500)
  }
  throw new Error(`the model server does not answer: ${address}`)
}
