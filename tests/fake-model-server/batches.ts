import type { IncomingMessage } from 'node:http'
import type { ChatBody } from './answer.ts'

interface FakeBatch {
  readonly id: string
  readonly metadata: unknown
  readonly input: string
  polls: number
}

const files = new Map<string, string>()
const batches: FakeBatch[] = []

/** How the server answers and charges one request. */
export interface Answering {
  readonly charge: (body: string) => void
  readonly completion: (body: ChatBody, number: number) => object
}

/** `/v1/files` and `/v1/batches`. A batch is done at its second look; every tenth request of it expires. */
export async function batchRoutes(
  route: string,
  {
    bytes,
    request,
    answering,
  }: {
    readonly bytes: Buffer
    readonly request: IncomingMessage
    readonly answering: Answering
  },
): Promise<object | string | undefined> {
  if (route === 'POST /v1/files') {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData()
    const file = form.get('file')
    const id = `file-${files.size + 1}`
    files.set(id, typeof file === 'string' ? file : ((await file?.text()) ?? ''))
    return { id, object: 'file', purpose: form.get('purpose'), status: 'processed' }
  }
  const content = route.match(/^GET \/v1\/files\/([\w-]+)\/content$/)
  if (content !== null) return files.get(content[1] as string)
  if (route === 'POST /v1/batches') {
    const { input_file_id: input, metadata } = JSON.parse(bytes.toString()) as Record<string, string>
    const batch: FakeBatch = { id: `batch_${batches.length + 1}`, metadata, input: input ?? '', polls: 0 }
    batches.push(batch)
    return shown(batch)
  }
  if (route === 'GET /v1/batches') return { object: 'list', data: batches.map(shown), has_more: false }
  const one = route.match(/^GET \/v1\/batches\/([\w-]+)$/)
  const batch = batches.find(({ id }) => id === one?.[1])
  if (batch === undefined) return undefined
  batch.polls += 1
  if (batch.polls === 2) run(batch, answering)
  return shown(batch)
}

function run(batch: FakeBatch, { charge, completion }: Answering): void {
  const lines = (files.get(batch.input) ?? '').split('\n').filter((line) => line !== '')
  const [output, errors]: [string[], string[]] = [[], []]
  for (const [index, line] of lines.entries()) {
    const { custom_id: id, body } = JSON.parse(line) as {
      readonly custom_id: string
      readonly body: ChatBody
    }
    if (id.length > 64) throw new Error(`custom_id too long: ${id}`)
    if (index % 10 === 9) {
      errors.push(
        JSON.stringify({
          custom_id: id,
          response: null,
          error: { code: 'batch_expired', message: 'expired' },
        }),
      )
    } else {
      charge(JSON.stringify(body))
      output.push(
        JSON.stringify({
          custom_id: id,
          response: { status_code: 200, body: completion(body, index) },
          error: null,
        }),
      )
    }
  }
  files.set(`${batch.id}-output`, output.join('\n'))
  files.set(`${batch.id}-errors`, errors.join('\n'))
}

function shown({ id, metadata, input, polls }: FakeBatch): object {
  const done = polls >= 2
  const total = (files.get(input) ?? '').split('\n').filter((line) => line !== '').length
  const failed = Math.floor(total / 10)
  return {
    id,
    object: 'batch',
    metadata,
    input_file_id: input,
    status: done ? 'completed' : 'in_progress',
    output_file_id: done ? `${id}-output` : null,
    error_file_id: done ? `${id}-errors` : null,
    request_counts: { total, completed: done ? total - failed : 0, failed: done ? failed : 0 },
  }
}
