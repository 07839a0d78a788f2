import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDecontaminator } from './open-decontaminator.ts'
import { indexReferences } from './reference-index.ts'

const train =
  'A train leaves the station at 60 miles per hour and travels for 3 hours. Another train leaves an hour later at 80 miles per hour. How many miles apart are they when the first train stops?'
const short = 'What is the sum of the first 12 odd numbers?'
const formula = 'Let $x$ and $y$ be real numbers with $x^2 + y^2 = 25$. Find the greatest value of $3x + 4y$.'
const { check } = bind([
  { id: 'train', text: train },
  { id: 'short', text: short },
  { id: 'formula', text: formula },
  { id: 'tiny', text: 'Compute $\\cos 75^\\circ$.' },
])

function bind(references: Parameters<typeof openDecontaminator>[0], strict = false) {
  const decontaminator = openDecontaminator(references, { strict })
  return { check: (text: string) => decontaminator.check(text) }
}

describe('openDecontaminator', () => {
  it('blocks the same text in another spelling', () => {
    expect(
      check(
        'Let \\(x\\) and \\(y\\) be real numbers with \\(x^{2}+y^{2}=25\\). Find the greatest value of \\(3x+4y\\)',
      ),
    ).toMatchObject({ decision: 'block', rule: 'canonical_equality', referenceId: 'formula' })
    expect(check('compute $\\cos{75}^{\\circ}$')).toMatchObject({ decision: 'block', referenceId: 'tiny' })
  })

  it('never calls another operator, sign or digit equal', () => {
    for (const text of [
      formula.replace('3x + 4y', '3x - 4y'),
      formula.replace('x^2', 'x_2'),
      formula.replace('= 25', '\\le 25'),
      'Compute $\\sin 75^\\circ$.',
      'Compute $\\cos (-75^\\circ)$.',
      'Compute $\\cos 15^\\circ$.',
    ])
      expect(check(text).decision, text).not.toBe('block')
  })

  it('blocks a short protected text that stands whole in a longer one, up to the end of a clause', () => {
    const inside = check(`Tom asks his teacher something hard. ${short} He does not know.`)
    expect(inside).toMatchObject({ decision: 'block', rule: 'whole_text', referenceId: 'short' })
    expect(inside.evidence?.text).toBe(short)
    expect(check('What is the sum of the first 12 odd numbers that are prime?').decision).not.toBe('block')
  })

  it('blocks thirty protected words in a row and names the passage', () => {
    const passage = check(`Here is a story. ${train.replace('A train leaves', 'A bus left')} Explain.`)
    expect(passage).toMatchObject({ decision: 'block', rule: 'ngram_30', referenceId: 'train' })
    expect(passage.evidence?.text).toContain('Another train leaves')
  })

  it('flags a template twin by its numbers, and by names, things and units', () => {
    expect(check('What is the sum of the first 30 odd numbers?')).toMatchObject({
      decision: 'flag',
      rule: 'template_twin',
      referenceId: 'short',
    })
    const renamed = bind([
      {
        id: 'pens',
        text: 'Maria buys 5 pens for 2 dollars each and then she sells 3 of the pens to her friend. How many pens are left in all?',
      },
    ])
    expect(
      renamed.check(
        'Tom buys 7 kites for 3 euros each and then he sells 4 of the kites to his sister. How many kites are left in all?',
      ),
    ).toMatchObject({ decision: 'flag', rule: 'template_twin', referenceId: 'pens' })
  })

  it('flags reordered sentences and close wordings as near duplicates', () => {
    const [first, second, third] = train.split(/(?<=[.?]) /)
    expect(check([second, first, third].join(' '))).toMatchObject({
      decision: 'flag',
      rule: 'near_duplicate',
    })
    const close = check(
      train.replace('station', 'platform').replace('stops', 'halts').replace('How many', 'Tell how many'),
    )
    expect(close).toMatchObject({ decision: 'flag', rule: 'near_duplicate', referenceId: 'train' })
    expect(close.evidence?.similarity).toBeGreaterThan(0.6)
  })

  it('keeps a problem that only shares stock phrases', () => {
    expect(check('What is the sum of the first 12 primes, if 1 is no prime?').decision).toBe('keep')
    expect(check('').decision).toBe('keep')
    expect(check('...').decision).toBe('keep')
  })

  it('takes a passage of three different references for a stock phrase', () => {
    const note = `When you enter a square root with more than one character you must use parentheses or brackets so for example you should enter the root of fourteen as one word without any spaces at all.`
    const references = ['Simplify a.', 'Find the root of b.', 'Solve for c and d.'].map((text, place) => ({
      id: String(place),
      text: `${text} ${note}`,
    }))
    expect(bind(references).check(`Calculate e times f. ${note}`).rule).not.toBe('ngram_30')
    expect(bind(references.slice(0, 2)).check(`Calculate e times f. ${note}`).rule).toBe('ngram_30')
  })

  it('flags thirteen words only when asked to', () => {
    const text = 'A train leaves the station at 60 miles per hour and travels for a day. Who drives it?'
    expect(check(text).decision).toBe('keep')
    expect(bind([{ id: 'train', text: train }], true).check(text)).toMatchObject({
      decision: 'flag',
      rule: 'ngram_13',
    })
  })

  it('counts CJK text by characters', () => {
    const text = '小明去商店买了十二个苹果和八个梨，苹果每个三元，梨每个两元，他付了一百元，应该找回多少元？'
    const chinese = bind([{ id: 'zh', text }])
    expect(chinese.check(`问题：${text}`).decision).toBe('block')
    expect(chinese.check(text.replace('小明', '小红同学昨天')).rule).toBe('ngram_30')
    expect(chinese.check('小明去商店买了十二支铅笔，每支三元，一共多少元？').decision).toBe('keep')
  })

  it('works from a cloned index as from the problems', () => {
    const clone = structuredClone(indexReferences([{ id: 'short', text: short }], 0.6))
    expect(openDecontaminator(clone).check(short)).toMatchObject({ decision: 'block', referenceId: 'short' })
  })

  it('names the first of equal references and ignores empty ones', () => {
    const twice = bind([
      { id: 'empty', text: '?!' },
      { id: 'a', text: short },
      { id: 'b', text: short },
    ])
    expect(twice.check(short).referenceId).toBe('a')
    expect(twice.check('!?').decision).toBe('keep')
  })
})

const pairs = join(import.meta.dirname, '../../../../../shared/data/decontam_dev.jsonl')
const present = existsSync(pairs)
if (!present && process.env['REQUIRE_PUBLIC_DATA'] === 'true')
  throw new Error(`public data missing: ${pairs}`)
if (!present) console.warn(`skipped: natural train/test pairs, ${pairs} is absent`)

interface NaturalPair {
  readonly candidate: string
  readonly reference: string
  readonly relation: string
}

describe.skipIf(!present)('natural train/test pairs', () => {
  it('decides by relation', () => {
    const tally = new Map<
      string,
      { pairs: number; keep: number; flag: number; block: number; equal: number }
    >()
    for (const line of present ? readFileSync(pairs, 'utf8').trim().split('\n') : []) {
      const { candidate, reference, relation } = JSON.parse(line) as NaturalPair
      const { decision, rule } = openDecontaminator([{ id: 'r', text: reference }]).check(candidate)
      const counts = tally.get(relation) ?? { pairs: 0, keep: 0, flag: 0, block: 0, equal: 0 }
      counts.pairs++
      counts[decision]++
      if (rule === 'canonical_equality') counts.equal++
      tally.set(relation, counts)
    }
    const of = (relation: string) => tally.get(relation) ?? { pairs: 0, keep: 0, flag: 0, block: 0, equal: 0 }
    expect(of('same')).toMatchObject({ pairs: 2, block: 2 })
    expect(of('symbols_changed')).toMatchObject({ pairs: 3, equal: 0 })
    expect(of('numbers_changed').keep).toBeLessThanOrEqual(0.05 * of('numbers_changed').pairs)
    expect(of('numbers_changed').equal).toBe(0)
    expect(of('unrelated').block).toBe(0)
    expect(of('unrelated').flag).toBeLessThanOrEqual(0.02 * of('unrelated').pairs)
    expect(of('shares_10gram_unrelated').block).toBeLessThanOrEqual(
      0.01 * of('shares_10gram_unrelated').pairs,
    )
    expect(of('shares_10gram_unrelated').flag).toBeLessThanOrEqual(0.1 * of('shares_10gram_unrelated').pairs)
  })
})
