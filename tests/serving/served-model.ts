import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createClient, type Client } from '../../src/surfaces/api/client.ts'
import type { RunEvent, RunView } from '../../src/surfaces/api/contract/runs.ts'
import { finished, startCommand } from '../cli/run-command.ts'
import type { FakeModelServer } from '../fake-model-server/start.ts'

/** The key of the served endpoint: it must stand in no answer. */
export const key = 'sk-canary-0123456789abcdef'

/** Variables of a process that asks the fake server. */
export function modelEnvironment({ baseUrl }: Pick<FakeModelServer, 'baseUrl'>): Record<string, string> {
  return {
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: key,
    NODE_OPTIONS: '',
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'conceptloom-compile-cache'),
  }
}

/** A price list that has the fake model, so that runs cost something. */
export function priceFile(folder: string): string {
  const file = path.join(folder, 'prices.yaml')
  writeFileSync(file, 'currency: USD\nasOf: 2026-01-01\nmodels:\n  fake: { input: 1, output: 2 }\n')
  return file
}

/** `conceptloom serve` in a process of its own. */
export interface ServedModel {
  readonly url: string
  readonly client: Client
  /** Every answer that the client was given, with its headers. */
  readonly answers: () => readonly Answer[]
  /** @default SIGTERM */
  stop(signal?: NodeJS.Signals): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly type: string | null
  /** Absent for a stream of events. */
  readonly text: string
}

/** Starts the service of a workspace and waits until it listens. */
export async function serveModel(
  workspace: string,
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<ServedModel> {
  const child = startCommand(['serve', '--workspace', workspace, '--port', '0', '--json', ...flags], {
    env: { ...environment },
  })
  child.stdin?.end()
  const ended = finished(child)
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    ended.then(({ stderr }) => Promise.reject(new Error(`the service did not start: ${stderr}`))),
  ])
  const { url } = JSON.parse(line) as { readonly url: string }
  const answers: Answer[] = []
  const client = createClient({
    baseUrl: url,
    async fetch(...request) {
      const response = await fetch(...request)
      const type = response.headers.get('content-type')
      const text = type === 'text/event-stream' ? '' : await response.clone().text()
      answers.push({ status: response.status, location: response.headers.get('location'), type, text })
      return response
    },
  })
  return {
    url,
    client,
    answers: () => answers,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}

/** The events of a run, to its end. */
export async function watch(client: Client, id: string): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = []
  for await (const { event } of await client.watchRun({ id, lastEventId: '0' })) events.push(event)
  return events
}

/** The run that a request became. */
export async function startRun(
  client: Client,
  body: Parameters<Client['generate']>[0]['body'],
): Promise<RunView> {
  const answer = await client.generate({ body })
  if (!('activity' in answer)) throw new Error('answered at once')
  return answer
}
