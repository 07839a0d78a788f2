import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentId } from '../../src/core/identity.ts'
import type { GraphStore } from '../../src/core/ports.ts'
import type { Fresh, OpenFresh } from './fresh.ts'
import { hostileTexts, sampleGraph, sampleSeed } from './samples.ts'

const unknown = contentId('sample', 'unknown')

/** What every GraphStore promises. */
export function describeGraphStore(name: string, openFresh: OpenFresh<GraphStore>): void {
  describe(`graph store: ${name}`, () => {
    let fresh: Fresh<GraphStore>
    let store: GraphStore
    beforeEach(async () => {
      fresh = await openFresh()
      store = fresh.store
    })
    afterEach(() => fresh.remove())

    const { graph, seeds } = sampleGraph()
    const contributions = seeds.map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds }))

    test('knows which graphs it has', async () => {
      const { graph } = sampleGraph('known')
      expect(await store.hasGraph(graph.version)).toBe(false)
      await store.putGraph(graph, [])
      expect(await store.hasGraph(graph.version)).toBe(true)
    })

    test('gives seeds in the order asked and leaves unknown ids out', async () => {
      await store.putSeeds(seeds)
      const [first, second, third] = seeds.map(({ seed }) => seed.id) as [string, string, string]
      expect(await store.seeds([third, unknown, first])).toEqual([seeds[2], seeds[0]])
      expect(await store.seeds([second])).toEqual([seeds[1]])
      expect(await store.seeds([])).toEqual([])
      expect(await store.seeds(['', 'not an id'])).toEqual([])
    })

    test('stores the same seeds twice as once, and replaces a seed with new labels', async () => {
      await store.putSeeds(seeds)
      await store.putSeeds(seeds)
      const relabelled = { seed: seeds[0]?.seed ?? sampleSeed('x'), conceptIds: [graph.nodes[0]?.id ?? ''] }
      await store.putSeeds([relabelled])
      expect(await store.seeds(seeds.map(({ seed }) => seed.id))).toEqual([relabelled, seeds[1], seeds[2]])
    })

    test('keeps every field and hostile text of a seed', async () => {
      const full = sampleSeed('full', {
        solution: 's',
        answer: '1/2',
        subject: 'Algebra',
        level: 5,
        sourceId: 'row-7',
        meta: { list: [1, { deep: null }], text: 'ü' },
      })
      const hostile = hostileTexts.map((text, place) => ({
        ...sampleSeed(`hostile ${place}`),
        question: text,
        solution: text,
        sourceId: text,
      }))
      const labelled = [full, ...hostile].map((seed) => ({ seed, conceptIds: [] }))
      await store.putSeeds(labelled)
      expect(await store.seeds(labelled.map(({ seed }) => seed.id))).toEqual(labelled)
    })

    test('pins a graph under its version and gives it back whole', async () => {
      await store.putGraph(graph, contributions)
      expect(await store.graph(graph.version)).toEqual(graph)
      expect(await store.graph(unknown)).toBeUndefined()
      expect(await store.graph('not an id')).toBeUndefined()
    })

    test('keeps hostile names, definitions and aliases of concepts', async () => {
      const nodes = graph.nodes.map((node, place) => {
        const text = hostileTexts[place] ?? 'x'
        const more = { definition: text, taxonomyId: 'algebra.slope', aliases: [{ name: text, count: 3 }] }
        return { ...node, name: text, ...more }
      })
      await store.putGraph({ ...graph, nodes }, contributions)
      expect((await store.graph(graph.version))?.nodes).toEqual(nodes)
    })

    test('storing a version again changes nothing', async () => {
      await store.putGraph(graph, contributions)
      await store.putGraph(graph, contributions)
      await store.putGraph({ ...graph, edges: [], seedCount: 99 }, [])
      expect(await store.graph(graph.version)).toEqual(graph)
      for (const edge of graph.edges)
        expect(await store.seedsOfEdge(graph.version, { ...edge, limit: 10 })).toHaveLength(edge.count)
    })

    test('keeps versions apart', async () => {
      const other = sampleGraph('other')
      await store.putGraph(graph, contributions)
      await store.putGraph(other.graph, [])
      expect(await store.graph(other.graph.version)).toEqual(other.graph)
      const edge = other.graph.edges[0] ?? { a: '', b: '' }
      expect(await store.seedsOfEdge(other.graph.version, { a: edge.a, b: edge.b, limit: 9 })).toEqual([])
    })

    test('names the seeds behind an edge, ascending, at most limit, in either direction', async () => {
      await store.putGraph(graph, contributions)
      for (const { a, b, count } of graph.edges) {
        const holding = seeds.filter(({ conceptIds: ids }) => ids.includes(a) && ids.includes(b))
        const expected = holding.map(({ seed }) => seed.id).toSorted()
        expect(expected).toHaveLength(count)
        expect(await store.seedsOfEdge(graph.version, { a, b, limit: 100 })).toEqual(expected)
        expect(await store.seedsOfEdge(graph.version, { a: b, b: a, limit: 1 })).toEqual(expected.slice(0, 1))
        expect(await store.seedsOfEdge(graph.version, { a, b, limit: 0 })).toEqual([])
      }
    })

    test('knows no seeds of an unknown version or concept', async () => {
      await store.putGraph(graph, contributions)
      const [a, b] = graph.nodes.map(({ id }) => id) as [string, string]
      expect(await store.seedsOfEdge(unknown, { a, b, limit: 5 })).toEqual([])
      expect(await store.seedsOfEdge(graph.version, { a, b: unknown, limit: 5 })).toEqual([])
    })

    test('counts a seed once when its contribution comes twice', async () => {
      await store.putGraph(graph, [...contributions, ...contributions])
      const edge = graph.edges.find(({ count }) => count === 3) ?? { a: '', b: '', count: -1 }
      expect(await store.seedsOfEdge(graph.version, { a: edge.a, b: edge.b, limit: 9 })).toHaveLength(3)
    })

    test('pins an empty graph', async () => {
      const empty = { version: contentId('graph', 'empty'), nodes: [], edges: [], seedCount: 0 }
      await store.putGraph(empty, [])
      expect(await store.graph(empty.version)).toEqual(empty)
    })

    test('shows all of it to a second connection', async () => {
      await store.putSeeds(seeds)
      await store.putGraph(graph, contributions)
      const second = await fresh.again()
      expect(await second.graph(graph.version)).toEqual(graph)
      expect(await second.seeds(seeds.map(({ seed }) => seed.id))).toEqual(seeds)
    })
  })
}
