import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptId, type Concept, type SeedContribution } from '../../core/concept.ts'
import { MalformedInputError } from '../../core/errors.ts'
import { buildGraph } from './build-graph.ts'
import { createGraphCounter } from './count-graph.ts'

const concepts: Concept[] = Array.from({ length: 9 }, (_, number) => {
  const kind = number < 3 ? 'topic' : 'knowledge-point'
  const key = `${kind} ${number}`
  return { id: conceptId(kind, key), kind, key, name: key, aliases: [], count: 0 }
})
const ids = concepts.map((concept) => concept.id)
const labels = fc.array(fc.constantFrom(...ids), { maxLength: 6 })
const seedId = fc.nat({ max: 7 }).map((number) => `seed-${number}`)
const action = fc.oneof(
  fc.record({ seedId, conceptIds: labels }),
  seedId.map((id) => ({ seedId: id, conceptIds: undefined })),
)

describe('createGraphCounter', () => {
  it('equals a rebuild after any order of adds and removes', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const counter = createGraphCounter(concepts)
        const held = new Map<string, SeedContribution>()
        for (const { seedId, conceptIds } of actions) {
          if (conceptIds === undefined) {
            expect(counter.remove(seedId)).toBe((held.get(seedId)?.conceptIds.length ?? 0) > 0)
            held.delete(seedId)
          } else {
            counter.add({ seedId, conceptIds })
            held.set(seedId, { seedId, conceptIds })
          }
        }
        const rebuilt = buildGraph(concepts, [...held.values()].reverse())
        expect(counter.graph()).toEqual(rebuilt)
      }),
    )
  })

  it('counts, for every pair, the seeds whose labels contain both', () => {
    fc.assert(
      fc.property(fc.array(labels, { maxLength: 12 }), (lists) => {
        const graph = buildGraph(
          concepts,
          lists.map((conceptIds, number) => ({ seedId: `seed-${number}`, conceptIds })),
        )
        const counts = new Map(graph.edges.map((edge) => [`${edge.a} ${edge.b}`, edge.count]))
        let pairs = 0
        for (const a of ids) {
          for (const b of ids) {
            if (a >= b) continue
            const both = lists.filter((list) => list.includes(a) && list.includes(b)).length
            expect(counts.get(`${a} ${b}`) ?? 0).toBe(both)
            if (both > 0) pairs++
          }
        }
        expect(graph.edges).toHaveLength(pairs)
        for (const node of graph.nodes) {
          expect(node.count).toBe(lists.filter((list) => list.includes(node.id)).length)
        }
        expect(graph.seedCount).toBe(lists.filter((list) => list.length > 0).length)
      }),
    )
  })

  it('orders nodes by id and edges by their ends, lower id first', () => {
    const { nodes, edges } = buildGraph(concepts, [{ seedId: 's', conceptIds: [...ids].reverse() }])
    expect(nodes.map((node) => node.id)).toEqual([...ids].sort())
    const ends = edges.map((edge) => `${edge.a} ${edge.b}`)
    expect(ends).toEqual([...ends].sort())
    expect(edges.every((edge) => edge.a < edge.b)).toBe(true)
    expect(edges.filter((edge) => edge.kind === 'TT')).toHaveLength(3)
    expect(edges.filter((edge) => edge.kind === 'TK')).toHaveLength(18)
    expect(edges.filter((edge) => edge.kind === 'KK')).toHaveLength(15)
  })

  it('has another version when a count, a name or the number of seeds differs', () => {
    const one = [{ seedId: 's', conceptIds: ids.slice(0, 4) }]
    const versions = [
      buildGraph(concepts, one),
      buildGraph(concepts, [...one, { seedId: 't', conceptIds: ids.slice(2, 4) }]),
      buildGraph(
        concepts.map((concept) => ({ ...concept, name: concept.name.toUpperCase() })),
        one,
      ),
      buildGraph(concepts, []),
    ].map((graph) => graph.version)
    expect(new Set(versions).size).toBe(4)
  })

  it('refuses an unknown concept and keeps what it had', () => {
    const counter = createGraphCounter(concepts)
    counter.add({ seedId: 's', conceptIds: ids.slice(0, 4) })
    const before = counter.graph()
    expect(() => counter.add({ seedId: 's', conceptIds: ['nowhere'] })).toThrow(MalformedInputError)
    expect(counter.graph()).toEqual(before)
  })
})
