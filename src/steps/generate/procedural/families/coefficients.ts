import { integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** A coefficient after collecting like terms. */
const collectedCoefficient: Family = defineFamily({
  id: 'coefficient-after-combining-terms',
  knowledgePoints: ['combining-like-terms'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    third: { minimum: 2, maximum: 30, link: { kind: 'number' } },
  },
  possible: ({ first, second, third }) => first + second > third,
  solve: ({ first, second, third }) => integerAnswer(first + second - third),
  check: {
    method: 'numeric',
    // The coefficient of the first letter is the growth of the expression when that letter grows by one.
    accepts: ({ first, second, third }, answer) => {
      const expression = (x: number, y: number): number => first * x + second * (x + y) - third * (x - y)
      return numericValue(answer) === expression(8, 5) - expression(7, 5)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const expression = `$${math.first}${x} + ${math.second}(${x} + ${y}) - ${math.third}(${x} - ${y})$`
      return {
        setup: '',
        ask: `When ${expression} is simplified, what is the coefficient of $${x}$?`,
        quantity: `the coefficient of $${x}$ after simplifying ${expression}`,
        steps: () => coefficientSteps(value, x, y),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `${story.hero.name} collects the like terms in $${math.first}${x} + ${math.second}${x} + ${y} - ${math.third}${x} + ${y}$.`,
        ask: `Which number stands in front of $${x}$ in the result?`,
        quantity: `the number in front of $${x}$ in ${story.hero.name}’s result`,
        steps: () => coefficientSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const [place, things] = story.pick([
        ['garden centre', 'plants'],
        ['bakery', 'rolls'],
        ['printing shop', 'posters'],
      ] as const)
      return {
        setup: `Every tray of a ${place} holds $${x}$ ${things}. In the morning ${text.first} trays are filled, at noon ${text.second} more, and in the evening ${text.third} of these full trays are sold. The number of ${things} left is a multiple of $${x}$.`,
        ask: `What is the coefficient of $${x}$ in the simplified expression for the number of ${things} left?`,
        quantity: `the coefficient of $${x}$ in the simplified expression for the number of ${things} left`,
        steps: () => [
          `The number of ${things} left is $${value.first}${x} + ${value.second}${x} - ${value.third}${x}$.`,
          ...coefficientSteps(value, x),
          `So $${value.first + value.second - value.third}${x}$ ${things} are left.`,
        ],
      }
    },
  ],
})

function coefficientSteps(
  value: { first: number; second: number; third: number },
  x: string,
  y?: string,
): readonly string[] {
  const { first, second, third } = value
  const expanded =
    y === undefined
      ? `Like terms are those with the same letter; look at the terms with $${x}$ only.`
      : `Remove the brackets: $${first}${x} + ${second}${x} + ${second}${y} - ${third}${x} + ${third}${y}$.`
  return [
    expanded,
    `The coefficients of $${x}$ add up to ${first} + ${second} - ${third} = ${computed(`${first}+${second}-${third}`, first + second - third)}.`,
  ]
}

/** The linear coefficient of a product of two binomials. */
const expandedCoefficient: Family = defineFamily({
  id: 'linear-coefficient-of-a-product',
  knowledgePoints: ['expanding-products'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ first, factor, second }) => first > 0 && factor > 0 && second > 0,
  solve: ({ first, factor, second }) => integerAnswer(first * factor + second),
  check: {
    method: 'numeric',
    // The linear coefficient is half the difference of the values at 1 and −1.
    accepts: ({ first, factor, second }, answer) => {
      const product = (x: number): number => (x + first) * (factor * x + second)
      return numericValue(answer) === (product(1) - product(-1)) / 2
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const product = `$(${x} + ${math.first})(${math.factor}${x} + ${math.second})$`
      return {
        setup: '',
        ask: `What is the coefficient of $${x}$ when the product ${product} is expanded?`,
        quantity: `the coefficient of $${x}$ in the expansion of ${product}`,
        steps: () => expandSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `A rectangular ${story.pick(['lawn', 'carpet', 'courtyard'])} is $${x} + ${math.first}$ metres wide and $${math.factor}${x} + ${math.second}$ metres long. Its area in square metres is written as a polynomial in $${x}$.`,
        ask: `What is the coefficient of $${x}$ in this polynomial?`,
        quantity: `the coefficient of $${x}$ in the polynomial for the area`,
        steps: () => expandSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} multiplies out $(${math.factor}${x} + ${math.second})(${x} + ${math.first})$ and collects like terms.`,
        ask: `By which number is $${x}$ multiplied in the middle term of the result?`,
        quantity: `the number by which $${x}$ is multiplied in the middle term of ${story.hero.name}’s result`,
        steps: () => expandSteps(value, x),
      }
    },
  ],
})

function expandSteps(value: { first: number; factor: number; second: number }, x: string): readonly string[] {
  const { first, factor, second } = value
  return [
    `Multiply each term of one bracket by each term of the other; terms with $${x}$ come from the first term of one bracket times the constant of the other.`,
    `The constant ${first} times $${factor}${x}$ contributes ${first} × ${factor} = ${computed(`${first}*${factor}`, first * factor)}, and $${x}$ times ${second} contributes ${second}.`,
    `The coefficient of $${x}$ is ${first * factor} + ${second} = ${computed(`${first * factor}+${second}`, first * factor + second)}.`,
  ]
}

export const coefficientFamilies: readonly Family[] = [collectedCoefficient, expandedCoefficient]
