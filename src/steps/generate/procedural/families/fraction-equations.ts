import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** x/a + x/b = c. */
const sumOfParts: Family = defineFamily({
  id: 'equation-with-two-fractions',
  knowledgePoints: ['equations-with-fractions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    total: { minimum: 3, maximum: 200, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const first = fixed.first ?? random.integer(2, 9)
    const second = fixed.second ?? random.integer(2, 12)
    if (fixed.total !== undefined) return { first, second, total: fixed.total }
    let unit = first + second
    for (let divisor = unit; divisor >= 1; divisor--)
      if (first % divisor === 0 && second % divisor === 0) {
        unit = (first + second) / divisor
        break
      }
    return { first, second, total: unit * random.integer(1, 12) }
  },
  possible: ({ first, second, total }) => first >= 2 && second >= 2 && total > 0,
  nice: ({ first, second, total }) =>
    first < second &&
    (total * first * second) % (first + second) === 0 &&
    (total * first * second) / (first + second) <= 400,
  solve: ({ first, second, total }) => fractionAnswer(total * first * second, first + second),
  check: {
    method: 'inverse',
    accepts: ({ first, second, total }, answer) => {
      const x = numericValue(answer)
      return Math.abs(x / first + x / second - total) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$\\frac{${x}}{${math.first}} + \\frac{${x}}{${math.second}} = ${math.total}$`
      return {
        setup: '',
        ask: `What is the solution of the equation ${equation}?`,
        quantity: `the solution of the equation ${equation}`,
        steps: () => partsSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} divides a number by ${text.first} and the same number by ${text.second}. The two quotients add up to ${text.total}.`,
      ask: `Which number does ${story.hero.name} divide?`,
      quantity: `the number that ${story.hero.name} divides`,
      steps: () => partsSteps(value, story.variable()),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['apricots', 'beads', 'photos', 'crayons'])
      return {
        setup: `Two boxes contain the same number of ${things}. The ${things} of the first box are shared equally among ${text.first} children, and those of the second box among ${text.second} other children. Together, a child of the first group and a child of the second group receive ${text.total} ${things}.`,
        ask: `How many ${things} are in each of the boxes?`,
        quantity: `the number of ${things} in each of the boxes`,
        steps: () => partsSteps(value, story.variable()),
      }
    },
  ],
})

function partsSteps(value: { first: number; second: number; total: number }, x: string): readonly string[] {
  const { first, second, total } = value
  const product = first * second
  return [
    `The condition is $\\frac{${x}}{${first}} + \\frac{${x}}{${second}} = ${total}$. Multiply both sides by ${first} × ${second} = ${computed(`${first}*${second}`, product)} to clear the fractions.`,
    `This gives $${second}${x} + ${first}${x}$ = ${total} × ${product} = ${computed(`${total}*${product}`, total * product)}.`,
    `The left side is $${first + second}${x}$, so $${x}$ = ${total * product} ÷ ${first + second} = ${computed(`${total * product}/${first + second}`, (total * product) / (first + second))}.`,
  ]
}

/** (x + a) / b = c, then undone. */
const shiftedFraction: Family = defineFamily({
  id: 'equation-with-a-shifted-fraction',
  knowledgePoints: ['equations-with-fractions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    added: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    divisor: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    result: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ added, divisor, less, result }) => divisor >= 2 && divisor * (result + less) > added,
  nice: ({ added, divisor, less, result }) => divisor * (result + less) - added <= 240,
  solve: ({ added, divisor, less, result }) => fractionAnswer(divisor * (result + less) - added, 1),
  check: {
    method: 'inverse',
    accepts: ({ added, divisor, less, result }, answer) =>
      Math.abs((numericValue(answer) + added) / divisor - less - result) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$\\frac{${x} + ${math.added}}{${math.divisor}} - ${math.less} = ${math.result}$`
      return {
        setup: '',
        ask: `Find the value of $${x}$ for which ${equation}.`,
        quantity: `the value of $${x}$ for which ${equation}`,
        steps: () => shiftedSteps(value),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['marbles', 'chestnuts', 'badges'])
      return {
        setup: `${story.hero.name} has a bag of ${things} and finds ${text.added} more. All of them are then shared equally among ${text.divisor} children. Each child then loses ${text.less} ${things} and has ${text.result} left.`,
        ask: `How many ${things} were in the bag at first?`,
        quantity: `the number of ${things} that were in ${story.hero.name}’s bag at first`,
        steps: () => shiftedSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `To an unknown number ${text.added} is added, the sum is divided by ${text.divisor}, and finally ${text.less} is subtracted. The result is ${text.result}.`,
      ask: `What is the unknown number?`,
      quantity: `the unknown number`,
      steps: () => shiftedSteps(value),
    }),
  ],
})

function shiftedSteps(value: {
  added: number
  divisor: number
  less: number
  result: number
}): readonly string[] {
  const { added, divisor, less, result } = value
  const quotient = result + less
  return [
    `Undo the operations from the outside in. Adding ${less} to both sides, the fraction equals ${result} + ${less} = ${computed(`${result}+${less}`, quotient)}.`,
    `Multiplying by ${divisor}, the numerator equals ${quotient} × ${divisor} = ${computed(`${quotient}*${divisor}`, quotient * divisor)}.`,
    `Subtracting ${added}, the unknown number is ${quotient * divisor} - ${added} = ${computed(`${quotient * divisor}-${added}`, quotient * divisor - added)}.`,
  ]
}

export const fractionEquationFamilies: readonly Family[] = [sumOfParts, shiftedFraction]
