import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** An exact fraction in lowest terms with a positive denominator. */
interface Rational {
  readonly top: bigint
  readonly bottom: bigint
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

function rational(top: bigint, bottom: bigint): Rational {
  if (bottom === 0n) throw new Error('division by zero')
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n)
  return { top: top / divisor, bottom: bottom / divisor }
}

const times = (a: Rational, b: Rational): Rational => rational(a.top * b.top, a.bottom * b.bottom)
const over = (a: Rational, b: Rational): Rational => rational(a.top * b.bottom, a.bottom * b.top)
const plus = (a: Rational, b: Rational): Rational =>
  rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
const negated = (a: Rational): Rational => ({ top: -a.top, bottom: a.bottom })
const same = (a: Rational, b: Rational): boolean => a.top === b.top && a.bottom === b.bottom

function decimal(text: string): Rational {
  const [whole = '', places = ''] = text.split('.')
  return rational(BigInt(whole + places), 10n ** BigInt(places.length))
}

function raised(base: Rational, exponent: Rational): Rational {
  if (exponent.bottom !== 1n) throw new Error('the exponent is not an integer')
  if (exponent.top > 1000n || exponent.top < -1000n) throw new Error('the exponent is too large')
  if (exponent.top < 0n) return raised(over(decimal('1'), base), negated(exponent))
  return { top: base.top ** exponent.top, bottom: base.bottom ** exponent.top }
}

/** The exact value of a sum, by recursive descent over the grammar of seeds/README.md; throws on anything else. */
function evaluate(text: string): Rational {
  const tokens = [...text.matchAll(/\d+(?:\.\d+)?|[-+*/^()]/g)].map((match) => match[0])
  if (tokens.join('') !== text.replaceAll(' ', '')) throw new Error(`malformed expression: ${text}`)
  let position = 0
  const accept = (token: string): boolean => tokens[position] === token && ++position > 0

  function sum(): Rational {
    let value = product()
    for (;;) {
      if (accept('+')) value = plus(value, product())
      else if (accept('-')) value = plus(value, negated(product()))
      else return value
    }
  }
  function product(): Rational {
    let value = signed()
    for (;;) {
      if (accept('*')) value = times(value, signed())
      else if (accept('/')) value = over(value, signed())
      else return value
    }
  }
  function signed(): Rational {
    return accept('-') ? negated(signed()) : power()
  }
  function power(): Rational {
    const base = atom()
    return accept('^') ? raised(base, tokens[position] === '-' ? signed() : power()) : base
  }
  function atom(): Rational {
    if (accept('(')) {
      const value = sum()
      if (!accept(')')) throw new Error(`missing parenthesis: ${text}`)
      return value
    }
    const token = tokens[position++]
    if (token === undefined || !/^\d/.test(token)) throw new Error(`number expected: ${text}`)
    return decimal(token)
  }

  const value = sum()
  if (position !== tokens.length) throw new Error(`unexpected ${tokens[position]}: ${text}`)
  return value
}

/** Every annotation's value, in order; throws where one is malformed, wrong or not followed by its number. */
function recompute(solution: string): Rational[] {
  const pieces = solution.split('<<')
  if ((pieces[0] ?? '').includes('>>')) throw new Error('>> without <<')
  return pieces.slice(1).map((piece) => {
    const match = /^([^<>=]+)=(-?\d+(?:\.\d+)?|-?\d+\/\d+)>>([^]*)$/.exec(piece)
    const [, expression = '', result = '', rest = ''] = match ?? []
    if (match === null || rest.includes('>>')) throw new Error(`malformed annotation: <<${piece}`)
    const value = evaluate(expression)
    if (!same(value, evaluate(result))) throw new Error(`wrong annotation: <<${expression}=${result}>>`)
    if (!rest.startsWith(result)) throw new Error(`the number after <<${expression}=${result}>> differs`)
    if (/^(?:\d|\.\d|\/\d)/.test(rest.slice(result.length))) throw new Error(`the number goes on: ${piece}`)
    return value
  })
}

/** The rational number an answer denotes, or undefined for surds, intervals, expressions and words. */
function rationalAnswer(answer: string): Rational | undefined {
  const fraction = /^(-?)\\frac\{(-?\d+)\}\{(\d+)\}$/.exec(answer)
  if (fraction !== null) return evaluate(`${fraction[1]}(${fraction[2]})/${fraction[3]}`)
  const plain = /^-?\d{1,3}(?:(?:,|\{,\})\d{3})+(?:\.\d+)?$/.test(answer)
    ? answer.replaceAll(/[{},]/g, '')
    : answer
  return /^-?\d+(?:\.\d+)?$|^-?\d+\/\d+$/.test(plain) ? evaluate(plain) : undefined
}

function check(row: Readonly<Record<string, unknown>>): void {
  const values = recompute(String(row['solution']))
  const expected = rationalAnswer(String(row['answer']))
  const last = values.at(-1)
  if (expected === undefined) return
  if (last === undefined) throw new Error('a rational answer without annotations')
  if (!same(expected, last))
    throw new Error(`the last annotation is not the answer: ${String(row['answer'])}`)
}

const keys = 'id source split license language subject level question solution answer'.split(' ')
const directory = new URL('../seeds/', import.meta.url)
const rows = readdirSync(directory)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, directory), 'utf8')
    if (!text.endsWith('\n')) throw new Error(`no line end at the end of the file: ${name}`)
    return text
      .slice(0, -1)
      .split('\n')
      .map((line) => ({ file: name, row: JSON.parse(line) as Record<string, unknown> }))
  })

describe('the seed problems', () => {
  test.each(rows.map(({ file, row }) => [String(row['id']), file, row] as const))('%s', (id, file, row) => {
    expect(Object.keys(row)).toEqual(keys)
    const subject = file.slice(0, -'.jsonl'.length)
    expect(row).toMatchObject({
      source: 'conceptloom-seeds',
      split: 'train',
      license: 'CC-BY-4.0',
      language: 'en',
    })
    expect(row['subject']).toBe(subject)
    expect(id).toMatch(new RegExp(`^${subject}-\\d{3}$`))
    expect([1, 2, 3, 4, 5]).toContain(row['level'])
    for (const key of ['question', 'solution', 'answer']) {
      const text = row[key]
      expect(typeof text).toBe('string')
      expect(String(text).trim()).toBe(text)
      expect(text).not.toBe('')
      expect(String(text).split('$').length % 2, 'dollar signs come in pairs').toBe(1)
    }
    const steps = String(row['solution']).split('\n')
    expect(steps.length).toBeGreaterThanOrEqual(2)
    expect(steps.length).toBeLessThanOrEqual(8)
    for (const [formula] of String(row['solution']).matchAll(/\$[^$]*\$/g))
      expect(formula).not.toContain('<<')
    expect(() => check(row)).not.toThrow()
  })

  test('are many, distinct and spread over subjects and levels', () => {
    const distinct = (key: string): number => new Set(rows.map(({ row }) => row[key])).size
    expect(rows.length).toBeGreaterThanOrEqual(250)
    expect(distinct('id')).toBe(rows.length)
    expect(
      new Set(rows.map(({ row }) => String(row['question']).toLowerCase().replaceAll(/\s+/g, ' '))).size,
    ).toBe(rows.length)
    expect(distinct('subject')).toBeGreaterThanOrEqual(12)
    const levels = [1, 2, 3, 4, 5].map((level) => rows.filter(({ row }) => row['level'] === level).length)
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(20)
  })

  test('are almost all annotated', () => {
    const annotated = rows.filter(({ row }) => String(row['solution']).includes('<<')).length
    expect(annotated / rows.length).toBeGreaterThan(0.95)
  })

  test('stop passing when a result is changed', () => {
    let changed = 0
    for (const { row } of rows) {
      const solution = String(row['solution'])
      const corrupted = solution.replace(
        /=(-?\d+)((?:\.\d+|\/\d+)?)>>\1/,
        (_, whole: string, rest: string) => {
          changed += 1
          const wrong = `${BigInt(whole) + 1n}`
          return `=${wrong}${rest}>>${wrong}`
        },
      )
      if (corrupted !== solution) expect(() => recompute(corrupted), corrupted).toThrow('wrong annotation')
    }
    expect(changed).toBeGreaterThanOrEqual(250)
  })
})

describe('the annotation checker', () => {
  test.each([
    ['2+3*4', '14'],
    ['(2+3)*4', '20'],
    ['2^3^2', '512'],
    ['-2^2', '-4'],
    ['(-2)^2', '4'],
    ['10^(-2)', '0.01'],
    ['10^-2', '1/100'],
    ['8/4/2', '1'],
    ['7-2-1', '4'],
    ['0.1+0.2', '0.3'],
    ['1/3+1/6', '1/2'],
    ['2*-3', '-6'],
    ['99999999999999999999*10', '999999999999999999990'],
  ])('computes %s', (expression, value) => {
    expect(evaluate(expression)).toEqual(evaluate(value))
  })

  test.each([
    '',
    '2+',
    '2 3 4x',
    '(2',
    '2)',
    '1.',
    '.5',
    '2**3',
    '2//3',
    '1/0',
    '2^(1/2)',
    '2^10^10',
    'x+1',
    '3,000',
    '0^-1',
    '()',
  ])('rejects %j', (expression) => {
    expect(() => evaluate(expression)).toThrow()
  })

  test.each([
    ['a wrong result', '<<2+2=5>>5'],
    ['a rounded result', '<<1/3=0.333>>0.333'],
    ['another number after it', '<<2+2=4>>5'],
    ['a longer number after it', '<<2+2=4>>40'],
    ['no number after it', '<<2+2=4>> apples'],
    ['an unclosed annotation', '<<2+2=4'],
    ['a stray end', '4>> and <<2+2=4>>4'],
    ['a second end', '<<2+2=4>>4 apples>>'],
    ['no result', '<<2+2>>4'],
    ['two equal signs', '<<2+2=4=4>>4'],
    ['an expression as result', '<<2+2=2+2>>2+2'],
  ])('rejects %s', (_, solution) => {
    expect(() => recompute(solution)).toThrow()
  })

  test.each([
    ['36', '36'],
    ['-0.7', '-7/10'],
    ['1,234,567', '1234567'],
    ['25{,}000', '25000'],
    ['\\frac{3}{7}', '3/7'],
    ['-\\frac{6}{14}', '-3/7'],
    ['3/4', '0.75'],
  ])('reads the answer %s', (answer, value) => {
    expect(rationalAnswer(answer)).toEqual(evaluate(value))
  })

  test.each(['12\\pi', '[2,5)', 'x^2-4', 'Friday', '(4,3)', '\\frac{3\\pi}{2}', '1,23'])(
    'leaves %s alone',
    (answer) => {
      expect(rationalAnswer(answer)).toBeUndefined()
    },
  )

  test('compares the last annotation with the answer', () => {
    expect(() => check({ solution: 'It is <<6*6=36>>36.', answer: '36' })).not.toThrow()
    expect(() => check({ solution: 'It is <<6*6=36>>36.', answer: '37' })).toThrow('not the answer')
    expect(() => check({ solution: 'It is 36.', answer: '36' })).toThrow('without annotations')
  })
})
