import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../src/core/random.ts'
import type { ModelComparison } from '../../src/steps/evaluate/compare-models.ts'
import type { BenchItem } from '../../src/steps/evaluate/bench-item.ts'
import { readBench } from '../../src/steps/evaluate/load/read-bench.ts'
import type { ScalingComparison } from '../../src/foundations/statistics/compare-scaling.ts'
import type { ScoreSummary } from '../../src/steps/evaluate/summarise-scores.ts'
import { runCommand, type CommandResult } from '../cli/run-command.ts'
import { folder } from '../cli/run-place.ts'

const place = folder()

/** Scores of 300 items of GSM8K and 200 of MATH; items are hard or easy alike for every model. */
function writeScores(name: string, skill: number, samples = 1): string {
  const path = join(place, name)
  mkdirSync(path)
  const lines = Array.from({ length: 500 }, (_, item) => {
    const random = randomAt(randomKey('scores', name), item)
    const hardness = randomAt(randomKey('hardness'), item).float()
    const [set, parts] =
      item < 300
        ? ['gsm8k', {}]
        : ['math', { subject: item % 2 ? 'algebra' : 'geometry', level: `${1 + (item % 5)}` }]
    return Array.from({ length: samples }, (_, sample) => {
      const correct = random.float() < skill ** (1 + 2 * hardness)
      return JSON.stringify({
        itemId: `item-${item}`,
        set,
        ...parts,
        sample,
        completion: 'So the answer is …',
        ...(random.chance(0.05) ? {} : { prediction: correct ? '7' : String(random.integer(8, 30)) }),
        outcome: correct ? 'equal' : 'different',
        method: 'exact',
        correct,
        lenientCorrect: correct || sample > 0,
      })
    })
  }).flat()
  writeFileSync(join(path, 'scores.jsonl'), `${lines.join('\n')}\n`)
  return path
}

const weak = writeScores('weak', 0.5)
const strong = writeScores('strong', 0.7)
const sampled = writeScores('sampled', 0.6, 4)

async function json<T>(words: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runCommand([...words, '--json'])
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout) as T
}

function evaluate(...words: readonly string[]): Promise<CommandResult> {
  return runCommand(['evaluate', ...words])
}

interface Line {
  readonly itemId: string
  readonly set: string
  readonly correct: boolean
}

function linesOf(path: string): readonly Line[] {
  return readFileSync(join(path, 'scores.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

describe('evaluate compare', () => {
  it('gives what counting by hand gives', async () => {
    const { matched, sets, micro } = await json<ModelComparison>(['evaluate', 'compare', weak, strong])
    const first = linesOf(weak)
    const second = linesOf(strong)
    const only = (one: readonly Line[], other: readonly Line[]): number =>
      one.filter(({ correct }, item) => correct && other[item]?.correct === false).length
    expect(matched).toBe(500)
    expect(sets.map(({ set, items }) => [set, items])).toEqual([
      ['gsm8k', 300],
      ['math', 200],
    ])
    expect(micro?.mcnemar).toMatchObject({ onlyFirst: only(first, second), onlySecond: only(second, first) })
    const rights = (lines: readonly Line[]): number => lines.filter(({ correct }) => correct).length
    expect(micro?.difference.estimate).toBeCloseTo((rights(second) - rights(first)) / 500, 12)
    expect(micro?.difference.low).toBeGreaterThan(0)
    expect(micro?.mcnemar.exactP).toBeLessThan(0.001)
  })
  it('prints a table', async () => {
    const { stdout } = await evaluate('compare', weak, strong)
    expect(stdout).toMatch(/^GSM8K +300 /m)
    expect(stdout).toMatch(/^micro average +500 /m)
  })
  it('says what is wrong', async () => {
    const other = join(place, 'other.jsonl')
    writeFileSync(other, readFileSync(join(weak, 'scores.jsonl'), 'utf8').replaceAll('item-', 'thing-'))
    const apart = await evaluate('compare', weak, other)
    expect(apart.code).toBe(5)
    expect(apart.stderr).toContain('no item in common')
  })
})

describe('evaluate statistics', () => {
  it('has averages, samples and groups', async () => {
    const summary = await json<ScoreSummary>(['evaluate', 'statistics', sampled])
    const lines = linesOf(sampled)
    const share = (set: string): number => {
      const own = lines.filter((line) => line.set === set)
      return own.filter(({ correct }) => correct).length / own.length
    }
    expect(summary.averages.micro?.accuracy).toBeCloseTo(
      (300 * share('gsm8k') + 200 * share('math')) / 500,
      12,
    )
    expect(summary.averages.macro?.accuracy).toBeCloseTo((share('gsm8k') + share('math')) / 2, 12)
    expect(summary.averages.missing).toHaveLength(8)
    expect(summary.intervals.macro?.estimate).toBeCloseTo(summary.averages.macro?.accuracy as number, 12)
    expect(summary.samples).toMatchObject({ items: 500, samples: 4 })
    expect(summary.levels.map(({ group, items }) => [group, items])).toEqual(
      [1, 2, 3, 4, 5].map((level) => [`math: ${level}`, 40]),
    )
    expect(summary.subjects).toHaveLength(2)
    const capped = await json<ScoreSummary>([
      'evaluate',
      'statistics',
      sampled,
      '--rule',
      'lenient',
      '--cap',
      '50',
    ])
    expect(capped.averages.micro?.items).toBe(150)
    expect(capped.averages.micro?.accuracy).toBeGreaterThan(summary.averages.micro?.accuracy as number)
  })
  it('prints tables', async () => {
    const { stdout, code } = await evaluate('statistics', sampled)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^macro average +2 sets /m)
    expect(stdout).toMatch(/^k +pass@k +majority@k/m)
  })
})

describe('evaluate scaling', () => {
  const points = join(place, 'points.csv')
  const sizes = [7500, 15_000, 30_000, 60_000, 120_000, 240_000, 480_000, 960_000, 2_000_000]
  writeFileSync(
    points,
    `size,accuracy,items\n${sizes.map((size, place) => `${size},${0.5 - 20 * size ** -0.5 + (place % 2) * 0.002},18408`).join('\n')}\n`,
  )
  it('names the curve that bent the points, and predicts', async () => {
    const fit = await json<ScalingComparison>([
      'evaluate',
      'scaling',
      points,
      '--at',
      '4M',
      '--resamples',
      '100',
    ])
    expect(fit).toMatchObject({ points: 9, basis: 'binomial', best: 'saturating' })
    const saturating = fit.curves.find(({ name }) => name === 'saturating')
    expect(saturating?.parameters['c']?.estimate).toBeCloseTo(0.5, 1)
    expect(saturating?.predictions[0]?.accuracy.estimate).toBeCloseTo(0.49, 2)
  })
  it('takes folders by size, and resamples their items together', async () => {
    const inputs = [`7.5k=${weak}`, `15k=${sampled}`, `30k=${strong}`]
    const fit = await json<ScalingComparison>([
      'evaluate',
      'scaling',
      ...inputs,
      '--average',
      'macro',
      '--resamples',
      '50',
    ])
    expect(fit).toMatchObject({ points: 3, basis: 'items' })
    expect(fit.verdict).toMatch(/^not distinguishable/)
  })
  it('says what is wrong', async () => {
    const percent = join(place, 'percent.json')
    writeFileSync(percent, '[{"size": 10, "accuracy": 41.8}]')
    const bad = await evaluate('scaling', percent)
    expect(bad.code).toBe(5)
    expect(bad.stderr).toContain('share from 0 to 1')
    expect(await evaluate('scaling', `x=${weak}`)).toMatchObject({ code: 2 })
  })
})

describe('evaluate distractors', () => {
  it('writes sets with more and more sentences, answers unchanged', async () => {
    const source = join(place, 'gsm8k.jsonl')
    writeFileSync(
      source,
      [3, 4, 5]
        .map((n) =>
          JSON.stringify({
            question: `Mira has ${n} pears. She eats 2 of them. How many pears does Mira have?`,
            answer: `She has ${n}-2=<<${n}-2=${n - 2}>>${n - 2}.\n#### ${n - 2}`,
          }),
        )
        .join('\n'),
    )
    const bench = join(place, 'bench.yaml')
    writeFileSync(bench, `sets:\n  gsm8k: ${JSON.stringify(source)}\n`)
    const out = join(place, 'distractors')
    const counts = await json<object>(['evaluate', 'distractors', '--bench', bench, '--out', out])
    expect(counts).toMatchObject({ items: 3, leftOut: 0, most: 5 })
    const items = (count: number): readonly BenchItem[] =>
      readBench(join(out, `bench-${count}.yaml`)).sets[0]?.items ?? []
    expect(items(0).map(({ question }) => question)).toEqual(
      readBench(bench).sets[0]?.items.map(({ question }) => question),
    )
    for (let count = 1; count <= 5; count++) {
      expect(items(count).map(({ answer }) => answer)).toEqual(['1', '2', '3'])
      for (const [place, { question }] of items(count).entries())
        expect(question.length).toBeGreaterThan(items(count - 1)[place]?.question.length as number)
    }
  })
})
