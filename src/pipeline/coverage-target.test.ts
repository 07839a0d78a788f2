import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { conceptId, type Concept } from '../core/concept.ts'
import { configSchema } from '../core/config.ts'
import { buildGraph } from '../steps/graph/build-graph.ts'
import { samplePath } from '../steps/walk/sample-path.ts'
import { describeLeftOut, resolveTarget } from './coverage-target.ts'
import { planRunWalks } from './draw-pairs.ts'
import { identifyingConfig } from './run-identity.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-target-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function targetFile(content: object): string {
  const file = join(folder, `${Object.keys(content).length}-${JSON.stringify(content).length}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

const point = (name: string): string => conceptId('knowledge-point', name)
const points = ['area of a circle', 'prime number', 'ratio', 'slope']
const concepts: Concept[] = [
  {
    id: conceptId('topic', 'algebra'),
    kind: 'topic',
    key: 'algebra',
    name: 'Algebra',
    aliases: [],
    count: 9,
  },
  ...points.map((key) => ({
    id: point(key),
    kind: 'knowledge-point' as const,
    key,
    name: key,
    aliases: [],
    count: 1,
  })),
]
const graph = buildGraph(
  concepts,
  Array.from({ length: 20 }, (_, seed) => ({
    seedId: `s${seed}`,
    conceptIds: [concepts[0]!.id, ...(seed < 2 ? points.map(point) : [])],
  })),
)

function configWith(
  walk: object,
  generator: 'model' | 'procedural' = 'model',
): ReturnType<typeof configSchema.parse> {
  return configSchema.parse({ walk, engine: { generator } })
}

describe('resolveTarget', () => {
  it('reads weights by id and by any spelling of a name, alone or as diagnosed', () => {
    const weights = { [point('ratio')]: 2, 'Prime Numbers': 1, slope: 0 }
    const expected = new Map([
      [point('ratio'), 2],
      [point('prime number'), 1],
      [point('slope'), 0],
    ])
    expect(resolveTarget(targetFile(weights))).toEqual(expected)
    expect(resolveTarget(targetFile({ tool: 'conceptloom', weights }))).toEqual(expected)
    expect(resolveTarget('sqrt-count')).toBe('sqrt-count')
  })

  it('refuses what holds no weight', () => {
    expect(() => resolveTarget(targetFile({ weights: { ratio: 0 } }))).toThrow('weights above 0: none')
    expect(() => resolveTarget(targetFile({ weights: { ratio: -1 } }))).toThrow('not a target')
    expect(() => resolveTarget(join(folder, 'absent.json'))).toThrow('cannot read')
  })
})

describe('walks at a target', () => {
  it('cover its knowledge points and no other, as often as they weigh, and say what is left out', () => {
    const file = targetFile({ ratio: 3, slope: 1, 'no such concept': 1 })
    const plan = planRunWalks(configWith({ mode: 'coverage', target: file }), graph)
    const first = new Map<string, number>()
    const used = new Set<string>()
    for (let index = 0; index < 400; index++) {
      const path = samplePath(plan, index)
      if ('failed' in path) throw new Error(path.failed)
      for (const id of path.knowledgePoints) used.add(id)
      for (const id of path.knowledgePoints) first.set(id, (first.get(id) ?? 0) + 1)
    }
    expect([...used].sort()).toEqual([point('ratio'), point('slope')].sort())
    expect(first.get(point('ratio'))).toBeGreaterThan(first.get(point('slope')) ?? 0)
    expect(describeLeftOut(plan, graph)).toEqual([
      `target: 1 of 3 knowledge points left out, not in this graph: ${point('no such concept')}`,
    ])
  })

  it('needs mode coverage', () => {
    expect(() => planRunWalks(configWith({ target: 'uniform' }), graph)).toThrow('needs mode coverage')
  })

  it('makes another run of another target, whatever the file is called', () => {
    const named = identifyingConfig(configWith({ mode: 'coverage', target: targetFile({ ratio: 1 }) }))
    const asWeights = identifyingConfig(configWith({ mode: 'coverage', target: { [point('ratio')]: 1 } }))
    expect(named).toEqual(asWeights)
    expect(named).not.toEqual(
      identifyingConfig(configWith({ mode: 'coverage', target: targetFile({ ratio: 1, slope: 1 }) })),
    )
    expect(identifyingConfig(configWith({ mode: 'coverage' }))).not.toHaveProperty('walk.target')
  })
})
