import { conceptId } from '../../src/core/concept.ts'
import { contentId, type ContentId } from '../../src/core/identity.ts'
import type { Pair } from '../../src/core/pair.ts'
import { randomAt, randomKey, type Random } from '../../src/core/random.ts'
import type { Run } from '../../src/core/run.ts'
import { seedId } from '../../src/core/seed.ts'

const words =
  'the a of and to each train farmer basket apples price total number find ratio speed hours minutes garden length width area'.split(
    ' ',
  )
const topics = Array.from({ length: 2000 }, (_, number) => conceptId('topic', `topic ${number}`))
const points = Array.from({ length: 9000 }, (_, number) => conceptId('knowledge-point', `point ${number}`))
const seeds = Array.from({ length: 20_000 }, (_, number) => seedId(`seed ${number}`))
const graphVersion = contentId('graph', 'bench')

export const benchRun: Run = {
  id: contentId('run', 'bench'),
  config: { name: 'bench' },
  graphVersion,
  kept: {},
  seedIds: seeds.toSorted(),
  state: 'generating',
  cursor: 0,
  counters: { walks: 0, supportedBySize: [], skipped: {}, unanswered: [], pairs: 0 },
}

/**
 * Pair `index` of the bench: a pure function of it. About 1 kB of text, a walk of 6 steps, 4 supporting seeds, 7 checks, and the
 * composition of a procedural draft as evidence.
 */
export function syntheticPair(index: number): Pair {
  const random = randomAt(randomKey('bench', 7), index)
  const id = hexadecimal(random)
  const path = [0, 1, 2, 3].map(() => skewed(random, points))
  const walkTopics = [skewed(random, topics), skewed(random, topics)]
  const knowledgePoints = [...new Set(path)].toSorted()
  return {
    id,
    questionId: hexadecimal(random),
    skeletonId: hexadecimal(random),
    runId: benchRun.id,
    index,
    split: random.chance(0.02) ? 'test' : 'train',
    draft: {
      question: sentence(random, 55),
      solution: sentence(random, 120),
      finalAnswer: `${random.integer(1, 9999)}`,
      requested: knowledgePoints,
      realised: knowledgePoints.slice(0, 3),
      method: 'procedural',
      parents: [],
      difficulty: random.integer(4, 20) / 4,
      evidence: {
        families: ['linear-cost', 'ratio-split'],
        givens: [random.integer(2, 90), random.integer(2, 90), random.integer(2, 90)],
        links: [[0, 1]],
        wording: random.integer(0, 40),
      },
    },
    verdict: {
      rung: 5,
      checks: [
        { name: 'schema', outcome: 'passed', evidence: '' },
        { name: 'one-question', outcome: 'passed', evidence: '1 question' },
        { name: 'self-contained', outcome: 'passed', evidence: '' },
        { name: 'no-answer-leak', outcome: 'passed', evidence: '' },
        { name: 'annotations', outcome: 'passed', evidence: `${random.integer(2, 6)} of 6` },
        { name: 'independent-answer', outcome: 'passed', evidence: 'recomputed' },
        { name: 'givens-in-text', outcome: 'passed', evidence: '3 givens' },
      ],
      flags: [],
    },
    path: {
      runSeed: 7,
      index,
      mode: 'mathscale',
      steps: [
        { conceptId: walkTopics[0] as string, phase: 'start', edgeCount: 0, probability: 1 / 2000 },
        {
          conceptId: walkTopics[1] as string,
          phase: 'topic',
          edgeCount: random.integer(1, 40),
          probability: random.float(),
        },
        ...path.map((id, place) => ({
          conceptId: id,
          phase: place === 0 ? ('bridge' as const) : ('knowledge-point' as const),
          edgeCount: random.integer(1, 300),
          probability: random.float(),
        })),
      ],
      topics: [...new Set(walkTopics)].toSorted(),
      knowledgePoints,
      graphVersion,
    },
    supportingSeeds: [0, 1, 2, 3].map(() => skewed(random, seeds)).toSorted(),
    marks: [],
  }
}

export function syntheticBlock(from: number, size: number): readonly Pair[] {
  return Array.from({ length: size }, (_, place) => syntheticPair(from + place))
}

function skewed(random: Random, ids: readonly ContentId[]): ContentId {
  return ids[Math.floor(ids.length * random.float() ** 3)] as ContentId
}

function sentence(random: Random, length: number): string {
  return Array.from({ length }, () =>
    random.chance(0.15) ? `${random.integer(2, 500)}` : random.pick(words),
  ).join(' ')
}

function hexadecimal(random: Random): ContentId {
  return [0, 1, 2, 3].map(() => random.uint32().toString(16).padStart(8, '0')).join('')
}
