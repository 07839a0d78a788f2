import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openOverlapCounter } from './count-overlaps.ts'

const words = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, place) =>
      `w${'abcdefghijklmnopqrstuvwxyz'[(from + place) % 26]}${'klmnopqrst'[Math.floor((from + place) / 26)]}`,
  ).join(' ')

describe('openOverlapCounter', () => {
  it('counts rows and problems per group and length, a run of two groups for both', () => {
    const references = [
      { id: '1', group: 'long', text: words(0, 40) },
      { id: '2', group: 'long', text: words(100, 12) },
      { id: '3', group: 'copy', text: `${words(0, 25)} and nothing of the rest` },
      { id: '4', group: 'copy', text: 'Too short to have a run' },
    ]
    const counter = openOverlapCounter(references)
    for (const text of [`Now ${words(5, 20)}!`, `Once more ${words(5, 30)}`, words(5, 9), words(200, 40)])
      counter.add(text)
    const of = (group: string): object[] => counter.result().filter((one) => one.group === group)
    expect(of('long')).toEqual([
      { group: 'long', words: 10, rows: 2, references: 1, longEnough: 2 },
      { group: 'long', words: 20, rows: 2, references: 1, longEnough: 1 },
      { group: 'long', words: 30, rows: 1, references: 1, longEnough: 1 },
    ])
    expect(of('copy')).toEqual([
      { group: 'copy', words: 10, rows: 2, references: 1, longEnough: 1 },
      { group: 'copy', words: 20, rows: 2, references: 1, longEnough: 1 },
      { group: 'copy', words: 30, rows: 0, references: 0, longEnough: 1 },
    ])
  })

  it('agrees with sets of joined words on random texts', () => {
    const text = fc.array(fc.constantFrom('alpha', 'beta', 'gamma'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (protectedTexts, rows) => {
          const runs = (tokens: readonly string[]): string[] =>
            Array.from({ length: Math.max(0, tokens.length - 3) }, (_, at) =>
              tokens.slice(at, at + 4).join(' '),
            )
          const known = new Set(protectedTexts.flatMap(runs))
          const seen = new Set(rows.flatMap(runs))
          const counter = openOverlapCounter(
            protectedTexts.map((tokens, id) => ({ id: String(id), group: 'all', text: tokens.join(' ') })),
            [4],
          )
          for (const row of rows) counter.add(row.join(' '))
          expect(counter.result()).toEqual([
            {
              group: 'all',
              words: 4,
              rows: rows.filter((row) => runs(row).some((run) => known.has(run))).length,
              references: protectedTexts.filter((one) => runs(one).some((run) => seen.has(run))).length,
              longEnough: protectedTexts.filter((one) => one.length >= 4).length,
            },
          ])
        },
      ),
    )
  })
})
