import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-leakage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rowsIn = (name: string, rows: readonly object[]): string => {
  const file = join(folder, name)
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}

const long = `A gardener plants seven rows of tulips beside the old stone wall and waters every third row twice a day while the
others are watered only once so that after two weeks the reservoir behind the shed holds less than half of what it held`

it('evaluate leakage: runs of words, copies and twins per set, and the test on losses', async () => {
  rowsIn('a.jsonl', [
    {
      question:
        'A baker sells 12 boxes of 7 rolls each and 9 single rolls. How many rolls does the baker sell?',
      answer: '#### 93',
    },
    { question: `${long}. How much is left?`, answer: '#### 3' },
  ])
  rowsIn('b.jsonl', [
    { problem: `${long}. How much is left?`, level: 'Level 1', type: 'Algebra', solution: '$\\boxed{3}$' },
  ])
  writeFileSync(join(folder, 'bench.yaml'), 'sets: { gsm8k: a.jsonl, math: b.jsonl }\n')
  const dataset = rowsIn('train.jsonl', [
    {
      id: 'twin',
      question:
        'A baker sells 15 boxes of 6 rolls each and 2 single rolls. How many rolls does the baker sell?',
    },
    {
      id: 'copy',
      messages: [
        {
          role: 'user',
          content:
            'A baker sells 12 boxes of 7 rolls each and 9 single rolls. How many rolls does the baker sell?',
        },
      ],
    },
    { id: 'part', question: `Long ago: ${long} at noon. Who watered them?` },
    { id: 'free', question: 'What is the sum of the first nine odd numbers?' },
  ])
  const losses = (name: string, mean: number): string =>
    rowsIn(
      name,
      Array.from({ length: 40 }, (_, place) => ({
        logProbability: -(mean + (place % 5) / 100) * 20,
        tokens: 20,
      })),
    )
  const { code, stdout, stderr } = await runCommand([
    'evaluate', 'leakage', '--bench', join(folder, 'bench.yaml'), '--dataset', dataset, '--json',
    '--loss-test', losses('test.jsonl', 0.5), '--loss-reference', losses('fresh.jsonl', 0.8), '--loss-train', losses('seen.jsonl', 0.5),
  ]) // prettier-ignore
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    overlap: {
      rows: 4,
      blocked: 2,
      twins: 1,
      sets: [
        {
          set: 'gsm8k',
          items: 2,
          overlaps: [
            { words: 10, rows: 2, references: 2, longEnough: 2 },
            { words: 20, rows: 2, references: 2, longEnough: 2 },
            { words: 30, rows: 1, references: 1, longEnough: 1 },
          ],
          rules: {
            canonical_equality: { rows: 1, items: 1 },
            template_twin: { rows: 1 },
            ngram_30: { rows: 1 },
          },
          examples: { template_twin: [{ row: 'twin' }], ngram_30: [{ row: 'part' }] },
        },
        { set: 'math', items: 1, blocked: 1, twins: 0 },
      ],
    },
    losses: {
      delta1: { estimate: expect.closeTo(-0.3) },
      delta2: { estimate: expect.closeTo(0) },
      verdict: 'leaked',
    },
  })
})
