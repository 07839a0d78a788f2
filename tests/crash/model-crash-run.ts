import { setTimeout as sleep } from 'node:timers/promises'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { recordOf } from '../../src/pipeline/calling/request-record.ts'
import { jobRequest, jobRunId, type JobOptions } from '../faults/model-job.ts'
import { reportOf, startJob } from '../faults/start-job.ts'
import type { FakeModelServer } from '../fake-model-server/start.ts'

export interface ModelCrashReport {
  readonly kills: number
  /** Kills that cut at least one request off. */
  readonly killsInFlight: number
  /** Requests answered whole more than once, over all lives. */
  readonly answeredTwice: number
  /** Most such requests that a single kill caused. */
  readonly mostRepeated: number
  /** Replies that were handed out and are not in the ledger as they were. */
  readonly lost: number
  /** Requests of the job with a reply in the ledger at the end, and replies beyond one each. */
  readonly recorded: number
  readonly duplicates: number
}

/**
 * Runs a job, kills it with SIGKILL at random points of its work and starts it again, `kills` times; then lets it end. Kills land
 * after the life's second request, so that they hit work and not start-up.
 */
export async function crashModelJob(
  server: FakeModelServer,
  {
    kills,
    count,
    workers,
    folder,
  }: { readonly kills: number; readonly count: number; readonly workers: number; readonly folder: string },
): Promise<ModelCrashReport> {
  const options: JobOptions = {
    baseUrl: server.baseUrl,
    folder,
    count,
    limits: { concurrency: workers },
    timeout: 10_000,
    tell: true,
  }
  const random = randomAt(randomKey('model crash test', kills), 0)
  const latency = 60
  await server.reset({ latency, spread: 0.8 })
  const handedOut = new Map<string, string>()
  const counts = { done: 0, inFlight: 0, twice: 0, mostRepeated: 0 }
  // Each life gets its share of the work, so that the last kill still meets some.
  const share = (count / workers / (kills + 1)) * latency
  const note = (lines: readonly string[]): void => {
    for (const line of lines) {
      const [word, key = '', reply = ''] = line.split(' ')
      // The last line of a killed process may be cut off.
      if (word === 'done' && key.length === 32 && reply !== '' && line !== lines.at(-1))
        handedOut.set(key, reply)
    }
  }
  const repeated = async (): Promise<void> => {
    const { answeredTwice } = await server.stats()
    counts.mostRepeated = Math.max(counts.mostRepeated, answeredTwice - counts.twice)
    counts.twice = answeredTwice
  }
  while (counts.done < kills) {
    const job = startJob(options)
    // The first request of a life goes alone, to learn what the endpoint understands; with the second one work is in full swing.
    const asked = (await server.stats()).requests
    while ((await server.stats()).requests < asked + 2 && job.child.exitCode === null) await sleep(5)
    if (job.child.exitCode !== null)
      throw new Error('the job ended before the last kill; give it more requests')
    await sleep(random.float() * share * 2)
    // Aimed at a moment with requests in flight: on a busy machine a job spends most of its time on replies it has.
    while (job.child.exitCode === null && (await server.stats()).inFlight === 0) await sleep(1)
    // Stopped, it does nothing more: what the server now has in hand is what the kill cuts off.
    job.child.kill('SIGSTOP')
    if ((await server.stats()).inFlight > 0) counts.inFlight += 1
    job.child.kill('SIGKILL')
    await job.ended
    note(job.lines)
    await sleep(latency * 2)
    counts.done += 1
    await repeated()
  }
  const last = startJob(options)
  await last.ended
  const { error } = reportOf(last)
  if (error !== undefined) throw new Error(`the last life failed: ${error.message}`)
  note(last.lines)
  await repeated()
  return {
    kills,
    killsInFlight: counts.inFlight,
    answeredTwice: counts.twice,
    mostRepeated: counts.mostRepeated,
    ...(await compare(folder, { count, handedOut })),
  }
}

async function compare(
  folder: string,
  { count, handedOut }: { readonly count: number; readonly handedOut: ReadonlyMap<string, string> },
): Promise<Pick<ModelCrashReport, 'lost' | 'recorded' | 'duplicates'>> {
  const workspace = await openWorkspace(folder)
  const keys = Array.from(
    { length: count },
    (_, index) => recordOf({ name: 'fake', parameters: {} }, jobRequest(index)).key,
  )
  const held = await workspace.ledger.recall(keys)
  const { requests, answered } = await workspace.ledger.totals(jobRunId)
  await workspace.close()
  const lost = [...handedOut].filter(([key, reply]) => {
    const body = held.get(key)?.body as { readonly detail?: { readonly id?: string } } | undefined
    return body?.detail?.id !== reply
  })
  return { lost: lost.length, recorded: held.size, duplicates: answered - held.size + (requests - count) }
}
