import fc from 'fast-check'
import type { ReplyMedia, Route } from '../../src/surfaces/api/contract/routes.ts'
import { routes } from '../../src/surfaces/api/contract/routes.ts'
import { problemSchema } from '../../src/surfaces/api/contract/problem.ts'
import { createClient } from '../../src/surfaces/api/client.ts'
import { arbitraryRequests, type DrawnRequest } from './arbitrary-requests.ts'
import { ask, type Answered } from './ask.ts'
import type { ServedPlace } from './served-place.ts'

/** What no answer may hold: a stack, a place of this machine, a key. */
const leaks =
  /\bat \S+ \(|\.(?:ts|js|mjs):\d+|node_modules|\/(?:home|root|tmp|work|var|usr)\/|sk-canary|sqlite/

/** How many answers there were by status, and what was wrong with them. */
export interface FuzzReport {
  readonly byStatus: Readonly<Record<number, number>>
  readonly accepted: number
  readonly faults: readonly string[]
}

/** Asks a service so many requests drawn from its own document, four at a time. */
export async function fuzzService(
  place: ServedPlace,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<FuzzReport> {
  const client = createClient({ baseUrl: place.url })
  const document = await client.openApi()
  const requests = fc.sample(
    arbitraryRequests(document, {
      known: await knownNames(place),
      // More would start runs and write large datasets: they have tests of their own.
      caps: { count: 3, nodes: 200, limit: 20, size: 20 },
      leaveOut: ['buildDataset', 'cancelRun', 'resumeRun'],
    }),
    { numRuns: count, seed },
  )
  const byStatus: Record<number, number> = {}
  const faults: string[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const answer = await ask(place.port, { ...request, headers: { ...request.headers, host: '127.0.0.1' } })
      byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1
      const fault = faultOf(request, answer)
      if (fault !== undefined)
        faults.push(
          `${fault}: ${JSON.stringify(request).slice(0, 600)} -> ${answer.status} ${answer.text.slice(0, 400)}`,
        )
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return { byStatus, accepted: requests.filter(({ accepted }) => accepted).length, faults }
}

async function knownNames(place: ServedPlace): Promise<readonly string[]> {
  const client = createClient({ baseUrl: place.url })
  const concepts = await client.listConcepts({ limit: 10 })
  const pairs = await client.listPairs({ limit: 10 })
  const topics = await client.listConcepts({ limit: 3, kind: 'topic' })
  const [first] = concepts.items
  if (first === undefined) throw new Error('no concepts')
  const edit = await client.editConcept({
    id: first.id,
    body: { kind: 'rename', name: 'renamed', editor: 'ada' },
  })
  await client.undoEdit({ id: edit.id })
  return [...concepts.items, ...topics.items, ...pairs.items].map(({ id }) => id).concat(place.runId, edit.id)
}

function faultOf(request: DrawnRequest, { status, headers, text, json }: Answered): string | undefined {
  if (status >= 500) return 'a fault of the service'
  if (!request.path.includes('provenance') && leaks.test(text)) return 'a leak'
  // A key that was used before is the one thing a schema cannot tell.
  if (request.accepted && [400, 415, 422].includes(status) && !text.includes(':idempotency-mismatch'))
    return 'refused what the document accepts'
  if (request.method === 'HEAD' || status === 304) return undefined
  const type = String(headers['content-type'])
  if (status >= 400) {
    if (!type.startsWith('application/problem+json')) return 'not a problem'
    const problem = problemSchema.safeParse(json())
    return problem.success ? undefined : `a problem that is none: ${problem.error.message}`
  }
  const route = routes[request.operation as keyof typeof routes] as Route
  const reply = (
    route.replies as Readonly<Record<number, { media: ReplyMedia; schema?: typeof problemSchema }>>
  )[status]
  // A spoiled path may be that of another route.
  if (!request.accepted || reply === undefined)
    return request.accepted ? 'a status that is not documented' : undefined
  if (reply.media !== 'json' || reply.schema === undefined) return undefined
  const read = reply.schema.safeParse(json())
  return read.success ? undefined : `not what the document says: ${read.error.message.slice(0, 500)}`
}
