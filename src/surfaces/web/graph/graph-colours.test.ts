import { expect, test } from 'vitest'
import type { ConceptSummary } from '../../api/contract/concepts.ts'
import { colourings, colourOf, graphColours, legendOf, mixColours } from './graph-colours.ts'

const concept = (community: number, kind: ConceptSummary['kind'] = 'topic'): ConceptSummary => ({
  id: `c${community}`,
  kind,
  name: `concept ${community}`,
  count: 3,
  community,
  pairs: 0,
  degree: 2,
})

test('every colour is hex, the only form that sigma is sure to read', () => {
  for (const colours of Object.values(graphColours))
    for (const colour of Object.values(colours).flat()) expect(colour).toMatch(/^#[\da-f]{6}$/)
})

test('communities have colours of their own, and those beyond the palette share a grey', () => {
  for (const theme of ['light', 'dark'] as const) {
    const { communities, other } = graphColours[theme]
    expect(new Set(communities).size).toBe(communities.length)
    expect(communities).not.toContain(other)
    expect(colourOf(concept(0), 'community', theme)).toBe(communities[0])
    expect(colourOf(concept(communities.length), 'community', theme)).toBe(other)
  }
})

test('accuracy has five steps, and what was not measured is grey', () => {
  const { accuracy, other } = graphColours.light
  const colour = (share: number): string => colourOf({ ...concept(0), accuracy: share }, 'accuracy', 'light')
  expect([0, 0.199, 0.2, 0.5, 0.8, 1].map(colour)).toEqual([0, 0, 1, 2, 4, 4].map((step) => accuracy[step]))
  expect(colourOf(concept(0), 'accuracy', 'light')).toBe(other)
})

test('the legend names each colour in the picture once, and only those', () => {
  const concepts = [concept(2), concept(2), concept(0), concept(40), concept(41)]
  const names = new Map([[2, 'Triangles']])
  expect(legendOf(concepts, { colouring: 'community', theme: 'light' }, names)).toEqual([
    { label: 'Triangles', colour: graphColours.light.communities[2] },
    { label: 'Community 1', colour: graphColours.light.communities[0] },
    { label: 'smaller communities', colour: graphColours.light.other },
  ])
  for (const colouring of colourings)
    for (const one of concepts) {
      const colours = legendOf(concepts, { colouring, theme: 'dark' }, names).map(({ colour }) => colour)
      expect(colours).toContain(colourOf(one, colouring, 'dark'))
    }
})

test('mixing goes from one colour to the other', () => {
  expect(mixColours('#000000', '#ffffff', 0)).toBe('#000000')
  expect(mixColours('#000000', '#ffffff', 1)).toBe('#ffffff')
  expect(mixColours('#102030', '#304050', 0.5)).toBe('#203040')
})
