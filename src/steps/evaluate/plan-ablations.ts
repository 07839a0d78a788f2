import type { Concept, ConceptKind } from '../../core/concept.ts'
import { randomKey } from '../../core/random.ts'
import type { Seed } from '../../core/seed.ts'
import { hashShare } from '../../foundations/text/hash-share.ts'

/** One dataset of an ablation study: the seeds it starts from and the concepts it does without. */
export interface Ablation {
  readonly name: 'all' | 'half-the-seeds' | 'chosen-sources' | 'half-the-topics' | 'half-the-knowledge-points'
  readonly description: string
  readonly seeds: readonly Seed[]
  /** Left out of the graph. */
  readonly without: readonly Concept[]
}

export interface AblationOptions {
  /** Sources of the ablation that keeps only some; left out where that keeps all seeds or none. @default GSM8K and MATH */
  readonly sources?: readonly string[]
  /** @default 0 */
  readonly seed?: number
}

/**
 * MathScale's ablations (§5.2, Table 6): half the seeds, only those of GSM8K and MATH, half the topics, half the knowledge points; each with
 * everything else as it is. Halves are drawn by hashing seed ids and concept keys, so the same concept falls on the same side whatever
 * else is there, and rounded so that what is kept is never less than half.
 */
export function planAblations(
  seeds: readonly Seed[],
  concepts: readonly Concept[],
  options: AblationOptions = {},
): readonly Ablation[] {
  const { sources = ['GSM8K', 'MATH'], seed = 0 } = options
  const half = <T>(purpose: string, list: readonly T[], nameOf: (one: T) => string): readonly T[] => {
    const key = randomKey('ablation', purpose, seed)
    const placed = list.map((one) => ({ one, place: hashShare(key, nameOf(one)) }))
    const chosen = placed
      .toSorted((left, right) => left.place - right.place)
      .slice(0, Math.floor(list.length / 2))
    const removed = new Set(chosen.map(({ one }) => one))
    return list.filter((one) => removed.has(one))
  }
  const removedSeeds = new Set(half('seeds', seeds, ({ id }) => id))
  const wanted = new Set(sources.map((source) => source.toLowerCase()))
  const chosen = seeds.filter(({ source }) => wanted.has(source.toLowerCase()))
  const halfOf = (kind: ConceptKind): readonly Concept[] =>
    half(
      kind,
      concepts.filter((concept) => concept.kind === kind),
      ({ key }) => key,
    )
  return [
    { name: 'all', description: 'everything, the reference', seeds, without: [] },
    {
      name: 'half-the-seeds',
      description: `${seeds.length - removedSeeds.size} of ${seeds.length} seeds`,
      seeds: seeds.filter((one) => !removedSeeds.has(one)),
      without: [],
    },
    ...(chosen.length === 0 || chosen.length === seeds.length
      ? []
      : [
          {
            name: 'chosen-sources' as const,
            description: `only the seeds of ${sources.join(' and ')}: ${chosen.length} of ${seeds.length}`,
            seeds: chosen,
            without: [],
          },
        ]),
    { name: 'half-the-topics', description: 'half the topics left out', seeds, without: halfOf('topic') },
    {
      name: 'half-the-knowledge-points',
      description: 'half the knowledge points left out',
      seeds,
      without: halfOf('knowledge-point'),
    },
  ]
}
