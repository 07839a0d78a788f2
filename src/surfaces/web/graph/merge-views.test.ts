import { expect, test } from 'vitest'
import type { GraphView } from '../../api/contract/graph.ts'
import { frameOf } from './frame-of.ts'
import { mergeViews } from './merge-views.ts'

const view = (...ids: readonly string[]): GraphView => ({
  nodes: ids.map((id, place) => ({
    id,
    kind: 'topic',
    name: id,
    count: 1,
    community: 0,
    pairs: 0,
    degree: 1,
    x: place * 10,
    y: place,
  })),
  edges: ids.slice(1).map((id, place) => ({ a: id, b: ids[place] ?? '', kind: 'TT', count: 1 })),
  omitted: { nodes: 5, edges: 5 },
})

test('parts of a graph become one picture in which nothing stands twice', () => {
  const merged = mergeViews([view('a', 'b'), view('b', 'a'), view('b', 'c')])
  expect(merged.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(merged.edges).toHaveLength(2)
})

test('a frame holds its nodes with room around them', () => {
  const { nodes } = view('a', 'b', 'c', 'd', 'e')
  const frame = frameOf(nodes, ['b', 'c'])
  expect(frame?.x[0]).toBeLessThan(10)
  expect(frame?.x[1]).toBeGreaterThan(20)
  expect(frame?.x[1]).toBeLessThan(40)
})

test('around a single node there is a quarter of the picture, and around none of it no frame', () => {
  const { nodes } = view('a', 'b', 'c', 'd', 'e')
  const frame = frameOf(nodes, ['c'])
  expect((frame?.x[1] ?? 0) - (frame?.x[0] ?? 0)).toBeCloseTo(10)
  expect(frameOf(nodes, ['elsewhere'])).toBeNull()
})
