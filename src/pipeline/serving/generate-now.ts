import type { Config } from '../../core/config.ts'
import { ConflictError } from '../../core/errors.ts'
import type { Generation, GenerationRequest } from '../../surfaces/api/contract/generations.ts'
import { detailPair } from '../explore/describe-pair.ts'
import { openThread, type Thread } from '../open-thread.ts'
import { configOnGraph } from '../run-on-graph.ts'
import { onShownConcepts, type EditedRun } from './edited-run.ts'
import { generationConfig } from './generation-config.ts'
import type { InstantReply, InstantRequest } from './instant-sources.ts'

export interface InstantGenerator {
  generate(request: GenerationRequest): Promise<Generation>
  close(): Promise<void>
}

export interface InstantGeneratorParts {
  /** As the service was started. */
  readonly config: Config
  /** What the run of that id, or the latest finished one, stands on, as it is shown. */
  readonly loadBase: (run?: string) => Promise<EditedRun>
  /** Threads that draw; they start with the first request. @default 2 */
  readonly threads?: number
}

/** Most pairs that are drawn at once. */
const mostPairs = 200

/** Draws small numbers of procedural pairs in threads that keep what a graph needs to be drawn from. */
export function openInstantGenerator({
  config,
  loadBase,
  threads = 2,
}: InstantGeneratorParts): InstantGenerator {
  const pool: { thread: Thread<InstantRequest, InstantReply>; waiting: number }[] = []

  function leastBusy(): (typeof pool)[number] {
    const idle = pool.find(({ waiting }) => waiting === 0)
    if (idle !== undefined) return idle
    if (pool.length < threads) {
      const opened = { thread: openThread<InstantRequest, InstantReply>('generate-worker', null), waiting: 0 }
      pool.push(opened)
      return opened
    }
    return pool.reduce((least, other) => (other.waiting < least.waiting ? other : least))
  }

  async function draw(base: EditedRun, wanted: Config, count: number): Promise<InstantReply> {
    const { graph, contributions, run } = base
    const request = { graphVersion: graph.version, config: configOnGraph(wanted, base), count }
    const member = leastBusy()
    member.waiting++
    try {
      const reply = await member.thread.ask(request)
      if (reply.kind !== 'no-ground') return reply
      return await member.thread.ask({ ...request, ground: { graph, contributions, runId: run.id } })
    } catch (error) {
      // A thread that failed answers nothing any more.
      pool.splice(pool.indexOf(member), 1)
      throw error
    } finally {
      member.waiting--
    }
  }

  return {
    async generate(request) {
      const base = await loadBase(request.run)
      const shown = onShownConcepts(request, base)
      const wanted = generationConfig(config, { ...shown, engine: 'procedural' }, { models: [] })
      const count = Math.min(mostPairs, request.count ?? 1)
      const reply = await draw(base, wanted, count)
      if (reply.kind !== 'pairs')
        throw new ConflictError(reply.kind === 'failed' ? reply.message : 'no graph to draw from')
      return {
        // They are stored nowhere; the run is the one whose graph they were drawn on.
        pairs: reply.pairs.map((pair) => ({ ...detailPair(pair, base), run: base.run.id })),
        skipped: reply.skipped,
      }
    },
    async close() {
      await Promise.all(pool.map(({ thread }) => thread.stop()))
    },
  }
}
