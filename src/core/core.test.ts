import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentId, isContentId } from './identity.ts'
import { pairId, questionId } from './pair.ts'
import { randomAt, randomKey } from './random.ts'
import { seedId } from './seed.ts'
import { checkNames, checkRungs, rungOf, type Check } from './verdict.ts'

describe('contentId', () => {
  it('does not depend on the order of members, and does on the kind', () => {
    expect(contentId('a', { x: 1, y: [2, 'z'] })).toBe(contentId('a', { y: [2, 'z'], x: 1 }))
    expect(contentId('a', { x: 1 })).not.toBe(contentId('b', { x: 1 }))
    expect(isContentId(contentId('a', null))).toBe(true)
  })

  it('takes a lone surrogate for U+FFFD, however deep it stands', () => {
    expect(contentId('a', [{ name: '\ud800' }])).toBe(contentId('a', [{ name: '\ufffd', more: undefined }]))
  })

  it('stays what it is across releases', () => {
    expect([seedId('What is  2 + 2?\n'), questionId('What is 2 + 2?'), pairId('q', 's')])
      .toMatchInlineSnapshot(`
      [
        "faa9f9f8d0d0077de6e32cf0f078475c",
        "6e9222eb9aa3b1e55a2ed57d9469862a",
        "c8c559d147a8ba1fa67c8a0f8e1c51da",
      ]
    `)
    expect(seedId('What is  2 + 2?\n')).toBe(seedId('What is 2 + 2?'))
  })
})

describe('randomAt', () => {
  it('is a pure function of key and index', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, index) => {
        const draw = (): number[] =>
          Array.from(
            { length: 4 },
            (
              (random) => () =>
                random.uint32()
            )(randomAt(randomKey('t', seed), index)),
          )
        expect(draw()).toEqual(draw())
      }),
    )
  })

  it('gives unlike streams for neighbouring indices and beyond 32 bits', () => {
    const first = (index: number): number => randomAt(randomKey('t'), index).uint32()
    const words = new Set([
      ...Array.from({ length: 5000 }, (_, index) => first(index)),
      first(2 ** 32),
      first(2 ** 32 + 1),
    ])
    expect(words.size).toBeGreaterThan(4998)
  })

  it('draws integers without bias', () => {
    const counts = [0, 0, 0, 0, 0, 0, 0]
    for (let index = 0; index < 70_000; index++) {
      const value = randomAt(randomKey('bias'), index).integer(0, 6)
      counts[value] = (counts[value] ?? 0) + 1
    }
    const statistic = counts.reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0)
    // The 99.9 % point of chi-square with six degrees of freedom.
    expect(statistic).toBeLessThan(22.46)
  })

  it('stays what it is across releases', () => {
    const random = randomAt(randomKey('walk', 'version', 7), 42)
    expect([random.uint32(), random.integer(1, 6), random.float(), random.shuffle([1, 2, 3, 4])])
      .toMatchInlineSnapshot(`
      [
        3418274627,
        2,
        0.6175093556529225,
        [
          2,
          3,
          1,
          4,
        ],
      ]
    `)
  })
})

describe('rungOf', () => {
  const check = (name: Check['name'], outcome: Check['outcome']): Check => ({ name, outcome, evidence: '' })

  it('is the highest rung below every failure', () => {
    expect(rungOf([])).toBe(0)
    expect(
      rungOf([
        check('schema', 'passed'),
        check('one-question', 'failed'),
        check('independent-answer', 'passed'),
      ]),
    ).toBe(1)
    expect(
      rungOf([
        check('schema', 'passed'),
        check('one-question', 'passed'),
        check('annotations', 'not-applicable'),
      ]),
    ).toBe(2)
    expect(
      rungOf([
        check('schema', 'passed'),
        check('one-question', 'passed'),
        check('independent-answer', 'passed'),
      ]),
    ).toBe(5)
  })

  it('never counts a rung whose check failed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...checkNames), fc.constantFrom('passed', 'failed', 'not-applicable')),
        ),
        (rows) => {
          const checks = rows.map(([name, outcome]) => check(name, outcome as Check['outcome']))
          const failures = checks.filter((row) => row.outcome === 'failed').map((row) => checkRungs[row.name])
          expect(rungOf(checks)).toBeLessThan(Math.min(6, ...failures))
        },
      ),
    )
  })
})
