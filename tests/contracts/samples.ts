import { type Concept, conceptId } from '../../src/core/concept.ts'
import type { ConceptGraph } from '../../src/core/concept-graph.ts'
import { contentId } from '../../src/core/identity.ts'
import { type Pair, pairId, questionId } from '../../src/core/pair.ts'
import type { LabelledSeed, LedgerReply, LedgerRequest } from '../../src/core/ports.ts'
import type { Run } from '../../src/core/run.ts'
import { type Seed, seedId } from '../../src/core/seed.ts'

/** Texts that stores are known to damage: NUL, lone surrogates, astral and combining characters, quotes, line ends. */
export const hostileTexts: readonly string[] = [
  'a\u0000b',
  'high \ud800 alone',
  '\udc00 low first',
  '𝒳² + \u{1f9ee} ≤ ∞',
  "Robert'); DROP TABLE pair;--",
  '"quoted" \\frac{1}{2} `tick` $x$',
  ' \r\n\t\u2028 space around ',
  'é is not e\u0301',
  '\ufeffbyte order mark',
  '__proto__',
]

export function sampleSeed(name: string, more: Partial<Seed> = {}): Seed {
  const question = more.question ?? `What is ${name}?`
  return {
    id: seedId(question),
    question,
    source: 'sample',
    split: 'train',
    license: 'CC0-1.0',
    language: 'en',
    ...more,
  }
}

export function sampleConcept(kind: Concept['kind'], key: string): Concept {
  return {
    id: conceptId(kind, key),
    kind,
    key,
    name: key,
    aliases: [{ name: key.toUpperCase(), count: 2 }],
    count: 1,
  }
}

/** Three seeds about two topics and three knowledge points, and the graph they make: every edge is held by a known set of seeds. */
export function sampleGraph(name = 'sample'): {
  readonly graph: ConceptGraph
  readonly seeds: readonly LabelledSeed[]
} {
  const topics = ['algebra', 'geometry'].map((key) => sampleConcept('topic', `${name} ${key}`))
  const points = ['ratio', 'area', 'slope'].map((key) => sampleConcept('knowledge-point', `${name} ${key}`))
  const nodes = [...topics, ...points].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const labels = [
    [0, 2, 3],
    [0, 2, 4],
    [0, 1, 2, 3, 4],
  ].map((places) => places.map((place) => [...topics, ...points][place] as Concept))
  const seeds = labels.map((concepts, place) => ({
    seed: sampleSeed(`${name} ${place}`),
    conceptIds: concepts.map(({ id }) => id).toSorted(),
  }))
  const edges = nodes.flatMap((a, place) =>
    nodes.slice(place + 1).flatMap((b) => {
      const count = seeds.filter(({ conceptIds: ids }) => ids.includes(a.id) && ids.includes(b.id)).length
      const isTopic = [a, b].filter(({ kind }) => kind === 'topic').length
      const kind = (['KK', 'TK', 'TT'] as const)[isTopic] ?? 'KK'
      return count === 0 ? [] : [{ a: a.id, b: b.id, kind, count }]
    }),
  )
  const version = contentId('graph', [name, nodes.map(({ id }) => id), edges.map((edge) => ({ ...edge }))])
  return { graph: { version, nodes, edges, seedCount: seeds.length }, seeds }
}

export function sampleRun(name: string, more: Partial<Run> = {}): Run {
  return {
    id: contentId('run', name),
    kept: { out: 'folder' },
    config: { name, count: 10, nested: { list: [1, 2.5, null, true], text: 'ü\u0000\ud800' } },
    graphVersion: contentId('graph', name),
    seedIds: [seedId('b'), seedId('a'), seedId('c')],
    state: 'generating',
    cursor: 0,
    counters: {
      walks: 0,
      supportedBySize: [{ size: 2, asked: 5, supported: 4 }],
      unanswered: [],
      skipped: { duplicate: 1 },
      pairs: 0,
    },
    ...more,
  }
}

/** A pair with every field in use; `index` makes text, ids and numbers differ. */
export function samplePair(run: Run, index: number, more: Partial<Pair> = {}): Pair {
  const question = more.draft?.question ?? `Pair ${index} of ${run.id}: what is ${index} + 1?`
  const solution = more.draft?.solution ?? `${index} + 1 = ${index + 1}`
  const concepts = Array.from({ length: 3 }, (_, place) =>
    conceptId('knowledge-point', `${(index + place) % 7}`),
  )
  const seeds = Array.from({ length: 2 }, (_, place) => seedId(`${(index + place) % 5}`)).toSorted()
  const topic = conceptId('topic', `${index % 3}`)
  return {
    id: pairId(question, solution),
    questionId: questionId(question),
    skeletonId: contentId('skeleton', index % 4),
    runId: run.id,
    index,
    split: 'train',
    draft: {
      question,
      solution,
      finalAnswer: `${index + 1}`,
      requested: concepts.toSorted(),
      realised: concepts.slice(1).toSorted(),
      method: 'mathscale',
      parents: [
        { kind: 'seed', id: seeds[0] as string, relation: 'shown' },
        { kind: 'pair', id: contentId('pair', index), relation: 'derived' },
      ],
      prompt: 'mathscale@1',
      model: 'sample-model',
      raw: `{"question": "${index}"}`,
      difficulty: 1 + (index % 4) + 0.25,
      evidence: { families: ['sum'], givens: [index, 1], exact: 0.1 + 0.2 },
    },
    verdict: {
      rung: 4,
      checks: [
        { name: 'schema', outcome: 'passed', evidence: '' },
        { name: 'self-contained', outcome: 'not-applicable', evidence: 'no context' },
        { name: 'agreement', outcome: 'passed', evidence: '4 of 5' },
        { name: 'concepts-realised', outcome: 'failed', evidence: '2 of 3' },
      ],
      agreement: { votes: 4, of: 5 },
      flags: ['long', 'ünusual'],
    },
    path: {
      runSeed: 2 ** 53 - 1,
      index,
      mode: 'coverage',
      steps: [
        { conceptId: topic, phase: 'start', edgeCount: 0, probability: 1 },
        { conceptId: concepts[0] as string, phase: 'bridge', edgeCount: 3, probability: 1 / 3 },
        {
          conceptId: concepts[1] as string,
          phase: 'knowledge-point',
          edgeCount: 4_000_000,
          probability: 1e-300,
        },
      ],
      topics: [topic],
      knowledgePoints: concepts.toSorted(),
      graphVersion: run.graphVersion,
    },
    supportingSeeds: seeds,
    marks: [],
    ...more,
  }
}

export function samplePairs(run: Run, from: number, to: number): Pair[] {
  return Array.from({ length: to - from }, (_, place) => samplePair(run, from + place))
}

export function sampleRequest(runId: string, number: number): LedgerRequest {
  const body = { model: 'sample', seed: number, messages: [{ role: 'user', content: `question ${number}` }] }
  return { key: contentId('request', body), runId, purpose: 'generate', body }
}

export function sampleReply(request: LedgerRequest, more: Partial<LedgerReply> = {}): LedgerReply {
  return {
    key: request.key,
    outcome: 'answered',
    body: { choices: [{ text: `answer to ${request.key}` }] },
    promptTokens: 10,
    completionTokens: 20,
    cost: 0.125,
    ...more,
  }
}
