import type { Concept } from '../../../core/concept.ts'
import type { ContentId } from '../../../core/identity.ts'
import type { Pair } from '../../../core/pair.ts'
import type { LabelledSeed } from '../../../core/ports.ts'

/** A problem that a recipe may show or start from: a seed, or a pair of an earlier round. */
export interface SourceProblem {
  readonly kind: 'seed' | 'pair'
  readonly id: ContentId
  readonly question: string
  readonly solution?: string
  readonly answer?: string
  /** 1 (easiest) to 5. */
  readonly level?: number
  /** Ascending. */
  readonly knowledgePoints: readonly ContentId[]
}

/** Seeds that may stand in a prompt, ascending by id: never a test split nor a protected source, even where those were admitted. */
export function sourcesOfSeeds(
  seeds: readonly LabelledSeed[],
  concepts: readonly Concept[],
): readonly SourceProblem[] {
  const points = new Set(concepts.filter(({ kind }) => kind === 'knowledge-point').map(({ id }) => id))
  return seeds
    .filter(({ seed }) => !/^test(?:$|[^a-z])/i.test(seed.split) && seed.meta?.['protected'] !== true)
    .map(({ seed, conceptIds }) => ({
      kind: 'seed' as const,
      id: seed.id,
      question: seed.question,
      ...(seed.solution === undefined ? {} : { solution: seed.solution }),
      ...(seed.answer === undefined ? {} : { answer: seed.answer }),
      ...(seed.level === undefined ? {} : { level: seed.level }),
      knowledgePoints: conceptIds.filter((id) => points.has(id)).sort(),
    }))
    .sort(byId)
}

/** Pairs as the sources of a further round, ascending by id. */
export function sourcesOfPairs(pairs: readonly Pair[]): readonly SourceProblem[] {
  return pairs
    .map(({ id, draft }) => ({
      kind: 'pair' as const,
      id,
      question: draft.question,
      solution: draft.solution,
      answer: draft.finalAnswer,
      level: Math.round(draft.difficulty),
      knowledgePoints: [...draft.realised].sort(),
    }))
    .sort(byId)
}

function byId(first: SourceProblem, second: SourceProblem): number {
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0
}

interface NearestOptions {
  readonly count: number
  /** At most one of several sources with the same knowledge points. @default false */
  readonly diverse?: boolean
}

/** Sources by what they test. */
export interface SourceIndex {
  readonly sources: readonly SourceProblem[]
  /**
   * The nearest sources by Jaccard similarity |A∩B| / |A∪B| of knowledge points, nearest first, ties by id (MathScale §3.3).
   * Sources that share no knowledge point are not near.
   */
  nearest(points: readonly ContentId[], options: NearestOptions): readonly SourceProblem[]
}

/** Indexes sources by knowledge point, so that a look-up touches only those that share one. */
export function indexSources(sources: readonly SourceProblem[]): SourceIndex {
  const sorted = [...sources].sort(byId)
  const holders = new Map<ContentId, number[]>()
  for (const [place, source] of sorted.entries()) {
    for (const point of new Set(source.knowledgePoints)) {
      const list = holders.get(point)
      if (list === undefined) holders.set(point, [place])
      else list.push(place)
    }
  }
  return {
    sources: sorted,
    nearest(points, { count, diverse = false }) {
      const wanted = new Set(points)
      const common = new Map<number, number>()
      for (const point of wanted)
        for (const place of holders.get(point) ?? []) common.set(place, (common.get(place) ?? 0) + 1)
      const ranked = [...common]
        .map(([place, shared]) => {
          const source = sorted[place] as SourceProblem
          return { place, source, likeness: shared / (wanted.size + source.knowledgePoints.length - shared) }
        })
        .sort((first, second) => second.likeness - first.likeness || first.place - second.place)
      const chosen: SourceProblem[] = []
      const taken = new Set<string>()
      for (const { source } of ranked) {
        if (chosen.length >= count) break
        const key = source.knowledgePoints.join()
        if (diverse && taken.has(key)) continue
        taken.add(key)
        chosen.push(source)
      }
      return chosen
    },
  }
}
