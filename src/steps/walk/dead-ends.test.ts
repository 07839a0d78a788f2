import { describe, expect, it } from 'vitest'
import type { Concept } from '../../core/concept.ts'
import type { ConceptGraph, EdgeKind } from '../../core/concept-graph.ts'
import type { ConceptPath } from '../../core/concept-path.ts'
import { samplePath, type WalkOutcome } from './sample-path.ts'
import type { WalkOptions } from './walk-options.ts'
import { planWalks } from './walk-plan.ts'

/** A graph of named concepts: t… is a topic, everything else a knowledge point; every edge has count 2 and every node 3 seeds. */
function graphOf(names: string, edges: string, seedCount = 100): ConceptGraph {
  const kindOf = (id: string): Concept['kind'] => (id.startsWith('t') ? 'topic' : 'knowledge-point')
  return {
    version: `${names} ${edges}`,
    nodes: names
      .split(' ')
      .sort()
      .map((id) => ({ id, kind: kindOf(id), key: id, name: id, aliases: [], count: 3 })),
    edges: edges
      .split(' ')
      .filter((edge) => edge !== '')
      .map((edge) => edge.split('-').sort() as [string, string])
      .sort((left, right) => (left.join(' ') < right.join(' ') ? -1 : 1))
      .map(([a, b]) => ({ a, b, kind: edgeKind(kindOf(a), kindOf(b)), count: 2 })),
    seedCount,
  }
}

function edgeKind(left: Concept['kind'], right: Concept['kind']): EdgeKind {
  return left !== right ? 'TK' : left === 'topic' ? 'TT' : 'KK'
}

function outcomes(graph: ConceptGraph, options: Partial<WalkOptions> = {}): WalkOutcome[] {
  const plan = planWalks(graph, { mode: 'mathscale', seed: 1, ...options })
  return Array.from({ length: 60 }, (_, index) => samplePath(plan, index))
}

function stepsOf(outcome: WalkOutcome): string {
  return 'failed' in outcome
    ? outcome.failed
    : outcome.steps.map((step) => `${step.phase}:${step.conceptId}`).join(' ')
}

describe('dead ends', () => {
  it('a topic without topic neighbours ends the topic phase', () => {
    const all = outcomes(graphOf('t1 k1', 't1-k1'))
    expect(new Set(all.map(stepsOf))).toEqual(new Set(['start:t1 bridge:k1']))
  })

  it('a point without point neighbours ends the point phase', () => {
    const all = outcomes(graphOf('t1 k1 k2', 't1-k1'))
    expect(new Set(all.map(stepsOf))).toEqual(new Set(['start:t1 bridge:k1']))
  })

  it('the bridge leaves the latest topic that has a knowledge point', () => {
    const all = outcomes(graphOf('t1 t2 k1', 't1-t2 t1-k1'))
    for (const outcome of all) {
      const path = outcome as ConceptPath
      expect(stepsOf(path)).toMatch(/bridge:k1$/)
      expect(path.steps.at(-1)).toMatchObject({ edgeCount: 2, probability: 1 })
    }
    expect(all.map(stepsOf)).toContain('start:t1 topic:t2 bridge:k1')
    expect(all.map(stepsOf)).toContain('start:t2 topic:t1 topic:t2 bridge:k1')
  })

  it('a draw without any knowledge point fails and says so', () => {
    const graph = graphOf('t1 t2 t3 k1', 't1-t2 t3-k1')
    const texts = outcomes(graph).map(stepsOf)
    expect(texts.filter((text) => text === 'no-knowledge-point')).toHaveLength(40)
    expect(texts.filter((text) => text === 'start:t3 bridge:k1')).toHaveLength(20)
    expect(outcomes(graphOf('k1 k2', 'k1-k2')).map(stepsOf)).toEqual(
      Array.from({ length: 60 }, () => 'no-knowledge-point'),
    )
  })

  it('a hop mode fails where no point is that far', () => {
    const line = graphOf('t1 k1 k2 k3', 't1-k1 k1-k2 k2-k3')
    expect(new Set(outcomes(line, { mode: 'hop-3' }).map(stepsOf))).toEqual(
      new Set(['no-distant-knowledge-point']),
    )
    const [second] = outcomes(line, { mode: 'hop-2' })
    expect(stepsOf(second as WalkOutcome)).toBe('start:t1 bridge:k1 knowledge-point:k2 knowledge-point:k3')
    // k1 is next to k2 too, but not at distance 2: k3 is all there is.
    expect((second as ConceptPath).steps.at(-1)?.probability).toBe(1)
    expect((second as ConceptPath).knowledgePoints).toEqual(['k1', 'k3'])
  })

  it('coverage enters a point without topic by a neighbour, and names what it cannot reach', () => {
    const graph = graphOf('t1 k1 k2 k3 k4', 't1-k1 k1-k2 k3-k4')
    const plan = planWalks(graph, { mode: 'coverage', seed: 1 })
    expect(plan.coverage?.gated).toEqual([
      { conceptId: 'k3', reason: 'unreachable' },
      { conceptId: 'k4', reason: 'unreachable' },
    ])
    const [first, second] = [0, 1].map((index) => samplePath(plan, index) as ConceptPath)
    const both = [first, second].map((path) => path?.knowledgePoints.includes('k2'))
    expect(both).toContain(true)
    for (const index of [0, 1, 2, 3]) {
      expect(stepsOf(samplePath(plan, index))).toMatch(/^start:t1 bridge:k1/)
    }
  })
})
