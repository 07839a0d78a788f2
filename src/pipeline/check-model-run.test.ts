import { expect, test } from 'vitest'
import type { ConceptGraph } from '../core/concept-graph.ts'
import type { Pair } from '../core/pair.ts'
import type { PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import type { Check } from '../core/verdict.ts'
import { checkModelRun } from './check-model-run.ts'

const protectedRow = 'A farmer has 12 hens and 7 goats in a field; how many legs are there altogether?'
const failed = (name: Check['name']): Check => ({ name, outcome: 'failed', evidence: '' })

function pair(question: string, difficulty: number, more: { point: string; checks?: Check[] }): Pair {
  const { point, checks = [] } = more
  return {
    marks: checks.length === 0 ? [] : ['review'],
    draft: { question, solution: 'We count 12 hens and 7 goats.', difficulty, realised: [point] },
    verdict: { rung: 2, checks, flags: [], agreement: { votes: 1, of: 2 } },
  } as unknown as Pair
}

test('a report over the batches of a store: leaks of protected rows, and what checks and votes select', async () => {
  const batches = [
    [
      pair(`Once more: ${protectedRow}`, 1, { point: 'a' }),
      pair('How many?', 4, { point: 'b', checks: [failed('agreement')] }),
    ],
    [
      pair('How few?', 2, { point: 'a' }),
      pair('How far?', 3, { point: 'c', checks: [failed('annotations')] }),
    ],
  ]
  const pairs = {
    // oxlint-disable-next-line typescript/require-await
    async *range() {
      yield* batches
    },
  } as unknown as PairStore
  const graph = { nodes: [{ id: 'b', name: 'Long division' }] } as unknown as ConceptGraph
  const run = { id: 'run', cursor: 4 } as Run
  const report = await checkModelRun({ run, graph, pairs, protectedTexts: [protectedRow] })
  expect(report).toMatchObject({
    leakage: { count: 1, of: 2 },
    longSolutions: { count: 0, of: 2 },
    order: { count: 0, of: 1 },
    filters: {
      text: { kept: { count: 3, of: 4 }, lost: 1, lostConcepts: ['c'] },
      votes: {
        kept: { count: 3, of: 4 },
        difficultyBefore: 2.5,
        difficultyAfter: 2,
        lostConcepts: ['Long division'],
      },
    },
    warnings: [
      '1 questions are a protected row, or share 30 words in a row with one',
      'checks of the text select easier pairs: mean difficulty 2.50 → 2.33',
      'votes select easier pairs: mean difficulty 2.50 → 2.00',
    ],
  })
  expect(await checkModelRun({ run, graph, pairs, protectedTexts: undefined })).not.toHaveProperty('leakage')
})
