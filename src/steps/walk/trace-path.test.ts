import { expect, it } from 'vitest'
import { simulateGraph, small } from '../../../bench/walk/simulate-graph.ts'
import { walkModes } from '../../core/concept-path.ts'
import { samplePath } from './sample-path.ts'
import { tracePath } from './trace-path.ts'
import { planWalks } from './walk-plan.ts'

const { graph } = simulateGraph(small)
const communities = new Map(
  graph.nodes.map((node) => [node.id, Number.parseInt(node.id.slice(0, 1), 16) % 2]),
)

it.each(walkModes)('mode %s: a trace is the walk, and its probabilities sum to 1 at every step', (mode) => {
  const plan = planWalks(graph, { mode, seed: 3, communities })
  let steps = 0
  for (let index = 0; index < 400; index++) {
    const trace = tracePath(plan, index)
    const path = samplePath(plan, index)
    if ('failed' in trace) {
      expect(path).toEqual(trace)
      continue
    }
    expect(trace.path).toEqual(path)
    for (const [place, { candidates, stop, from }] of trace.choices.entries()) {
      const step = trace.path.steps[place]
      const sum = candidates.reduce((total, { probability }) => total + probability, stop)
      expect(Math.abs(sum - 1)).toBeLessThan(1e-9)
      const taken = candidates.filter(({ conceptId }) => conceptId === step?.conceptId)
      expect(taken).toEqual([
        { conceptId: step?.conceptId, edgeCount: step?.edgeCount, probability: step?.probability },
      ])
      expect(from === undefined).toBe(step?.phase === 'start')
      steps++
    }
  }
  expect(steps).toBeGreaterThan(500)
})

it('all walks of a given start start there, and are other walks than those without', () => {
  const topic = graph.nodes.find(({ kind }) => kind === 'topic')
  const start = topic?.id as string
  const plan = planWalks(graph, { mode: 'mathscale', seed: 7, start })
  const free = planWalks(graph, { mode: 'mathscale', seed: 7 })
  expect(plan.key).not.toEqual(free.key)
  for (let index = 0; index < 100; index++) {
    const path = samplePath(plan, index)
    if (!('failed' in path)) expect(path.steps[0]).toMatchObject({ conceptId: start, probability: 1 })
  }
})

it('refuses a start that is no topic, and one in a mode that gives its walks another beginning', () => {
  const point = graph.nodes.find(({ kind }) => kind === 'knowledge-point')?.id as string
  const topic = graph.nodes.find(({ kind }) => kind === 'topic')?.id as string
  expect(() => planWalks(graph, { mode: 'mathscale', seed: 7, start: point })).toThrow(/start: .* topic/)
  expect(() => planWalks(graph, { mode: 'coverage', seed: 7, start: topic })).toThrow(/in mode coverage/)
})
