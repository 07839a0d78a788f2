import { algebra } from './subjects/algebra.ts'
import { arithmetic } from './subjects/arithmetic.ts'
import { calculus } from './subjects/calculus.ts'
import { complexNumbers } from './subjects/complex-numbers.ts'
import { counting } from './subjects/counting.ts'
import { differentialEquations } from './subjects/differential-equations.ts'
import { functions } from './subjects/functions.ts'
import { geometry } from './subjects/geometry.ts'
import { intermediateAlgebra } from './subjects/intermediate-algebra.ts'
import { linearAlgebra } from './subjects/linear-algebra.ts'
import { logicAndSets } from './subjects/logic-and-sets.ts'
import { measurement } from './subjects/measurement.ts'
import { money } from './subjects/money.ts'
import { numberTheory } from './subjects/number-theory.ts'
import { prealgebra } from './subjects/prealgebra.ts'
import { probability } from './subjects/probability.ts'
import { puzzles } from './subjects/puzzles.ts'
import { rates } from './subjects/rates.ts'
import { sequences } from './subjects/sequences.ts'
import { statistics } from './subjects/statistics.ts'
import { trigonometry } from './subjects/trigonometry.ts'
import { canonicalKey } from './canonical-name.ts'

/** A finer concept, theorem or skill. `requires` names the knowledge points that come before it; cues are read by `compileCues`. */
export interface KnowledgePointEntry {
  readonly id: string
  readonly name: string
  readonly definition: string
  readonly aliases: readonly string[]
  readonly cues: readonly string[]
  readonly requires: readonly string[]
}

/** A chapter-like topic with the knowledge points that belong to it. */
export interface TopicEntry {
  readonly id: string
  readonly name: string
  readonly subject: string
  readonly definition: string
  readonly aliases: readonly string[]
  readonly cues: readonly string[]
  readonly knowledgePoints: readonly KnowledgePointEntry[]
}

/** The curated topics, from arithmetic to differential equations. */
export const topics: readonly TopicEntry[] = [
  ...arithmetic, ...prealgebra, ...money, ...measurement, ...rates, ...numberTheory, ...algebra, ...intermediateAlgebra,
  ...functions, ...sequences, ...counting, ...probability, ...statistics, ...geometry, ...trigonometry, ...complexNumbers,
  ...linearAlgebra, ...calculus, ...differentialEquations, ...logicAndSets, ...puzzles,
] // prettier-ignore

const topicsById = new Map(topics.map((topic) => [topic.id, topic]))
const pointsById = new Map(
  topics.flatMap((topic) => topic.knowledgePoints.map((point) => [point.id, point] as const)),
)
const topicsByPoint = new Map(
  topics.flatMap((topic) => topic.knowledgePoints.map((point) => [point.id, topic] as const)),
)

/** The topic with an id. */
export function topic(id: string): TopicEntry | undefined {
  return topicsById.get(id)
}

/** The knowledge point with an id. */
export function knowledgePoint(id: string): KnowledgePointEntry | undefined {
  return pointsById.get(id)
}

/** The topic that a knowledge point belongs to. */
export function topicOf(knowledgePointId: string): TopicEntry | undefined {
  return topicsByPoint.get(knowledgePointId)
}

/** An entry found by one of its names; `by` says which kind of name it was. */
export interface NamedEntry {
  readonly id: string
  readonly name: string
  readonly by: 'name' | 'alias'
}

const names = { topic: indexNames(topics), 'knowledge-point': indexNames([...pointsById.values()]) }

/** The entry whose name, or else alias, has the same canonical key as the given name. */
export function findByName(kind: 'topic' | 'knowledge-point', name: string): NamedEntry | undefined {
  return names[kind].get(canonicalKey(name))
}

/** Names go before aliases, and the first entry keeps an alias that two share. */
function indexNames(entries: readonly (TopicEntry | KnowledgePointEntry)[]): ReadonlyMap<string, NamedEntry> {
  const index = new Map<string, NamedEntry>()
  for (const { id, name } of entries) index.set(canonicalKey(name), { id, name, by: 'name' })
  for (const { id, name, aliases } of entries) {
    for (const alias of aliases) {
      const key = canonicalKey(alias)
      if (!index.has(key)) index.set(key, { id, name, by: 'alias' })
    }
  }
  return index
}
