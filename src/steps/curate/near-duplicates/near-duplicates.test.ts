import { describe, expect, it } from 'vitest'
import { createDisjointSets } from '../../../foundations/text/disjoint-sets.ts'
import { findAnswerConflicts } from './answer-conflicts.ts'
import { keepBest, type KeepingRules, type Links } from './keep-best.ts'

/** Rows joined by these pairs; rows that are far apart in a chain are not alike. */
function linked(
  rows: number,
  pairs: readonly (readonly [number, number])[],
): Links & Pick<KeepingRules, 'similarity'> {
  const sets = createDisjointSets(rows)
  const closest = new Float32Array(rows)
  for (const [first, second] of pairs) {
    sets.unite(first, second)
    closest[first] = 0.9
    closest[second] = 0.9
  }
  const isPair = (a: number, b: number): boolean =>
    pairs.some(([first, second]) => (first === a && second === b) || (first === b && second === a))
  return { rows, sets, closest, similarity: (first, second) => (isPair(first, second) ? 0.9 : 0.5) }
}

const rules = {
  linkage: 'connected',
  solutionsPerQuestion: 1,
  sameQuestion: () => false,
  threshold: 0.8,
} as const

describe('the best of a cluster', () => {
  it('is the highest rung, then the longest solution, then the first row', () => {
    const links = linked(8, [
      [0, 1],
      [2, 3],
      [4, 5],
    ])
    const merits = {
      rungs: [2, 5, 3, 3, 3, 3, -1, 0],
      solutionLengths: [900, 10, 10, 20, 20, 20, 0, 0],
      solutionHashes: [0, 1, 2, 3, 4, 5, 6, 7],
    }
    const { keep, clusters, similarities } = keepBest(links, merits, {
      ...rules,
      similarity: links.similarity,
    })
    expect([...keep]).toEqual([0, 1, 0, 1, 1, 0, 1, 1])
    expect([...clusters]).toEqual([1, 1, 3, 3, 4, 4, 6, 7])
    expect([...similarities].map((value) => value > 0)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })

  const chain = linked(5, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ])
  const merits = { rungs: [5, 4, 4, 4, 4], solutionLengths: [1, 1, 1, 1, 1], solutionHashes: [1, 2, 3, 4, 5] }

  it('is one row of a whole chain when connected', () => {
    const { keep, clusters } = keepBest(chain, merits, { ...rules, similarity: chain.similarity })
    expect([...keep]).toEqual([1, 0, 0, 0, 0])
    expect(new Set(clusters)).toEqual(new Set([0]))
  })

  it('takes no row that is not itself near a kept one when stars are asked for', () => {
    const star = keepBest(chain, merits, { ...rules, linkage: 'star', similarity: chain.similarity })
    expect([...star.keep]).toEqual([1, 0, 1, 0, 1])
    expect([...star.clusters]).toEqual([0, 0, 2, 2, 4])
    expect(star.similarities[4]).toBe(0)
  })

  it('keeps other solutions of its question up to the cap', () => {
    const links = linked(6, [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
    ])
    const { keep } = keepBest(
      links,
      { rungs: [3, 3, 3, 3, 3, 3], solutionLengths: [9, 8, 7, 6, 5, 4], solutionHashes: [1, 1, 2, 3, 4, 5] },
      {
        ...rules,
        solutionsPerQuestion: 3,
        sameQuestion: (_, row) => row !== 2,
        similarity: links.similarity,
      },
    )
    expect([...keep]).toEqual([1, 0, 0, 1, 1, 0])
  })
})

describe('answer conflicts', () => {
  const conflictsOf = (
    firstAlike: readonly number[],
    answers: readonly (string | undefined)[],
  ): readonly number[] => [...findAnswerConflicts(firstAlike, (row) => answers[row])]

  it('send every row of the question to review', () => {
    expect(conflictsOf([0, 1, 0, 1, 0], ['12', '3', '12.0', '3', '13'])).toEqual([1, 0, 1, 0, 1])
  })

  it('are no conflicts where an answer is missing or written otherwise', () => {
    expect(conflictsOf([0, 0, 0, 3, 3], [undefined, '1/2', '0.5', 'yes', undefined])).toEqual([0, 0, 0, 0, 0])
  })
})
