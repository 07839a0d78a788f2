import { integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Remainder of a quadratic by long division. */
const divisionRemainder: Family = defineFamily({
  id: 'remainder-by-long-division',
  knowledgePoints: ['polynomial-division'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    square: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    linear: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    root: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 90, link: { kind: 'number' } },
  },
  possible: ({ square, root }) => square > 0 && root > 0,
  nice: ({ square, linear, root, constant }) => (square * root + linear) * root + constant <= 400,
  solve: ({ square, linear, root, constant }) => integerAnswer((square * root + linear) * root + constant),
  check: {
    method: 'brute force',
    // Where the divisor has the value 1000003, the whole numbers leave the same remainder as the polynomials.
    accepts: ({ square, linear, root, constant }, answer) => {
      const divisor = 1_000_003
      const x = divisor + root
      return (square * x * x + linear * x + constant) % divisor === numericValue(answer)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const dividend = `$${math.square}${x}^2 + ${math.linear}${x} + ${math.constant}$`
      return {
        setup: '',
        ask: `What is the remainder when ${dividend} is divided by $${x} - ${math.root}$ using polynomial long division?`,
        quantity: `the remainder of the polynomial division of ${dividend} by $${x} - ${math.root}$`,
        constants: ['2'],
        steps: () => divisionSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The fraction $\\frac{${math.square}${x}^2 + ${math.linear}${x} + ${math.constant}}{${x} - ${math.root}}$ is written as a linear polynomial in $${x}$ plus $\\frac{${u}}{${w}}$, where $${w}$ is the old denominator and $${u}$ is a constant.`,
        ask: `What is the value of $${u}$?`,
        quantity: `the value of $${u}$`,
        constants: ['2'],
        steps: () => divisionSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} divides $${math.square}${x}^2 + ${math.linear}${x} + ${math.constant}$ by $${x} - ${math.root}$ and finds a quotient and a constant remainder.`,
        ask: `Which remainder does ${story.hero.name} find?`,
        quantity: `the remainder that ${story.hero.name} finds`,
        constants: ['2'],
        steps: () => divisionSteps(value, x),
      }
    },
  ],
})

function divisionSteps(
  value: { square: number; linear: number; root: number; constant: number },
  x: string,
): readonly string[] {
  const { square, linear, root, constant } = value
  const next = square * root + linear
  return [
    `The first term of the quotient is $${square}${x}$. Subtracting $${square}${x}(${x} - ${root})$ leaves a linear term with coefficient ${linear} + ${square} × ${root} = ${computed(`${linear}+${square}*${root}`, next)}.`,
    `So the next term of the quotient is ${next}. Subtracting $${next}(${x} - ${root})$ leaves ${constant} + ${next} × ${root} = ${computed(`${constant}+${next}*${root}`, constant + next * root)}.`,
    `The quotient is $${square}${x} + ${next}$ and the remainder is ${constant + next * root}.`,
  ]
}

/** Remainder of a cubic by the remainder theorem. */
const cubicRemainder: Family = defineFamily({
  id: 'remainder-of-a-cubic',
  knowledgePoints: ['remainder-theorem'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    linear: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    root: { minimum: 2, maximum: 7, link: { kind: 'number' } },
  },
  possible: ({ linear, constant, root }) => root ** 3 - linear * root + constant > 0,
  nice: ({ linear, constant, root }) => root ** 3 - linear * root + constant <= 300,
  solve: ({ linear, constant, root }) => integerAnswer(root ** 3 - linear * root + constant),
  check: {
    method: 'brute force',
    // Where the divisor has the value 10007, the whole numbers leave the same remainder as the polynomials.
    accepts: ({ linear, constant, root }, answer) => {
      const divisor = 10_007
      const x = divisor + root
      return (x * x * x - linear * x + constant) % divisor === numericValue(answer)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const dividend = `$${x}^3 - ${math.linear}${x} + ${math.constant}$`
      return {
        setup: '',
        ask: `Use the remainder theorem to find the remainder when ${dividend} is divided by $${x} - ${math.root}$.`,
        quantity: `the remainder when ${dividend} is divided by $${x} - ${math.root}$`,
        constants: ['3'],
        steps: () => cubicSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `The division of $${f}(${x}) = ${x}^3 - ${math.linear}${x} + ${math.constant}$ by $${x} - ${math.root}$ gives a quotient polynomial and a constant remainder.`,
        ask: `What is the constant remainder?`,
        quantity: `the constant remainder in the division of $${f}(${x})$`,
        constants: ['3'],
        steps: () => cubicSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The polynomial $${x}^3 - ${math.linear}${x} + ${math.constant}$ is not divisible by $${x} - ${math.root}$.`,
        ask: `What number must be subtracted from the polynomial to make it divisible by this linear polynomial?`,
        quantity: `the number that must be subtracted from this cubic polynomial to make it divisible by the linear polynomial`,
        constants: ['3'],
        steps: () => cubicSteps(value),
      }
    },
  ],
})

function cubicSteps(value: { linear: number; constant: number; root: number }): readonly string[] {
  const { linear, constant, root } = value
  return [
    `By the remainder theorem, the remainder on division by a linear polynomial with root ${root} is the value of the polynomial at ${root}.`,
    `The cube is $${root}^3$ = ${computed(`${root}^3`, root ** 3)} and the linear term is ${linear} × ${root} = ${computed(`${linear}*${root}`, linear * root)}.`,
    `The remainder is ${root ** 3} - ${linear * root} + ${constant} = ${computed(`${root ** 3}-${linear * root}+${constant}`, root ** 3 - linear * root + constant)}.`,
  ]
}

export const polynomialRemainderFamilies: readonly Family[] = [divisionRemainder, cubicRemainder]
