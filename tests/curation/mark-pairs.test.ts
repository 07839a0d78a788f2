import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { configSchema } from '../../src/core/config.ts'
import { pairId, questionId, type Pair } from '../../src/core/pair.ts'
import { markPairs } from '../../src/pipeline/mark-pairs.ts'
import { samplePair, sampleRun } from '../contracts/samples.ts'

const market =
  'Tom has 3 apples and buys 4 more apples at the market on Sunday. How many apples does Tom have now in total?'
const other =
  'A rectangle is 7 cm long and 4 cm wide. What is the area of this rectangle in square centimetres?'

const run = sampleRun('marks', { cursor: 100 })

function pairAt(
  index: number,
  {
    question,
    solution,
    answer = '7',
    ...more
  }: { question: string; solution: string; answer?: string } & Partial<Pair>,
): Pair {
  const pair = samplePair(run, index)
  return {
    ...pair,
    id: pairId(question, solution),
    questionId: questionId(question),
    draft: { ...pair.draft, question, solution, finalAnswer: answer },
    ...more,
  }
}

const pairs = [
  pairAt(0, { question: market, solution: '3 + 4 = 7' }),
  pairAt(1, {
    question: market.replace('Sunday. How', 'Sunday morning. How'),
    solution: '3 + 4 = 7, so he has 7 apples',
  }),
  pairAt(2, { question: 'What is 9 squared?', solution: '81', answer: '81' }),
  pairAt(4, { question: other, solution: 'The area is 7 x 4 = 28', answer: '28' }),
  pairAt(5, { question: other, solution: '7 x 4 = 28', answer: '28 cm^2' }),
  pairAt(6, { question: other, solution: '28', answer: '28' }),
  pairAt(7, { question: 'What is 5 cubed, written out in digits?', solution: '125', answer: '125' }),
  pairAt(8, { question: 'What is 5 cubed, written out in digits?', solution: '15', answer: '15' }),
  pairAt(9, {
    question: market,
    solution: 'kept out by another stage, whatever its length',
    marks: ['rejected'],
  }),
]

async function marksAfter(...settings: readonly Record<string, unknown>[]): Promise<unknown> {
  const workspace = await openWorkspace(mkdtempSync(join(tmpdir(), 'conceptloom-marks-')))
  try {
    await workspace.pairs.appendBlock(run, pairs)
    let report: unknown
    for (const curate of settings) {
      const config = configSchema.parse({ curate })
      report = await markPairs({ config, pairs: workspace.pairs, run, progress: () => {} })
    }
    const marks: Record<number, readonly string[]> = {}
    for await (const batch of workspace.pairs.range(run.id, { from: 0, to: 100 }))
      for (const pair of batch) if (pair.marks.length > 0) marks[pair.index] = pair.marks
    return { marks, report }
  } finally {
    await workspace.close()
  }
}

describe('marks of near duplicates', () => {
  it('keep the best of near duplicates, some solutions of a question, and none of a disputed one', async () => {
    expect(await marksAfter({ solutionsPerQuestion: 2 })).toMatchObject({
      marks: {
        0: ['near-duplicate'],
        6: ['solutions-cap'],
        7: ['answer-conflict'],
        8: ['answer-conflict'],
        9: ['rejected'],
      },
      report: {
        marked: { 'near-duplicate': 1, 'solutions-cap': 1, 'answer-conflict': 2 },
      },
    })
  })

  it('leave so many pairs of a skeleton, counting only those that nothing else keeps out', async () => {
    const template = (index: number, number: number, more: Partial<Pair> = {}): Pair =>
      pairAt(index, {
        question: `What is the sum of the first ${number} whole numbers that a clerk writes down on page ${number + 1}?`,
        solution: `It is ${number}.`,
        answer: String(number),
        skeletonId: 'a'.repeat(32),
        ...more,
      })
    const templates = [
      template(0, 11, { marks: ['rejected'] }),
      template(1, 22),
      template(2, 33),
      template(3, 44),
    ]
    const workspace = await openWorkspace(mkdtempSync(join(tmpdir(), 'conceptloom-marks-')))
    await workspace.pairs.appendBlock(run, templates)
    const config = configSchema.parse({ curate: { pairsPerSkeleton: 2, threshold: 1 } })
    const report = await markPairs({ config, pairs: workspace.pairs, run, progress: () => {} })
    await workspace.close()
    expect(report.marked).toEqual({ 'skeleton-cap': 1 })
  })

  it('are a function of the settings: other settings take them away, the same change nothing', async () => {
    const once = await marksAfter({ solutionsPerQuestion: 3, threshold: 1 })
    expect(once).toMatchObject({
      marks: { 7: ['answer-conflict'], 8: ['answer-conflict'], 9: ['rejected'] },
    })
    expect(
      await marksAfter({ solutionsPerQuestion: 1 }, {}, { solutionsPerQuestion: 3, threshold: 1 }),
    ).toEqual(once)
  })
})
