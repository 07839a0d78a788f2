import { array, assert, constantFrom, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexSources, type SourceProblem } from './source-problems.ts'

const points = constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f')
const toSource = (knowledgePoints: readonly string[], place: number): SourceProblem => ({
  kind: 'seed',
  id: `id-${String(place * 7919).padStart(8, '0')}`,
  question: `q${place}`,
  knowledgePoints,
})

describe('indexSources', () => {
  it('finds the nearest as a search through all would', () => {
    assert(
      property(
        array(uniqueArray(points, { maxLength: 4 }), { maxLength: 30 }),
        uniqueArray(points, { minLength: 1, maxLength: 4 }),
        (sets, wanted) => {
          const sources = sets.map(toSource)
          const likeness = ({ knowledgePoints }: SourceProblem): number => {
            const shared = knowledgePoints.filter((point) => wanted.includes(point)).length
            return shared / new Set([...knowledgePoints, ...wanted]).size
          }
          const expected = sources
            .filter((source) => likeness(source) > 0)
            .sort((a, b) => likeness(b) - likeness(a) || (a.id < b.id ? -1 : 1))
            .slice(0, 5)
          expect(indexSources(sources.toReversed()).nearest(wanted, { count: 5 })).toEqual(expected)
        },
      ),
    )
  })

  it('shows one of several sources with the same knowledge points where told to', () => {
    const index = indexSources([['a', 'b'], ['a', 'b'], ['a'], ['b', 'c']].map(toSource))
    expect(index.nearest(['a', 'b'], { count: 3, diverse: true }).map(({ question }) => question)).toEqual([
      'q0',
      'q2',
      'q3',
    ])
    expect(index.nearest(['a', 'b'], { count: 0 })).toEqual([])
  })
})
