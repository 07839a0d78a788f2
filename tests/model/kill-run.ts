import { setTimeout as sleep } from 'node:timers/promises'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { contentId } from '../../src/core/identity.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import type { FakeStats } from '../fake-model-server/settings.ts'
import type { FakeModelServer } from '../fake-model-server/start.ts'
import { type ModelRunOptions, type ModelRunResult, runModel, startModel, untilAsked } from './model-run.ts'

export interface KillOptions {
  readonly kills: number
  /** Requests of the whole run, roughly: each life gets its share of them before it is killed. */
  readonly requests: number
  readonly concurrency: number
  /** Milliseconds of each reply of the server. */
  readonly latency: number
}

export interface KillReport {
  readonly kills: number
  /** Kills with at least one request under way: not answered yet by the server, or answered and not recorded yet. */
  readonly killsInFlight: number
  /** Replies given whole and not recorded: most that one kill added, and those of all. */
  readonly mostUnrecorded: number
  readonly unrecorded: number
  /** Requests answered whole more than once, over all lives. */
  readonly answeredTwice: number
  /** The life that was left alone. */
  readonly last: ModelRunResult
}

/**
 * Starts a run, kills it with SIGKILL at a random point of its work and starts it again, `kills` times; then lets it end. Kills land
 * after the life's second request, so that they hit work and not start-up.
 */
export async function killRun(
  server: FakeModelServer,
  options: ModelRunOptions,
  { kills, requests, concurrency, latency }: KillOptions,
): Promise<KillReport> {
  const random = randomAt(randomKey('model run kills', kills), 0)
  await server.reset({ latency })
  const flags = [...(options.flags ?? []), '--concurrency', String(concurrency)]
  const share = (requests / concurrency / (kills + 1)) * latency
  const counts = { inFlight: 0, most: 0, unrecorded: 0 }
  let cut = 0
  for (let kill = 0; kill < kills; kill++) {
    const life = startModel({ ...options, flags })
    // The first request of a life goes alone, to learn what the endpoint understands; with the second one work is in full swing.
    await untilAsked(server, life, (await server.stats()).requests + 2)
    await sleep(random.float() * share * 2)
    // Aimed at a moment with requests in flight: under load a run spends most of its time on replies it has.
    while (life.running && (await server.stats()).inFlight === 0) await sleep(1)
    if (!life.running) throw new Error('the run ended before the last kill; give it more pairs')
    life.child.kill('SIGKILL')
    await life.ended
    const seen = await settled(server, latency)
    // All that was answered, repeats too, less what the ledger holds: each kill may add what was under way, and no more.
    const unrecorded = seen.answered - (await recordedReplies(options.place.workspace))
    const added = unrecorded - counts.unrecorded
    if (seen.cut > cut || added > 0) counts.inFlight += 1
    counts.most = Math.max(counts.most, added)
    counts.unrecorded = unrecorded
    cut = seen.cut
  }
  const last = await runModel({ ...options, flags })
  const { answeredTwice } = await server.stats()
  return {
    kills,
    killsInFlight: counts.inFlight,
    mostUnrecorded: counts.most,
    unrecorded: counts.unrecorded,
    answeredTwice,
    last,
  }
}

/** What the server has seen once it has answered all that was sent; a busy machine reads late what a killed process wrote. */
async function settled(server: FakeModelServer, latency: number): Promise<FakeStats> {
  let before = await server.stats()
  for (;;) {
    await sleep(latency * 2)
    const now = await server.stats()
    if (now.answered === before.answered && now.requests === before.requests) return now
    before = now
  }
}

/** Answers in the ledger, of labels and of runs. */
async function recordedReplies(folder: string): Promise<number> {
  const workspace = await openWorkspace(folder)
  try {
    const runs = await workspace.runs.list()
    const ids = [contentId('extraction', 'fake'), ...runs.map(({ id }) => id)]
    const totals = await Promise.all(ids.map((id) => workspace.ledger.totals(id)))
    return totals.reduce((sum, { answered }) => sum + answered, 0)
  } finally {
    await workspace.close()
  }
}
