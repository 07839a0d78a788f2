import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lastBoxed } from '../../foundations/answers/final-answer.ts'
import type { Draft } from '../../core/draft.ts'
import { verifyDraft } from './verify-draft.ts'

const data = join(import.meta.dirname, '../../../../shared/data')
const present = existsSync(data)
if (!present && process.env['REQUIRE_PUBLIC_DATA'] === 'true')
  throw new Error(`public sets are missing: ${data}`)
if (!present) console.warn(`SKIPPED: public sets are missing: ${data}`)

type Row = Readonly<Record<string, string>>

function draftsOf(
  name: string,
  toDraft: (row: Row) => Pick<Draft, 'question' | 'solution' | 'finalAnswer'>,
): Draft[] {
  const rows = readFileSync(join(data, name), 'utf8').trim().split('\n')
  return rows.map((row) => ({
    ...toDraft(JSON.parse(row) as Row),
    requested: [],
    realised: [],
    method: 'mathscale',
    parents: [],
    difficulty: 1,
    evidence: null,
  }))
}

/** Share of the drafts that fail a check, by check. */
function failures(drafts: readonly Draft[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const draft of drafts)
    for (const check of verifyDraft(draft, { recheck: () => [] }).checks)
      if (check.outcome === 'failed') counts[check.name] = (counts[check.name] ?? 0) + 1
  return counts
}

describe.skipIf(!present)('alarms on published problems, which are taken for good', () => {
  it('GSM8K train: at most 0.2 % for well-formedness, 0.4 % for recomputation', () => {
    const drafts = draftsOf('gsm8k_train.jsonl', ({ question = '', answer = '' }) => ({
      question,
      solution: answer,
      finalAnswer: answer.split('####').at(-1)?.trim() ?? '',
    }))
    const counts = failures(drafts)
    console.log(`GSM8K train, ${drafts.length} problems: ${JSON.stringify(counts)}`)
    const formed =
      (counts['one-question'] ?? 0) + (counts['self-contained'] ?? 0) + (counts['no-answer-leak'] ?? 0)
    expect(formed / drafts.length).toBeLessThan(0.002)
    expect((counts['numeric-links'] ?? 0) / drafts.length).toBeLessThan(0.004)
    expect(counts['annotations'] ?? 0).toBe(0)
  })

  it('MATH train: at most 0.5 % for well-formedness, 0.4 % for recomputation', () => {
    const drafts = draftsOf('math_train.jsonl', ({ problem = '', solution = '' }) => ({
      question: problem,
      solution,
      finalAnswer: lastBoxed(solution) || '0',
    }))
    const counts = failures(drafts)
    console.log(`MATH train, ${drafts.length} problems: ${JSON.stringify(counts)}`)
    const formed =
      (counts['one-question'] ?? 0) + (counts['self-contained'] ?? 0) + (counts['no-answer-leak'] ?? 0)
    expect(formed / drafts.length).toBeLessThan(0.005)
    expect(((counts['numeric-links'] ?? 0) + (counts['substitution'] ?? 0)) / drafts.length).toBeLessThan(
      0.004,
    )
  })
})
