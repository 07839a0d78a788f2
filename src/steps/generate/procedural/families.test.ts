import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../../core/random.ts'
import { mutateAnswer, sameAnswer } from './answer.ts'
import type { Composition } from './composition.ts'
import { drawValues } from './draw-values.ts'
import { families } from './families.ts'
import type { Family, Given, Values } from './family.ts'
import { givensMatter } from './givens-matter.ts'
import { numeralsOf } from './show-given.ts'
import { tellProblem, type ToldProblem } from './tell.ts'

const draws = 24

function draw(family: Family, index: number): Values {
  const values = drawValues(family, randomAt(randomKey('family test', family.id), index))
  if (values === undefined) throw new Error(`no values drawn: ${family.id}`)
  return values
}

function compose(family: Family, index: number): Composition {
  return {
    storySeed: index,
    root: { node: 'family', family: family.id, wording: index, values: draw(family, index), inputs: [] },
  }
}

function tell(family: Family, index: number): ToldProblem {
  const told = tellProblem(compose(family, index))
  if (told === undefined) throw new Error(`not told: ${family.id}`)
  return told
}

const indices = Array.from({ length: draws }, (_, index) => index)

const spread = 12

/** Values from one end of a given's range to the other, both included, and one beyond each end. */
function spreadOver({ minimum, maximum }: Given): readonly number[] {
  const inside = Array.from({ length: spread }, (_, place) =>
    Math.round(minimum + ((maximum - minimum) * place) / (spread - 1)),
  )
  return [minimum - 1, ...inside, maximum + 1]
}

/** Builtins that the solution and its check may both call. */
const sharedBuiltins = new Set(
  'abs BigInt Number Math map filter every some reduce push includes has get set add length floor round min max entries values from at join slice sort sqrt trunc sign isInteger isSafeInteger String fill keys if for while switch return function'.split(
    ' ',
  ),
)
/** Constructors and readers of answers, which carry no mathematics. */
const answerWords =
  /^(integerAnswer|fractionAnswer|rationalAnswer|integerValue|numericValue|isFraction|rational|toNumber|equals|accepts|solve|possible|nice)$/

function callsIn(code: string): ReadonlySet<string> {
  const names = [...code.matchAll(/([A-Za-z_$][\w$]*)\s*\(/g)].map((match) => match[1] as string)
  return new Set(names.filter((name) => !sharedBuiltins.has(name) && !answerWords.test(name)))
}

/** The source text of a method. */
function sourceOf(holder: object, name: string): string {
  const method: unknown = Reflect.get(holder, name)
  return typeof method === 'function' ? Function.prototype.toString.call(method) : ''
}

it('families have unique ids', () => {
  expect(new Set(families.map((family) => family.id)).size).toBe(families.length)
})

describe.each(families.map((family) => [family.id, family] as const))('%s', (_, family) => {
  it('draws values that are possible, nice and in range', () => {
    for (const index of indices) expect(family.possible(draw(family, index))).toBe(true)
  })

  it('draws and solves without a fault whatever value a link hands in', () => {
    for (const [name, given] of Object.entries(family.givens)) {
      if (given.link === undefined) continue
      for (const [index, value] of spreadOver(given).entries()) {
        const random = randomAt(randomKey('fixed value test', family.id, name), index)
        const values = drawValues(family, random, { [name]: value })
        if (values === undefined) continue
        expect(values[name]).toBe(value)
        expect(family.check.accepts(values, family.solve(values)), JSON.stringify(values)).toBe(true)
      }
    }
  })

  it('confirms its answer independently, and rejects it changed in any component', () => {
    for (const index of indices) {
      const values = draw(family, index)
      const answer = family.solve(values)
      expect(family.check.accepts(values, answer)).toBe(true)
      for (const changed of mutateAnswer(answer)) {
        if (!sameAnswer(changed, answer))
          expect(family.check.accepts(values, changed), JSON.stringify(values)).toBe(false)
      }
    }
  })

  it('shares no function between the solution and its check', () => {
    const solving = callsIn(sourceOf(family, 'solve'))
    expect([...callsIn(sourceOf(family.check, 'accepts'))].filter((name) => solving.has(name))).toEqual([])
  })

  it('has at least three wordings, each of which says exactly the givens', () => {
    expect(family.wordings.length).toBeGreaterThanOrEqual(3)
    for (const index of indices) {
      const told = tell(family, index)
      expect([...numeralsOf(told.question)].sort(), told.question).toEqual([...told.numerals])
    }
  })

  it('names its result with exactly the givens too', () => {
    for (const index of indices) {
      const values = draw(family, index)
      const composition: Composition = {
        storySeed: index,
        root: {
          node: 'combine',
          form: 'total',
          wording: 0,
          left: { node: 'family', family: family.id, wording: index, values, inputs: [] },
          right: { node: 'family', family: family.id, wording: index + 1, values, inputs: [] },
        },
      }
      if (family.solve(values).kind !== 'rational') continue
      const told = tellProblem(composition) as ToldProblem
      expect([...numeralsOf(told.question)].sort(), told.question).toEqual([...told.numerals])
    }
  })

  it('writes finished sentences, one question, and steps that teach', () => {
    for (const index of indices) {
      const { question, solution } = tell(family, index)
      for (const text of [question, solution]) {
        expect(text).not.toMatch(/undefined|NaN|\[object|Infinity|\$\{|\{\w+:|  |\bnull\b/)
        expect((text.replaceAll('\\$', '').match(/\$/g) ?? []).length % 2, text).toBe(0)
      }
      expect(question, question).toMatch(/[?.]$/)
      expect((question.match(/\?/g) ?? []).length, question).toBeLessThanOrEqual(1)
      expect(question).toMatch(/^[A-Z$\\]/)
      expect(solution.split('\n').length).toBeGreaterThanOrEqual(2)
    }
  })

  it('has no given that could be left out', () => {
    let idle = 0
    for (const index of indices) {
      const composition = compose(family, index)
      idle += givensMatter(composition, tell(family, index)).idle.length
    }
    // A draw in which some given makes no difference is thrown away; it must stay rare.
    expect(idle).toBeLessThanOrEqual(draws / 3)
  })
})
