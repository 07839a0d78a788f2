import { expect, test } from 'vitest'
import type { GraphView } from '../../api/contract/graph.ts'
import { filterView, readExplorer, usualNodes } from './explorer-state.ts'

const view: GraphView = {
  nodes: [0, 1, 1].map((community, place) => ({
    id: `c${place}`,
    kind: 'topic',
    name: `c${place}`,
    count: 1,
    community,
    pairs: 0,
    degree: 1,
    x: 0,
    y: 0,
  })),
  edges: [
    { a: 'c0', b: 'c1', kind: 'TT', count: 4 },
    { a: 'c1', b: 'c2', kind: 'TT', count: 1 },
  ],
  omitted: { nodes: 0, edges: 0 },
}

const filtered = (query: string): GraphView => filterView(view, readExplorer(new URLSearchParams(query)))

test('without filters the picture is the same one, so that it is not drawn again', () => {
  expect(filtered('')).toBe(view)
})

test('a community leaves its own concepts and the one in the middle', () => {
  expect(filtered('community=1').nodes.map(({ id }) => id)).toEqual(['c1', 'c2'])
  expect(filtered('community=1&concept=c0').nodes.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2'])
  expect(filtered('community=1').edges).toHaveLength(1)
})

test('weak edges go', () => {
  expect(filtered('minimum=2').edges.map(({ count }) => count)).toEqual([4])
})

test('a picture around one concept holds fewer', () => {
  expect(usualNodes({ concept: 'x' })).toBeLessThan(usualNodes({ concept: '' }))
})
