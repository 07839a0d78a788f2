import { type Concept, conceptId } from '../../src/core/concept.ts'
import type { ConceptEdge, ConceptGraph } from '../../src/core/concept-graph.ts'
import type { ContentId } from '../../src/core/identity.ts'
import type { Pair } from '../../src/core/pair.ts'
import type { LabelledSeed } from '../../src/core/ports.ts'
import { randomAt, randomKey, type Random } from '../../src/core/random.ts'
import { seedId } from '../../src/core/seed.ts'
import { topics as curatedTopics } from '../../src/foundations/taxonomy/taxonomy.ts'
import { benchRun, syntheticPair } from '../store/synthetic-pairs.ts'

const topicCount = 2000
const pointCount = 9000
const seedCount = 20_000
/** Points of one seed that have no edge, or one: walks end there. */
const lonelyCount = 200

const curatedPoints = curatedTopics.flatMap((topic) => topic.knowledgePoints)

/** The concepts of the store bench's pairs; the most used ones have the names of the taxonomy, so that its prerequisites are there. */
function concepts(): readonly Concept[] {
  const concept = (kind: Concept['kind'], place: number): Concept => {
    const key = kind === 'topic' ? `topic ${place}` : `point ${place}`
    const curated = kind === 'topic' ? curatedTopics[place] : curatedPoints[place]
    const count = 1 + Math.floor(3000 / (1 + place / 4))
    const known = curated === undefined ? { name: key } : { name: curated.name, taxonomyId: curated.id }
    return { id: conceptId(kind, key), kind, key, aliases: [], count, ...known }
  }
  return [
    ...Array.from({ length: topicCount }, (_, place) => concept('topic', place)),
    ...Array.from({ length: pointCount }, (_, place) => concept('knowledge-point', place)),
    ...Array.from({ length: lonelyCount }, (_, place) => ({
      ...concept('knowledge-point', pointCount + place),
      count: 1,
    })),
  ]
}

/** Names of the points that a pair of the bench covers. */
export function coveredNames(pair: Pair): readonly string[] {
  const names = new Map(concepts().map(({ id, name }) => [id, name]))
  return pair.draft.realised.map((id) => names.get(id) ?? id)
}

/** A graph of 2,000 topics and 9,000 knowledge points with so many edges; a few concepts have most of them, as in a real one. */
export function syntheticGraph(edgeCount: number): ConceptGraph {
  const nodes = concepts()
  const random = randomAt(randomKey('neo4j-queries', 'edges'), 0)
  const edges = new Map<number, ConceptEdge>()
  while (edges.size < edgeCount) {
    const [left, right] = [skewedPlace(random), skewedPlace(random)].toSorted((x, y) => x - y) as [
      number,
      number,
    ]
    if (left === right) continue
    const ends = [left, right].map((place) => nodes[place] as Concept)
    const kinds = ends.filter(({ kind }) => kind === 'topic').length
    const [a = '', b = ''] = ends.map(({ id }) => id).toSorted()
    edges.set(left * nodes.length + right, {
      a,
      b,
      kind: (['KK', 'TK', 'TT'] as const)[kinds] ?? 'KK',
      count: 1 + Math.floor(400 * random.float() ** 6),
    })
  }
  for (let place = 0; place < lonelyCount; place += 2) {
    const [a = '', b = ''] = [nodes[place], nodes[topicCount + pointCount + place]]
      .map((node) => (node as Concept).id)
      .toSorted()
    edges.set(-1 - place, { a, b, kind: 'TK', count: 1 })
  }
  return {
    version: benchRun.graphVersion,
    nodes: nodes.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    edges: [...edges.values()].toSorted((left, right) => (left.a + left.b < right.a + right.b ? -1 : 1)),
    seedCount,
  }
}

/** The seeds behind the store bench's pairs, each with a topic and up to three knowledge points. */
export function syntheticSeeds(): readonly LabelledSeed[] {
  return Array.from({ length: seedCount }, (_, place) => {
    const random = randomAt(randomKey('neo4j-queries', 'seeds'), place)
    const point = (): ContentId => conceptId('knowledge-point', `point ${skewed(random, pointCount)}`)
    const topic = conceptId('topic', `topic ${skewed(random, topicCount)}`)
    return {
      seed: {
        id: seedId(`seed ${place}`),
        question: `seed ${place}`,
        source: 'bench',
        split: 'train',
        license: 'CC0-1.0',
        language: 'en',
      },
      conceptIds: [...new Set([topic, point(), point(), point()])].toSorted(),
    }
  })
}

/** A pair of the store bench; some are derived from seeds, some from the pair before, some wait for review. */
export function tracedPair(index: number): Pair {
  const pair = syntheticPair(index)
  const seed = pair.supportingSeeds[0] ?? ''
  const parents =
    index % 10 === 0
      ? ([
          { kind: 'seed', id: seed, relation: 'derived' },
          { kind: 'seed', id: seed, relation: 'shown' },
        ] as const)
      : index % 10 === 1
        ? ([{ kind: 'pair', id: syntheticPair(index - 1).id, relation: 'derived' }] as const)
        : []
  return {
    ...pair,
    draft: { ...pair.draft, parents },
    verdict: { ...pair.verdict, agreement: { votes: index % 7, of: 6 } },
    marks: index % 50 === 0 ? ['review'] : index % 17 === 0 ? ['near-duplicate'] : [],
  }
}

function skewed(random: Random, length: number): number {
  return Math.floor(length * random.float() ** 3)
}

/** A place among topics and knowledge points, the first of each kind most often. */
function skewedPlace(random: Random): number {
  return random.chance(topicCount / (topicCount + pointCount))
    ? Math.floor(topicCount * random.float() ** 2)
    : topicCount + Math.floor(pointCount * random.float() ** 2)
}
