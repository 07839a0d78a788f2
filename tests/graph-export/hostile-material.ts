import { conceptId, type Concept } from '../../src/core/concept.ts'
import type { Pair } from '../../src/core/pair.ts'
import { seedId } from '../../src/core/seed.ts'
import { gatherGraphMaterial } from '../../src/pipeline/graph-material.ts'
import type { GraphMaterial } from '../../src/steps/export/graph/graph-material.ts'
import { buildGraph } from '../../src/steps/graph/build-graph.ts'
import { hostileTexts, samplePair, sampleRun, sampleSeed } from '../contracts/samples.ts'

/** Names that leave a literal, a tag, a file or a link where they are not escaped. */
export const hostileNames: readonly string[] = [
  ...hostileTexts,
  "it's \\u0027}) DETACH DELETE n //",
  '}) DETACH DELETE n',
  ']]> <b a="1"> &amp; &',
  '`back` [[ticks|and]] #links ^block',
  '../../etc/passwd',
  'CON',
  'con',
  '; list; of; parts',
  'line\none\r\ntwo',
  '',
]

/** One topic, a knowledge point of every hostile name, seeds and pairs that hold those texts too. */
export function hostileMaterial(): GraphMaterial {
  const concepts = [
    describe('topic', 'topic', "The 'topic' \\u0022"),
    ...hostileNames.map((name, at) => describe('knowledge-point', `${at}`, name)),
  ]
  const [topic, ...points] = concepts as [Concept, ...Concept[]]
  const seeds = points.map((point, at) => {
    const seed = sampleSeed(`${at}`, {
      question: `${at}: ${point.name}?`,
      solution: point.name,
      license: 'CC-BY-4.0',
    })
    const other = points[(at + 1) % points.length] as Concept
    return { seed, conceptIds: [topic.id, point.id, other.id].sort() }
  })
  const run = sampleRun('hostile')
  const pairs = hostileNames.map((text, index): Pair => {
    const pair = samplePair(run, index)
    const requested = [points[index]?.id as string]
    const parents = [{ kind: 'seed', id: seedId(`${index}: ${text}?`), relation: 'derived' } as const]
    const path = { ...pair.path, runSeed: 7 }
    return {
      ...pair,
      path,
      draft: {
        ...pair.draft,
        question: `${text} `,
        parents,
        requested,
        realised: requested,
        model: `m ${text}`,
      },
    }
  })
  const graph = buildGraph(
    concepts,
    seeds.map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds })),
  )
  return gatherGraphMaterial({
    graph,
    seeds,
    seed: 1,
    pairs,
    run: { id: run.id, engine: 'model', preset: 'mathscale', model: "o'model" },
  })
}

function describe(kind: Concept['kind'], key: string, name: string): Concept {
  return {
    id: conceptId(kind, key),
    kind,
    key: `${key} ${name}`,
    name,
    definition: `What ${name} is.`,
    aliases: [
      { name, count: 1 },
      { name: `${name}; also`, count: 2 },
    ],
    count: 1,
  }
}
