import type { OpenAI } from 'openai'
import {
  type BatchEndpoint,
  type BatchItem,
  type BatchResult,
  type BatchState,
  EndpointFailure,
} from '../../core/model-endpoint.ts'
import type { Capabilities } from './capabilities.ts'
import { classifyFailure } from './classify-failure.ts'
import type { EndpointSettings } from './endpoint-settings.ts'
import type { OpenAiClient } from './openai-client.ts'
import { readCompletion } from './read-completion.ts'
import { wireBody } from './wire-body.ts'

type Batch = OpenAI.Batches.Batch

/** Under this name a batch's metadata holds its label. */
const labelName = 'conceptloom'

const ended: readonly string[] = ['completed', 'expired', 'cancelled']

interface OutputLine {
  readonly custom_id: string
  readonly response: { readonly status_code: number; readonly body: unknown } | null
}

/** The Batch API: a JSON Lines file up, a batch, files down. `custom_id` is the ledger key. */
export function openAiBatches(
  settings: EndpointSettings,
  shared: { readonly open: () => Promise<OpenAiClient>; readonly capabilities: () => Capabilities },
): BatchEndpoint {
  async function attempt<T>(work: (opened: OpenAiClient) => Promise<T>): Promise<T> {
    const opened = await shared.open()
    try {
      return await work(opened)
    } catch (error) {
      throw classifyFailure(error, opened.failures)
    }
  }

  function lineOf({ key, request }: BatchItem): string {
    const body = wireBody(request, settings.model, {
      capabilities: shared.capabilities(),
      extra: settings.parameters,
    })
    return `${JSON.stringify({ custom_id: key, method: 'POST', url: '/v1/chat/completions', body })}\n`
  }

  return {
    name: settings.name,
    submit: (label, items) =>
      attempt(async ({ client }) => {
        const file = await client.files.create({
          file: new File(items.map(lineOf), `${label}.jsonl`, { type: 'application/jsonl' }),
          purpose: 'batch',
        })
        const batch = await client.batches.create({
          input_file_id: file.id,
          endpoint: '/v1/chat/completions',
          completion_window: '24h',
          metadata: { [labelName]: label },
        })
        return batch.id
      }),
    find: (label) =>
      attempt(async ({ client }) => {
        for await (const batch of client.batches.list({ limit: 100 }))
          if (batch.metadata?.[labelName] === label && batch.status !== 'failed') return batch.id
        return undefined
      }),
    state: (id) => attempt(async ({ client }) => stateOf(await client.batches.retrieve(id))),
    async *results(id) {
      const { client, pool, headers } = await shared.open()
      const batch = await attempt(() => client.batches.retrieve(id))
      for (const file of [batch.output_file_id, batch.error_file_id]) {
        if (typeof file !== 'string') continue
        const url = `${settings.baseUrl}/files/${encodeURIComponent(file)}/content`
        for await (const line of pool.lines(url, headers)) {
          const result = resultOf(line)
          if (result !== undefined) yield result
        }
      }
    },
  }
}

function stateOf({ id, status, request_counts: counts }: Batch): BatchState {
  const state = ended.includes(status) ? 'ended' : status === 'failed' ? 'failed' : 'running'
  return { id, state, done: counts?.completed ?? 0, failed: counts?.failed ?? 0, total: counts?.total ?? 0 }
}

/** `undefined` for a line that cannot be read or an item that was never worked on. */
function resultOf(line: string): BatchResult | undefined {
  let parsed: OutputLine
  try {
    parsed = JSON.parse(line) as OutputLine
  } catch {
    return undefined
  }
  const { custom_id: key, response } = parsed
  if (typeof key !== 'string' || typeof response !== 'object' || response === null) return undefined
  if (response.status_code !== 200) {
    const reason = response.status_code < 500 ? 'rejected' : 'server-error'
    const message = `${reason} (${response.status_code}) in a batch`
    return {
      key,
      result: new EndpointFailure(message, { verdict: 'retry', reason, status: response.status_code }),
    }
  }
  try {
    return { key, result: readCompletion(response.body, { messages: [] }) }
  } catch (error) {
    if (error instanceof EndpointFailure) return { key, result: error }
    throw error
  }
}
