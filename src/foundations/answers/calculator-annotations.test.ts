import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../core/random.ts'
import { checkAnnotations } from './calculator-annotations.ts'

describe('checkAnnotations', () => {
  it('gives expression, stated and computed values', () => {
    expect(checkAnnotations('She sold 48/2 = <<48/2=24>>24 clips.')).toEqual([
      { expression: '48/2', stated: '24', computed: '24', holds: true, following: 'same', at: 16 },
    ])
  })

  it.each([
    'costs $<<4500*5=22500>>22,500',
    '<<98*3400=333200.00>>333,200.00',
    '<<5/10*100=50>>50%',
    '<<100*20%=20>>20',
    '<<560//10=56>>56',
    '<<10/3=3.33>>3.33',
    '<<2+2=2*2=4>>4',
    '<<3-10=-7>>-7',
    '= <<.5*3=1.5>>1.5.',
    '<<2+3=5>> 5 apples',
    '<<2/5+1/3=11/15>>11/15 of it',
    '<<2/5+1/3=11/15>>$\\frac{11}{15}$',
    '<<1/6-1/2=-1/3>>-\\frac{1}{3}',
    '<<8+3/4=35/4>>8\\frac{3}{4}',
    '<<8+3/4=35/4>>8 3/4',
    '<<2*2=4>>4/5 of them',
    '<<100*120=12000>>12{,}000',
  ])('%s holds', (text) => expect(checkAnnotations(text)).toMatchObject([{ holds: true, following: 'same' }]))

  it.each([
    '<<10/3=3>>3',
    '<<10/3=3.34>>3.34',
    '<<2+2=5>>5',
    '<<2+2=2*3=4>>4',
    '<<2+x=4>>4',
    '<<4>>4',
    '<<1/0=1>>1',
    '<<=4>>4',
  ])('%s does not hold', (text) => expect(checkAnnotations(text)).toMatchObject([{ holds: false }]))

  it.each([
    '<<2+2=4>>5',
    '<<2+2=4>>40',
    '<<2+2=4>>$5',
    '<<1/2+1/4=3/4>>3/5',
    '<<1/2+1/4=3/4>>\\frac{4}{3}',
    '<<2+2=4>>-4',
  ])('%s is not followed by its result', (text) =>
    expect(checkAnnotations(text)).toMatchObject([{ holds: true, following: 'other' }]),
  )

  it.each(['<<2+2=4>>apples', '<<2+2=4>>', '<<2+2=4>> each'])('%s is followed by no number', (text) =>
    expect(checkAnnotations(text)).toMatchObject([{ holds: true, following: 'none' }]),
  )

  it('is bounded on hostile text', () => {
    expect(checkAnnotations('<<'.repeat(100_000))).toEqual([])
    expect(checkAnnotations('<<1=1>>'.repeat(10_000))).toHaveLength(500)
    expect(checkAnnotations(`<<${'9^'.repeat(140)}9=1>>1`)).toMatchObject([{ holds: false }])
    expect(checkAnnotations(`<<${'1+'.repeat(100_000)}1=1>>1`)).toMatchObject([{ holds: false }])
  })
})

const file = join(import.meta.dirname, '../../../../shared/data/gsm8k_train.jsonl')
const present = existsSync(file)
if (!present && process.env['REQUIRE_PUBLIC_DATA'] === 'true')
  throw new Error(`public set is missing: ${file}`)
if (!present) console.warn(`SKIPPED: public set is missing: ${file}`)

function solutions(): string[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { answer: string }).answer)
}

/** The text with one digit of the result of annotation `at` changed, in the annotation and in the text after it. */
function corrupted(text: string, at: number, index: number): string | undefined {
  const random = randomAt(randomKey('corruption'), index)
  const found = /^<<([^>]*=)([^=>]+)>>(.*)/s.exec(text.slice(at))
  const [, head = '', stated = '', tail = ''] = found ?? []
  const digits = [...stated.matchAll(/\d/g)].map((match) => match.index)
  const place = random.pick(digits)
  const digit = (Number(stated[place]) + random.integer(1, 9)) % 10
  const changed = stated.slice(0, place) + digit + stated.slice(place + 1)
  if (!tail.startsWith(stated)) return undefined
  return `${text.slice(0, at)}<<${head}${changed}>>${changed}${tail.slice(stated.length)}`
}

describe.skipIf(!present)('annotations of GSM8K train', () => {
  it('holds for every one of them', () => {
    const checks = solutions().flatMap((text) => checkAnnotations(text))
    const refused = checks.filter((check) => !check.holds || check.following !== 'same')
    console.log(`GSM8K train: ${checks.length} annotations, ${refused.length} refused`)
    expect(checks).toHaveLength(23_716)
    expect(refused).toEqual([])
  })

  it('catches every corrupted result of a seeded sample', () => {
    let tried = 0
    const missed: string[] = []
    for (const [index, text] of solutions().entries()) {
      const checks = checkAnnotations(text)
      if (checks.length === 0) continue
      const target = randomAt(randomKey('target'), index).pick(checks)
      const changed = corrupted(text, target.at, index)
      if (changed === undefined) continue
      tried++
      if (checkAnnotations(changed).every((check) => check.holds)) missed.push(changed)
    }
    console.log(`GSM8K train: ${tried} corrupted results, ${missed.length} missed`)
    expect(tried).toBeGreaterThan(7_000)
    expect(missed).toEqual([])
  })
})
