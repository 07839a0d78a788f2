import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scoreFiles, type ScoringJob } from '../../src/pipeline/evaluate/score-files.ts'
import type { Evaluation } from '../../src/steps/evaluate/evaluation.ts'
import { readBench } from '../../src/steps/evaluate/load/read-bench.ts'
import type { ScoredCompletion } from '../../src/steps/evaluate/scored-completion.ts'
import { runCommand } from '../cli/run-command.ts'
import { readRows } from './bench-place.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-score-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => path.join(folder, name)
const lines = (...rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')

writeFileSync(
  at('gsm8k.jsonl'),
  lines(
    { question: 'What is 1+1?', answer: '#### 2' },
    { question: 'What is 2+3?', answer: '#### 5' },
    { question: 'Twins?', answer: '#### 7' },
    { question: 'Twins?', answer: '#### 7' },
  ),
)
writeFileSync(
  at('sat.jsonl'),
  lines(
    { passage: '', question: 'Which of the following is 3?', options: ['(A)3', '(B)4'], label: 'A' },
    { passage: '', question: 'What is 4+4?', options: ['(A)7', '(B)8'], label: 'B' },
    { passage: '', question: 'What is 1+1?', options: ['(A)2', '(B)3'], label: 'A' },
  ),
)
writeFileSync(
  at('math.jsonl'),
  lines({ id: 'test/algebra/1.json', problem: 'Double  $x$.', solution: '\\boxed{2x}', type: 'Algebra' }),
)
writeFileSync(
  at('bench.yaml'),
  'sets:\n  gsm8k: gsm8k.jsonl\n  agieval-sat-math: sat.jsonl\n  math: math.jsonl\n',
)
const bench = readBench(at('bench.yaml'))
const itemOf = (question: string): string =>
  bench.sets.flatMap(({ items }) => items).find((item) => item.question === question)?.id ?? ''

interface Scored {
  readonly evaluation: Evaluation
  readonly scores: readonly ScoredCompletion[]
  readonly bad: readonly (readonly [number, string])[]
}

async function score(text: string, more: Partial<ScoringJob> = {}): Promise<Scored> {
  writeFileSync(at('completions.jsonl'), text)
  const scores: ScoredCompletion[] = []
  const bad: [number, string][] = []
  const evaluation = await scoreFiles({
    bench,
    files: [at('completions.jsonl')],
    take: (one) => scores.push(one),
    bad: (_, line, reason) => bad.push([line, reason]),
    ...more,
  })
  return { evaluation, scores, bad }
}

const verdicts = ({ scores }: Scored): readonly unknown[] =>
  scores.map(({ set, sample, correct }) => [set, sample, correct])

test('lines of our own shape, by id and by number; samples as given or as they come', async () => {
  const scored = await score(
    lines(
      { itemId: itemOf('What is 2+3?'), sample: 1, completion: 'The answer is 5.', logProbability: -3.5 },
      { itemId: itemOf('What is 2+3?'), completion: 'The answer is 6.' },
      { itemId: itemOf('What is 2+3?'), completions: ['5', 'It is 5.'] },
      { number: 'test/algebra/1.json', output: '\\boxed{x+x}' },
      { id: 'math/test/algebra/1.json', response: '\\boxed{3x}' },
      { set: 'gsm8k', index: 0, text: '#### 2' },
    ),
  )
  expect(scored.bad).toEqual([])
  expect(verdicts(scored)).toEqual([
    ['gsm8k', 1, true],
    ['gsm8k', 0, false],
    ['gsm8k', 2, true],
    ['gsm8k', 3, true],
    ['math', 0, true],
    ['math', 1, false],
    ['gsm8k', 0, true],
  ])
  expect(scored.scores[0]?.logProbability).toBe(-3.5)
  expect(scored.evaluation.sets).toMatchObject([
    { set: 'gsm8k', items: 2, completions: 5, correct: 4, missing: 2 },
    { set: 'math', items: 1, completions: 2, correct: 1, subjects: { algebra: { completions: 2 } } },
    { set: 'agieval-sat-math', items: 0, missing: 2 },
  ])
  expect(scored.evaluation.excluded).toEqual([
    { set: 'agieval-sat-math', reason: 'the question needs its options', count: 1 },
  ])
})

test('samples of lm-evaluation-harness, by question or by row of the set', async () => {
  const doc = { question: 'What is 2+3?', answer: '5' }
  const scored = await score(
    lines(
      {
        doc_id: 1,
        doc,
        target: '5',
        arguments: [],
        resps: [['It is 5.', 'It is 6.']],
        filtered_resps: ['[invalid]'],
      },
      { doc_id: 0, doc: {}, resps: [['2']] },
      { doc_id: 1, doc: {}, filtered_resps: ['5'] },
    ),
    { set: 'gsm8k' },
  )
  expect(scored.bad).toEqual([])
  expect(verdicts(scored)).toEqual([
    ['gsm8k', 0, true],
    ['gsm8k', 1, false],
    ['gsm8k', 0, true],
    ['gsm8k', 2, true],
  ])
})

test('items of Xwin-Math and predictions of MWPBench, by question', async () => {
  const scored = await score(
    lines(
      {
        question: 'Double $x$.',
        answer: '2x',
        type: 'math',
        completion: ['The answer is $2x$.', '\\boxed{x}'],
      },
      {
        data_topic: 'agieval.sat-math',
        question: 'What is 1+1?',
        answer: '2',
        completion: 'The answer is 2.',
        judge: true,
      },
      { question: 'Twins?', answer: '7', completion: '7' },
      { question: 'Twins?', answer: '7', completion: '8' },
    ),
  )
  expect(scored.bad).toEqual([])
  expect(verdicts(scored)).toEqual([
    ['math', 0, true],
    ['math', 1, false],
    ['agieval-sat-math', 0, true],
    ['gsm8k', 0, true],
    // The second of two equal questions.
    ['gsm8k', 0, false],
  ])
})

test('output of the Batch API of OpenAI and vLLM', async () => {
  const answer = (custom_id: string, ...texts: readonly string[]): object => ({
    id: `batch_${custom_id}`,
    custom_id,
    response: {
      status_code: 200,
      body: { choices: texts.map((content, index) => ({ index, message: { role: 'assistant', content } })) },
    },
    error: null,
  })
  const scored = await score(
    lines(
      answer(itemOf('What is 2+3?'), 'The answer is 5.', 'The answer is 4.'),
      answer('gsm8k/0', 'The answer is 2.'),
      answer('math:test/algebra/1.json', '\\boxed{2x}'),
      { custom_id: 'gsm8k/1', response: { status_code: 200, body: { choices: [{ text: '5' }] } } },
      { custom_id: 'gsm8k/1', response: { status_code: 500, body: {} }, error: null },
      { custom_id: 'gsm8k/1', response: null, error: { code: 'batch_expired', message: 'expired' } },
    ),
  )
  expect(verdicts(scored)).toEqual([
    ['gsm8k', 0, true],
    ['gsm8k', 1, false],
    ['gsm8k', 0, true],
    ['math', 0, true],
    ['gsm8k', 2, true],
  ])
  expect(scored.bad).toEqual([
    [5, 'the endpoint failed: status 500'],
    [6, 'the endpoint failed: expired'],
  ])
})

test('lines about a row that is left out count as neither right nor bad', async () => {
  const scored = await score(
    lines(
      { set: 'agieval-sat-math', index: 0, completion: 'A' },
      { question: 'Which of the following is 3?', completion: 'A' },
    ),
  )
  expect(scored).toMatchObject({ scores: [], bad: [] })
})

test('bad lines are named with what is wrong, and the command ends with 5', async () => {
  writeFileSync(
    at('bad.jsonl'),
    lines(
      { itemId: itemOf('What is 2+3?'), sample: 0, completion: '5' },
      { itemId: itemOf('What is 2+3?'), sample: 0, completion: '5' },
      'no json',
      '',
      '[]',
      { itemId: 'ffffffffffffffffffffffffffffffff', completion: '5' },
      { question: 'What is 1+1?', completion: '2' },
      { question: 'Never heard of?', completion: '2' },
      { doc_id: 0, resps: [['2']] },
      { itemId: itemOf('What is 2+3?') },
      { completion: '5' },
      { itemId: itemOf('What is 2+3?'), sample: -1, completion: '5' },
      { set: 'gsm8k', index: 9, completion: '5' },
    ),
  )
  const out = at('out')
  const files = ['--bench', at('bench.yaml'), '--completions', at('bad.jsonl'), '--out', out]
  const { code, stdout, stderr } = await runCommand([
    'evaluate',
    'score',
    ...files,
    '--model',
    'theirs',
    '--json',
  ])
  expect(code, stderr).toBe(5)
  const reasons = [
    [2, /sample 0 of this item is there already/],
    [3, /not JSON/],
    [4, /empty line/],
    [5, /not a JSON object/],
    [6, /no item with this id/],
    [7, /the same in several sets: gsm8k, agieval-sat-math; name one with --set/],
    [8, /no such item: Never heard of\?/],
    [9, /row 0 of which set\?/],
    [10, /no completion/],
    [11, /nothing says which item/],
    [12, /sample: -1/],
    [13, /no row 9 in gsm8k/],
  ] as const
  const told = stderr.trim().split('\n')
  expect(told).toHaveLength(reasons.length)
  for (const [place, [line, reason]] of reasons.entries()) {
    expect(told[place]).toContain(`bad.jsonl:${line}: `)
    expect(told[place]).toMatch(reason)
  }
  const evaluation = JSON.parse(stdout) as Evaluation
  expect(evaluation).toMatchObject({ settings: { model: 'theirs' }, badLines: 12 })
  expect(JSON.parse(readFileSync(path.join(out, 'evaluation.json'), 'utf8'))).toEqual(evaluation)
  expect(readRows(out, 'scores.jsonl')).toHaveLength(1)

  const text = await runCommand(
    ['evaluate', 'score', '--bench', at('bench.yaml'), '--completions', '-', '--set', 'gsm8k'],
    { input: JSON.stringify({ index: 0, completion: 'The answer is 2' }) },
  )
  expect(text.code, text.stderr).toBe(0)
  expect(text.stdout).toMatch(/GSM8K +1 +1 +1 +100\.0 +1 +100\.0/)
})
