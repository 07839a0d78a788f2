import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { binomial, choose, binomialStep } from './counting-numbers.ts'

/** Coefficient in a power of a binomial. */
const binomialCoefficient: Family = defineFamily({
  id: 'coefficient-in-binomial-power',
  knowledgePoints: ['binomial-theorem'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    addend: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    power: { minimum: 3, maximum: 12, link: { kind: 'number' } },
    degree: { minimum: 2, maximum: 11, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    // Uniform draws would nearly always leave a single factor for the number.
    const rest = random.pick([1, 2, 2, 3])
    const power = fixed.power ?? (fixed.degree === undefined ? random.integer(3, 10) : fixed.degree + rest)
    return { addend: fixed.addend ?? random.integer(2, 10), power, degree: fixed.degree ?? power - rest }
  },
  possible: ({ power, degree }) => degree <= power,
  nice: ({ addend, power, degree }) =>
    degree < power && choose(power, degree) * addend ** (power - degree) <= 1000,
  solve: ({ addend, power, degree }) => integerAnswer(choose(power, degree) * addend ** (power - degree)),
  check: {
    method: 'brute force',
    // The power multiplied out factor by factor.
    accepts: ({ addend, power, degree }, answer) => {
      let coefficients: readonly bigint[] = [1n]
      for (let factor = 0; factor < power; factor++) {
        const held = coefficients
        coefficients = Array.from(
          { length: held.length + 1 },
          (_, place) => (held[place] ?? 0n) * BigInt(addend) + (held[place - 1] ?? 0n),
        )
      }
      return isFraction(answer, coefficients[degree] ?? 0n)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `What is the coefficient of $${x}^{${math.degree}}$ in the expansion of $(${x} + ${math.addend})^{${math.power}}$?`,
        quantity: `the coefficient of $${x}^{${math.degree}}$ in the expansion of $(${x} + ${math.addend})^{${math.power}}$`,
        steps: () => coefficientSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const f = story.functionName()
      return {
        setup: `The polynomial $${f}(${x}) = (${math.addend} + ${x})^{${math.power}}$ is multiplied out.`,
        ask: `Find the coefficient of $${x}^{${math.degree}}$ in the result.`,
        quantity: `the coefficient of $${x}^{${math.degree}}$ in $${f}(${x})$`,
        steps: () => coefficientSteps(value, x),
      }
    },
    ({ value, text, math, story }) => {
      const x = story.variable()
      const { name } = story.hero
      return {
        setup: `${name} multiplies ${text.power} factors, each of which is $(${x} + ${math.addend})$, and collects like terms.`,
        ask: `Which coefficient does ${name} obtain for $${x}^{${math.degree}}$?`,
        quantity: `the coefficient of $${x}^{${math.degree}}$ in ${name}’s result`,
        steps: () => coefficientSteps(value, x),
      }
    },
  ],
})

function coefficientSteps(
  value: { addend: number; power: number; degree: number },
  x: string,
): readonly string[] {
  const { addend, power, degree } = value
  const ways = choose(power, degree)
  const rest = power - degree
  return [
    `By the binomial theorem the term with $${x}^{${degree}}$ is $${binomial(power, degree)} ${x}^{${degree}} \\cdot ${addend}^{${rest}}$, since ${power} - ${degree} = ${computed(`${power}-${degree}`, rest)} of the factors give ${addend}.`,
    `${binomialStep(power, degree)} and $${addend}^{${rest}}$ = ${computed(`${addend}^${rest}`, addend ** rest)}.`,
    `The coefficient is ${ways} × ${addend ** rest} = ${computed(`${ways}*${addend ** rest}`, ways * addend ** rest)}.`,
  ]
}

/** Two neighbours in Pascal's triangle. */
const pascalNeighbours: Family = defineFamily({
  id: 'pascal-entry',
  knowledgePoints: ['pascals-triangle'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    row: { minimum: 3, maximum: 20, link: { kind: 'number' } },
    place: { minimum: 2, maximum: 8, link: { kind: 'number' } },
  },
  possible: ({ row, place }) => place <= row,
  nice: ({ row, place }) => place < row && choose(row, place) <= 600,
  solve: ({ row, place }) => integerAnswer(choose(row, place)),
  check: {
    method: 'brute force',
    // The triangle built row by row, each entry the sum of the two above it.
    accepts: ({ row, place }, answer) => {
      let entries: readonly number[] = [1]
      for (let line = 0; line < row; line++) {
        const above = entries
        entries = Array.from({ length: above.length + 1 }, (_, at) => (above[at - 1] ?? 0) + (above[at] ?? 0))
      }
      return integerValue(answer) === entries[place]
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `Pascal’s triangle starts with row zero, which is a single one, and the entries of each row are counted from entry zero at the left end.`,
      ask: `Which number is entry $${math.place}$ of row $${math.row}$?`,
      quantity: `the number at entry $${math.place}$ of row $${math.row}$ of Pascal’s triangle`,
      steps: () => pascalSteps(value),
    }),
    ({ value, text }) => ({
      setup: '',
      ask: `How large is the entry of Pascal’s triangle that lies ${text.row} rows below the single one at the top and has exactly ${text.place} entries to its left?`,
      quantity: `the entry of Pascal’s triangle that lies ${text.row} rows below the single one at the top and has exactly ${text.place} entries to its left`,
      steps: () => pascalSteps(value),
    }),
    ({ value, math, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} writes down Pascal’s triangle, where every number is the sum of the two numbers above it and the ends of the rows are ones. After the single one at the top, ${they} adds ${text.row} more rows.`,
        ask: `Find the number in the last row which has exactly $${math.place}$ numbers before it.`,
        quantity: `the number in the last of ${name}’s rows which has exactly $${math.place}$ numbers before it`,
        steps: () => pascalSteps(value),
      }
    },
  ],
})

function pascalSteps(value: { row: number; place: number }): readonly string[] {
  const { row, place } = value
  return [
    `Counting rows and entries from zero, entry ${place} of row ${row} in Pascal’s triangle is the binomial coefficient $${binomial(row, place)}$.`,
    `${binomialStep(row, place)}.`,
  ]
}

/** Subsets that must hold some elements and must not hold others. */
const restrictedSubsets: Family = defineFamily({
  id: 'restricted-subsets',
  knowledgePoints: ['subsets-of-a-set'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    size: { minimum: 5, maximum: 20, link: { kind: 'count' } },
    forced: { minimum: 2, maximum: 14, link: { kind: 'count' } },
  },
  possible: ({ size, forced }) => forced <= size,
  nice: ({ size, forced }) => forced * 2 <= size + 1 && size - forced <= 9,
  solve: ({ size, forced }) => integerAnswer(2 ** (size - forced)),
  check: {
    method: 'brute force',
    accepts: ({ size, forced }, answer) => {
      const required = 2 ** forced - 1
      let count = 0
      for (let subset = 0; subset < 2 ** size; subset++) if ((subset & required) === required) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A set has ${text.size} elements, and ${text.forced} of them are marked.`,
      ask: `How many subsets of the set contain all the marked elements?`,
      quantity: `the number of subsets of the set that contain all the marked elements`,
      steps: () => subsetSteps(value, 'elements'),
    }),
    ({ value, text, story }) => {
      const dish = story.pick(['pizza', 'salad', 'rice bowl'])
      return {
        setup: `A ${dish} may be ordered with any of ${text.size} toppings. ${story.hero.name} has ${text.forced} favourite toppings among them and never orders without all of these; every other topping may be taken or left.`,
        ask: `How many different orders can ${story.hero.name} place?`,
        quantity: `the number of different orders for a ${dish} that ${story.hero.name} can place`,
        steps: () => subsetSteps(value, 'toppings'),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `How many subsets of $\\{1, 2, \\ldots, ${math.size}\\}$ contain every one of the smallest $${math.forced}$ elements?`,
      quantity: `the number of subsets of $\\{1, 2, \\ldots, ${math.size}\\}$ that contain every one of the smallest $${math.forced}$ elements`,
      steps: () => subsetSteps(value, 'elements'),
      constants: ['1', '2'],
    }),
    ({ value, text, story }) => {
      const group = story.pick(['string orchestra', 'basketball squad', 'drama club'])
      return {
        setup: `A ${group} has ${text.size} members. A delegation of any size is sent abroad, and it has to include the ${text.forced} team leaders, who are members as well.`,
        ask: `Find the number of possible delegations.`,
        quantity: `the number of possible delegations of the ${group}`,
        steps: () => subsetSteps(value, 'members'),
      }
    },
  ],
})

function subsetSteps(value: { size: number; forced: number }, things: string): readonly string[] {
  const free = value.size - value.forced
  return [
    `For ${value.forced} of the ${value.size} ${things} there is no choice, so ${value.size} - ${value.forced} = ${computed(`${value.size}-${value.forced}`, free)} ${things} are free.`,
    `Each free one is either in or out, two possibilities each: $2^{${free}}$ = ${computed(`2^${free}`, 2 ** free)}.`,
  ]
}

export const binomialAndSubsetFamilies: readonly Family[] = [
  binomialCoefficient,
  pascalNeighbours,
  restrictedSubsets,
]
