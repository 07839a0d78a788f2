import { describe, expect, it } from 'vitest'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import { conceptId, type Concept } from '../../core/concept.ts'
import { buildGraph } from './build-graph.ts'
import { layOutGraph } from './lay-out-graph.ts'
import { mostFrequent } from './most-frequent.ts'

const concept = (key: string): Concept => ({
  id: conceptId('knowledge-point', key),
  kind: 'knowledge-point',
  key,
  name: key,
  aliases: [],
  count: 0,
})

/** Four groups of eight concepts that stand together in every seed of theirs, and one seed that joins all groups. */
function grouped(): ConceptGraph {
  const groups = [0, 1, 2, 3].map((group) =>
    Array.from({ length: 8 }, (_, at) => concept(`group ${group} ${at}`)),
  )
  const bridge = groups.map(([first]) => (first as Concept).id)
  const seeds = groups.map((group) => group.map(({ id }) => id))
  return buildGraph(
    groups.flat(),
    [...seeds, bridge].map((conceptIds, at) => ({ seedId: `seed ${at}`, conceptIds })),
  )
}

describe('layOutGraph', () => {
  it('draws concepts of a group nearer to each other than to those of other groups', () => {
    const graph = grouped()
    const { x, y } = layOutGraph(graph, 0)
    const near: number[] = []
    const far: number[] = []
    for (const [i, left] of graph.nodes.entries()) {
      for (const [j, right] of graph.nodes.entries()) {
        if (i >= j) continue
        const distance = Math.hypot((x[i] as number) - (x[j] as number), (y[i] as number) - (y[j] as number))
        ;(left.name.slice(0, 7) === right.name.slice(0, 7) ? near : far).push(distance)
      }
    }
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(near)).toBeLessThan(mean(far) / 2)
    // No two concepts on one spot.
    expect(Math.min(...near, ...far)).toBeGreaterThan(0)
  })

  it('is a function of graph and seed, in hundredths', () => {
    const graph = grouped()
    const first = layOutGraph(graph, 3)
    expect(layOutGraph(graph, 3)).toEqual(first)
    expect(layOutGraph(graph, 4)).not.toEqual(first)
    for (const value of [...first.x, ...first.y]) expect(value).toBe(Number(value.toFixed(2)))
  })

  it('keeps to the same places, to the last digit', () => {
    const graph = buildGraph(
      [concept('a'), concept('b'), concept('c')],
      [
        { seedId: 'one', conceptIds: [concept('a').id, concept('b').id] },
        { seedId: 'two', conceptIds: [concept('c').id] },
      ],
    )
    const { x, y } = layOutGraph(graph, 0)
    expect(Object.fromEntries(graph.nodes.map(({ key }, at) => [key, [x[at], y[at]]])))
      .toMatchInlineSnapshot(`
      {
        "a": [
          4.76,
          0.08,
        ],
        "b": [
          0.82,
          4.69,
        ],
        "c": [
          -17.66,
          -15.09,
        ],
      }
    `)
  })

  it('draws a graph of one concept and an empty one', () => {
    const one = buildGraph([concept('a')], [{ seedId: 'one', conceptIds: [concept('a').id] }])
    expect(layOutGraph(one, 0).x).toHaveLength(1)
    expect(Number.isFinite(layOutGraph(one, 0).x[0])).toBe(true)
    expect(layOutGraph(buildGraph([], []), 0).x).toHaveLength(0)
  })
})

describe('mostFrequent', () => {
  it('keeps the concepts of most seeds, all edges among them and their counts', () => {
    const graph = grouped()
    const kept = mostFrequent(graph, 4)
    expect(kept.nodes.map(({ count }) => count)).toEqual([2, 2, 2, 2])
    expect(kept.edges).toHaveLength(6)
    expect(kept.version).not.toBe(graph.version)
    expect(mostFrequent(graph, 32)).toBe(graph)
  })
})
