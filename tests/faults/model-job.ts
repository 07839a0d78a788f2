/**
 * A job of many requests to a model, in a process of its own: `node tests/faults/model-job.ts OPTIONS` with {@link JobOptions} as JSON. Prints
 * `done KEY REPLY_ID` for each settled request, and {@link JobReport} as JSON in the last line. SIGINT aborts it.
 */
import process from 'node:process'
import { openAiEndpoint } from '../../src/adapters/openai/openai-endpoint.ts'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { ConceptloomError } from '../../src/core/errors.ts'
import { contentId } from '../../src/core/identity.ts'
import type { ModelReply, ModelRequest } from '../../src/core/model.ts'
import type { BudgetCaps } from '../../src/pipeline/calling/budget.ts'
import type { CallProgress } from '../../src/pipeline/calling/call-progress.ts'
import { defaultPatience, type Patience } from '../../src/pipeline/calling/call-parts.ts'
import type { LimiterOptions } from '../../src/pipeline/calling/limiter.ts'
import { spentBefore } from '../../src/pipeline/calling/request-record.ts'
import { recordModel } from '../../src/pipeline/recorded-model.ts'
import { systemClock } from '../fake-model-server/system-clock.ts'

export interface JobOptions {
  readonly baseUrl: string
  readonly folder: string
  readonly count: number
  readonly limits: LimiterOptions
  readonly caps?: BudgetCaps
  readonly patience?: Partial<Patience>
  readonly timeout?: number
  readonly key?: string
  /** Print each settled request. */
  readonly tell?: boolean
}

export interface JobReport {
  readonly calls: CallProgress
  readonly outcomes: Readonly<Record<string, number>>
  readonly error?: {
    readonly name: string
    readonly message: string
    readonly exitCode?: number
    readonly stack: string
  }
  /** Peak resident memory in MB. */
  readonly rss: number
}

export const jobRunId: string = contentId('run', 'model job')

/** The request of an index; all of them differ. */
export function jobRequest(index: number): ModelRequest {
  return {
    runId: jobRunId,
    purpose: 'generate',
    prompt: 'job@1',
    messages: [{ role: 'user', content: `Write question ${index}.` }],
    temperature: 1,
    maxTokens: 200,
    seed: index,
  }
}

async function runJob(options: JobOptions): Promise<JobReport> {
  const { baseUrl, folder, count, limits, caps = { tokens: 1e9 }, patience, timeout = 1000 } = options
  const workspace = await openWorkspace(folder)
  const endpoint = openAiEndpoint({
    name: 'fake',
    model: 'fake',
    baseUrl,
    key: options.key,
    timeout,
    maxResponseBytes: 1_048_576,
    connections: limits.concurrency,
    parameters: {},
    reasoningTokens: 0,
    seed: true,
  })
  const model = recordModel(
    endpoint,
    { ledger: workspace.ledger, clock: systemClock },
    {
      limits,
      caps,
      spent: await spentBefore(workspace.ledger, jobRunId),
      price: { input: 1, output: 2 },
      patience: { ...defaultPatience, ...patience },
    },
  )
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort(new Error('interrupted')))
  const outcomes: Record<string, number> = {}
  let next = 0
  const work = async (): Promise<void> => {
    while (next < count) {
      const reply = await model.complete(jobRequest(next++), { signal: stopping.signal })
      outcomes[reply.outcome] = (outcomes[reply.outcome] ?? 0) + 1
      if (options.tell === true) await tell(reply, workspace.ledger)
    }
  }
  const settled = await Promise.allSettled(Array.from({ length: limits.concurrency }, work))
  const failed = settled.find((one) => one.status === 'rejected')
  const calls = { ...model.calls }
  await endpoint.close()
  await workspace.close()
  return {
    calls,
    outcomes,
    ...(failed === undefined ? {} : { error: describeError(failed.reason) }),
    rss: process.resourceUsage().maxRSS / 1024,
  }
}

async function tell(
  { key }: ModelReply,
  ledger: { recall(keys: readonly string[]): Promise<ReadonlyMap<string, { readonly body: unknown }>> },
): Promise<void> {
  const body = (await ledger.recall([key])).get(key)?.body as { readonly detail?: { readonly id?: string } }
  process.stdout.write(`done ${key} ${body.detail?.id ?? 'none'}\n`)
}

function describeError(error: unknown): NonNullable<JobReport['error']> {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), stack: '' }
  return {
    name: error.name,
    message: error.message,
    stack: `${error.stack ?? ''}${JSON.stringify(error)}`,
    ...(error instanceof ConceptloomError ? { exitCode: error.exitCode } : {}),
  }
}

if (import.meta.main) {
  const report = await runJob(JSON.parse(process.argv[2] ?? '{}') as JobOptions)
  process.stdout.write(`${JSON.stringify(report)}\n`)
  process.exit()
}
