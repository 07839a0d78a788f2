import type { Config } from '../../core/config.ts'
import { ConceptloomError } from '../../core/errors.ts'
import { contentId, type ContentId, type JsonValue } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import { openProceduralSource, type DrawJob, type PairSource } from '../draw-pairs.ts'

/** What a thread is asked: pairs by a configuration on a graph that it was given before, or is given now. */
export interface InstantRequest {
  readonly graphVersion: ContentId
  /** Absent where the thread should have it. */
  readonly ground?: Ground
  readonly config: Config
  readonly count: number
}

export type Ground = Pick<DrawJob, 'graph' | 'contributions' | 'runId'>

export type InstantReply =
  | {
      readonly kind: 'pairs'
      readonly pairs: readonly Pair[]
      readonly skipped: Readonly<Record<string, number>>
    }
  /** The thread has given the graph up, or never had it. */
  | { readonly kind: 'no-ground' }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }

/** Graphs and prepared sources that a thread keeps, those used last. */
const mostGrounds = 4
const mostSources = 16

/** Draws without a new pair after which a request is answered with what there is: some concepts have few wordings, or none. */
const patience = 200

export function openInstantSources(): { answer(request: InstantRequest): Promise<InstantReply> } {
  const grounds = new Map<ContentId, Ground>()
  const sources = new Map<ContentId, PairSource>()

  function sourceOf({ graphVersion, config }: InstantRequest, ground: Ground): PairSource {
    const { walk, run, dataset, seeds } = config
    const key = contentId('instant-source', [
      graphVersion,
      walk as unknown as JsonValue,
      run.seed,
      dataset.splits as unknown as JsonValue,
      seeds.allowTestSeeds,
    ])
    const source = sources.get(key) ?? openProceduralSource({ ...ground, config })
    keepLatest(sources, key, source, mostSources)
    return source
  }

  return {
    async answer(request) {
      const { graphVersion, count } = request
      const ground = request.ground ?? grounds.get(graphVersion)
      if (ground === undefined) return { kind: 'no-ground' }
      keepLatest(grounds, graphVersion, ground, mostGrounds)
      try {
        return { kind: 'pairs', ...(await drawDistinct(sourceOf(request, ground), count)) }
      } catch (error) {
        if (!(error instanceof ConceptloomError)) throw error
        return { kind: 'failed', name: error.name, message: error.message }
      }
    },
  }
}

function keepLatest<Value>(kept: Map<ContentId, Value>, key: ContentId, value: Value, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}

/** The first pairs with different questions, and what became of the other draws. */
async function drawDistinct(
  source: PairSource,
  count: number,
): Promise<{ readonly pairs: readonly Pair[]; readonly skipped: Readonly<Record<string, number>> }> {
  const pairs: Pair[] = []
  const questions = new Set<ContentId>()
  const skipped: Record<string, number> = {}
  const skip = (reason: string): void => void (skipped[reason] = (skipped[reason] ?? 0) + 1)
  for (let index = 0, idle = 0; pairs.length < count && idle < patience; index++, idle++) {
    const draw = await source.draw(index)
    if (draw.outcome !== 'pair') skip(draw.reason)
    else if (questions.has(draw.pair.questionId)) skip('duplicate')
    else {
      idle = 0
      questions.add(draw.pair.questionId)
      pairs.push(draw.pair)
    }
  }
  return { pairs, skipped }
}
