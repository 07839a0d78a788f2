import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeAnswer } from './grade-answer.ts'

interface Pair {
  readonly gold: string
  readonly pred: string
  readonly same: boolean
}

/** Cases by category; see the head of the file for its form. */
function readCases(): ReadonlyMap<string, readonly Pair[]> {
  const categories = new Map<string, Pair[]>()
  let pairs: Pair[] = []
  for (const line of readFileSync(join(import.meta.dirname, 'grade-cases.txt'), 'utf8').split('\n')) {
    if (line.startsWith('## ')) categories.set(line.slice(3), (pairs = []))
    if (!/^[=!] /.test(line)) continue
    const [gold = '', pred = ''] = line
      .slice(2)
      .split('||')
      .map((text) => text.trim().replaceAll('⏎', '\n'))
    pairs.push({ gold, pred, same: line.startsWith('=') })
  }
  return categories
}

const cases = readCases()
const texts = [...cases.values()]
  .flat()
  .flatMap(({ gold, pred }) => [gold, pred])
  .filter((text) => text !== '')

describe('gradeAnswer', () => {
  it.each([...cases.keys()])('%s', (category) => {
    const wrong = (cases.get(category) ?? [])
      .filter(({ gold, pred, same }) => (gradeAnswer(gold, pred).outcome === 'equal') !== same)
      .map(({ gold, pred, same }) => `${gold} || ${pred} is ${same ? 'equal' : 'not equal'}`)
    expect(wrong).toEqual([])
  })

  it('holds hundreds of cases', () => {
    expect(texts.length / 2).toBeGreaterThan(700)
  })

  it('is symmetric', () => {
    const text = fc.constantFrom(...texts)
    fc.assert(
      fc.property(text, text, (first, second) => {
        expect(gradeAnswer(first, second).outcome).toBe(gradeAnswer(second, first).outcome)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is reflexive, with or without dress', () => {
    const dressed = [
      (text: string) => text,
      (text: string) => ` ${text} `,
      (text: string) => `\\boxed{${text}}`,
      (text: string) => `So we get $\\boxed{${text}}$.`,
    ]
    // Prose that names no answer has none to agree on, and what holds a box is no content of one.
    const plain = texts.filter(
      (text) =>
        !/boxed|\n|[a-z]{2,} [a-z]{2,}|\$|[Aa]nswer|####|think|[{}]$|\{$|答案|所以|因此|一共/.test(text) &&
        gradeAnswer(`${text} `, text).outcome === 'equal',
    )
    for (const text of plain)
      for (const dress of dressed)
        expect([text, gradeAnswer(text, dress(text)).outcome]).toEqual([text, 'equal'])
    expect(plain.length).toBeGreaterThan(800)
  })

  it('never throws and is reflexive on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        (first, second) => {
          expect(gradeAnswer(first, second).outcome).toBe(gradeAnswer(second, first).outcome)
          if (first.trim() !== '') expect(gradeAnswer(first, first).outcome).toBe('equal')
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

const file = join(import.meta.dirname, '../../../../shared/data/grade_dev.jsonl')
const present = existsSync(file)
if (!present && process.env['REQUIRE_PUBLIC_DATA'] === 'true')
  throw new Error(`public set is missing: ${file}`)
if (!present) console.warn(`SKIPPED: public set is missing: ${file}`)

interface Row {
  readonly gold: string
  readonly pred: string
  readonly expected: boolean
  readonly truth?: boolean
  readonly policy?: string
}

describe.skipIf(!present)('pairs of other graders', () => {
  it('core at least 98 %, all at least 95 %, false "equal" at most 1 % of the core', () => {
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
    const graded = rows.map((row) => ({
      core: row.policy === undefined,
      wanted: row.truth ?? row.expected,
      equal: gradeAnswer(row.gold, row.pred).outcome === 'equal',
    }))
    const core = graded.filter((row) => row.core)
    const share = (some: typeof graded): number =>
      some.filter((row) => row.equal === row.wanted).length / some.length
    expect(share(core)).toBeGreaterThanOrEqual(0.98)
    expect(share(graded)).toBeGreaterThanOrEqual(0.95)
    expect(core.filter((row) => row.equal && !row.wanted).length / core.length).toBeLessThanOrEqual(0.01)
  })
})
