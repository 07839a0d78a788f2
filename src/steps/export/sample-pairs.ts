import type { Pair } from '../../core/pair.ts'
import { pairId, questionId } from '../../core/pair.ts'
import { conceptId } from '../../core/concept.ts'
import { contentId } from '../../core/identity.ts'
import { randomAt, randomKey } from '../../core/random.ts'
import type { ExportContext } from './export-context.ts'

const knowledgePoints: readonly string[] = [
  'addition of integers',
  'unit price',
  'area of a rectangle',
  'percent increase',
]
const topics: readonly string[] = ['arithmetic', 'geometry']
const splits: readonly string[] = ['train', 'train', 'train', 'validation', 'test', 'test-held-out-family']

/** Names behind the ids of {@link samplePair}. Seed 3 has no known licence. */
export const sampleContext: ExportContext = {
  concept(id) {
    const point = knowledgePoints.find((name) => conceptId('knowledge-point', name) === id)
    if (point !== undefined) return { name: point, kind: 'knowledge-point' }
    const topic = topics.find((name) => conceptId('topic', name) === id)
    return topic === undefined ? undefined : { name: topic, kind: 'topic' }
  },
  seed(id) {
    const number = [0, 1, 2].find((seed) => contentId('seed', seed) === id)
    if (number === undefined) return undefined
    return number === 0
      ? { sourceId: 'own-0', source: 'own', license: 'Apache-2.0' }
      : { sourceId: `set-${number}`, source: 'set', license: 'CC-BY-4.0', attribution: 'The Authors' }
  },
  difficulty: { label: 'structural-uncalibrated', of: (score) => score },
  families: () => ['unit-price', 'total-cost'],
}

/** A pair whose every field follows from `index`; for tests and measurements of the export. */
export function samplePair(
  index: number,
  changes: Partial<Pair['draft']> & { readonly seeds?: readonly number[] } = {},
): Pair {
  const { seeds = [index % 3], ...draftChanges } = changes
  const random = randomAt(randomKey('sample-pair'), index)
  const count = random.integer(2, 99)
  const price = random.integer(2, 99)
  const draft: Pair['draft'] = {
    question: `Tom buys ${count} pens for $${price} each on day ${index}. How much does he pay in total?`,
    solution: `One pen costs ${price} dollars and there are ${count} pens.\n${count} × ${price} = ${count * price}.`,
    finalAnswer: String(count * price),
    requested: [conceptId('knowledge-point', 'unit price')],
    realised: [
      conceptId('knowledge-point', 'unit price'),
      conceptId('knowledge-point', knowledgePoints[index % 2 === 0 ? 0 : 3] as string),
    ].sort(),
    method: 'procedural',
    parents: [],
    difficulty: 1 + (index % 5),
    evidence: { family: 'unit-price', values: { count, price } },
    ...draftChanges,
  }
  return {
    id: pairId(draft.question.toWellFormed(), draft.solution.toWellFormed()),
    questionId: questionId(draft.question.toWellFormed()),
    skeletonId: contentId('skeleton', index % 5),
    runId: contentId('run', 'sample'),
    index,
    split: splits[index % splits.length] as string,
    draft,
    verdict: {
      rung: 5,
      checks: [{ name: 'independent-answer', outcome: 'passed', evidence: 'equal' }],
      flags: [],
    },
    path: {
      runSeed: 7,
      index,
      mode: 'mathscale',
      steps: [
        { conceptId: conceptId('topic', 'arithmetic'), phase: 'start', edgeCount: 0, probability: 0.5 },
        {
          conceptId: conceptId('knowledge-point', 'unit price'),
          phase: 'bridge',
          edgeCount: 3,
          probability: 0.25,
        },
      ],
      topics: [conceptId('topic', 'arithmetic')],
      knowledgePoints: [conceptId('knowledge-point', 'unit price')],
      graphVersion: contentId('graph', 'sample'),
    },
    supportingSeeds: seeds.map((seed) => contentId('seed', seed)).sort(),
    marks: [],
  }
}

export function samplePairs(count: number): Pair[] {
  return Array.from({ length: count }, (_, index) => samplePair(index))
}
