import { integerAnswer, isFraction, numericValue, type Answer } from '../answer.ts'
import { rational } from '../../../../foundations/exact-number/rational.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** A total from a frequency table. */
const tableTotal: Family = defineFamily({
  id: 'total-from-frequency-table',
  knowledgePoints: ['frequency-tables'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    one: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    two: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    three: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    four: { minimum: 2, maximum: 30, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ one, two, three, four }) => new Set([one, two, three, four]).size === 4,
  solve: ({ one, two, three, four }) => integerAnswer(one + 2 * two + 3 * three + 4 * four),
  check: {
    method: 'brute force',
    accepts: ({ one, two, three, four }, answer) => {
      let total = 0
      for (const [place, count] of [one, two, three, four].entries())
        for (let person = 0; person < count; person++) for (let item = 0; item <= place; item++) total++
      return isFraction(answer, total)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [who, what] = story.pick([
        ['families', 'children'],
        ['students', 'instruments'],
        ['households', 'bicycles'],
      ] as const)
      return {
        setup: `A frequency table for a village shows how many ${who} have one, two, three or four ${what}: there are ${text.one} ${who} with one, ${text.two} with two, ${text.three} with three and ${text.four} with four.`,
        ask: `How many ${what} do these ${who} have altogether?`,
        quantity: `the number of ${what} that the ${who} of the table have altogether`,
        steps: () => tableSteps(Object.values(value), what),
      }
    },
    ({ value, math, story }) => {
      const what = story.pick(['goals', 'sets', 'points'])
      return {
        setup: `The frequency table shows in how many matches a team won a given number of ${what}. $$\\begin{array}{l|cccc} \\text{${what}} & 1 & 2 & 3 & 4 \\\\ \\hline \\text{matches} & ${math.one} & ${math.two} & ${math.three} & ${math.four} \\end{array}$$`,
        ask: `How many ${what} did the team win in all?`,
        quantity: `the number of ${what} that the team won in all`,
        steps: () => tableSteps(Object.values(value), what),
        constants: ['1', '2', '3', '4'],
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} tallies the stars that customers give a café: ${text.four} customers give four stars, ${text.three} give three stars, ${text.two} give two stars and ${text.one} give one star.`,
        ask: `What is the total number of stars in ${name}’s table?`,
        quantity: `the total number of stars that ${name} tallies`,
        steps: () => tableSteps([value.one, value.two, value.three, value.four], 'stars'),
      }
    },
  ],
})

function tableSteps(counts: readonly number[], what: string): readonly string[] {
  const [one, two, three, four] = counts as [number, number, number, number]
  const total = one + 2 * two + 3 * three + 4 * four
  return [
    `Multiply each value by its frequency and add the products.`,
    `${computed(`1*${one}`, one)}, ${computed(`2*${two}`, 2 * two)}, ${computed(`3*${three}`, 3 * three)} and ${computed(`4*${four}`, 4 * four)} ${what} come from the four columns.`,
    `${computed(`${one}+${2 * two}+${3 * three}+${4 * four}`, total)} ${what} altogether.`,
  ]
}

/** The fourth cell of a two-way table. */
const tableCell: Family = defineFamily({
  id: 'cell-of-two-way-table',
  knowledgePoints: ['two-way-tables'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    all: { minimum: 30, maximum: 240, link: { kind: 'count' } },
    row: { minimum: 10, maximum: 160, link: { kind: 'count' } },
    column: { minimum: 10, maximum: 160, link: { kind: 'count' } },
    both: { minimum: 4, maximum: 90, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const both = fixed.both ?? random.integer(4, 25)
    const row = fixed.row ?? both + random.integer(4, 40)
    const column = fixed.column ?? both + random.integer(4, 40)
    return { both, row, column, all: fixed.all ?? row + column - both + random.integer(3, 60) }
  },
  possible: ({ all, row, column, both }) => both < row && both < column && row + column - both < all,
  nice: ({ row, column }) => row !== column,
  solve: ({ all, row, column, both }) => integerAnswer(all - row - column + both),
  check: {
    method: 'inverse',
    // Fill in the table from the answer: its columns must add up.
    accepts: ({ all, row, column, both }, answer) => {
      const cell = numericValue(answer)
      const otherRow = all - row
      return Math.abs(otherRow - cell + both - column) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [yes, no] = story.pick([
        ['play an instrument', 'do not play an instrument'],
        ['come by bicycle', 'do not come by bicycle'],
        ['learn Spanish', 'do not learn Spanish'],
      ] as const)
      return {
        setup: `A two-way table sorts the ${text.all} students of a school into girls and boys and by whether they ${yes}. There are ${text.row} girls, and ${text.column} students ${yes}; ${text.both} of these are girls.`,
        ask: `How many boys ${no}?`,
        quantity: `the number of boys who ${no}`,
        steps: () => cellSteps(value, 'girls', yes),
      }
    },
    ({ value, math, story }) => {
      const [one, other] = story.pick([
        ['tea', 'coffee'],
        ['bus', 'train'],
        ['cats', 'dogs'],
      ] as const)
      return {
        setup: `In a survey children and adults chose between ${one} and ${other}. Part of the result is shown. $$\\begin{array}{l|cc|c} & \\text{${one}} & \\text{${other}} & \\text{total} \\\\ \\hline \\text{children} & ${math.both} & & ${math.row} \\\\ \\text{adults} & & & \\\\ \\hline \\text{total} & ${math.column} & & ${math.all} \\end{array}$$`,
        ask: `How many adults chose ${other}?`,
        quantity: `the number of adults who chose ${other}`,
        steps: () => cellSteps(value, 'children', `chose ${one}`),
      }
    },
    ({ value, text, story }) => {
      const crop = story.pick(['apple', 'cherry', 'olive'])
      return {
        setup: `A grower records for each of ${text.all} ${crop} trees in a table whether it is old or young and whether it was watered. Altogether ${text.row} trees are old, ${text.column} trees were watered, and ${text.both} trees are both old and watered.`,
        ask: `Find the number of young ${crop} trees that were not watered.`,
        quantity: `the number of young ${crop} trees that were not watered`,
        steps: () => cellSteps(value, 'old trees', 'were watered'),
      }
    },
  ],
})

function cellSteps(
  value: { all: number; row: number; column: number; both: number },
  group: string,
  trait: string,
): readonly string[] {
  const { all, row, column, both } = value
  return [
    `In a two-way table rows and columns add up to their totals. Those outside the row of the ${group} are ${all} - ${row} = ${computed(`${all}-${row}`, all - row)}.`,
    `Of those who ${trait}, ${column} - ${both} = ${computed(`${column}-${both}`, column - both)} are in that other row.`,
    `The last cell is ${all - row} - ${column - both} = ${computed(`${all - row}-${column - both}`, all - row - column + both)}.`,
  ]
}

/** A value from its z-score. */
const valueFromScore: Family = defineFamily({
  id: 'value-from-z-score',
  knowledgePoints: ['z-scores'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    mean: { minimum: 20, maximum: 120, link: { kind: 'number' } },
    deviation: { minimum: 2, maximum: 20, style: 'integer', link: { kind: 'number' } },
    score: { minimum: 5, maximum: 30, style: 'tenths' },
  },
  possible: () => true,
  nice: ({ deviation, score }) => (deviation * score) % 10 === 0 && score % 10 !== 0,
  solve: ({ mean, deviation, score }): Answer => ({
    kind: 'rational',
    value: rational(mean * 10 + deviation * score, 10),
  }),
  check: {
    method: 'inverse',
    accepts: ({ mean, deviation, score }, answer) =>
      Math.abs((numericValue(answer) - mean) / deviation - score / 10) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const exam = story.pick(['an entrance exam', 'a language test', 'a physics exam'])
      return {
        setup: `The scores of ${exam} have mean ${text.mean} and standard deviation ${text.deviation}. The z-score of ${name}’s result is ${text.score}.`,
        ask: `How many points did ${name} get?`,
        quantity: `the number of points that ${name} got`,
        steps: () => scoreSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['giant cucumber', 'large trout', 'tall sunflower'])
      return {
        setup: `A ${thing} is longer than the mean by ${text.score} standard deviations. For its kind the mean length is ${text.mean} cm and the standard deviation is ${text.deviation} cm.`,
        ask: `What is its length in centimetres?`,
        quantity: `the length in centimetres of the ${thing}`,
        steps: () => scoreSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `A data set has mean ${text.mean} and standard deviation ${text.deviation}.`,
      ask: `Which value has the z-score ${text.score} in this data set?`,
      quantity: `the value with the z-score ${text.score} in the data set`,
      steps: () => scoreSteps(value),
    }),
  ],
})

function scoreSteps(value: { mean: number; deviation: number; score: number }): readonly string[] {
  const { mean, deviation, score } = value
  const above = (deviation * score) / 10
  return [
    `A z-score tells how many standard deviations a value lies above the mean.`,
    `${score / 10} standard deviations are ${score / 10} × ${deviation} = ${computed(`${score / 10}*${deviation}`, above)}.`,
    `The value is ${mean} + ${above} = ${computed(`${mean}+${above}`, mean + above)}.`,
  ]
}

/** Standard deviation of five values. */
const deviationOfFive: Family = defineFamily({
  id: 'standard-deviation-of-five',
  knowledgePoints: ['standard-deviation'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    a: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    b: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    c: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    d: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    e: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  // Patterns of distances from the mean whose mean square is a perfect square.
  sample: (random, fixed) => {
    const pattern = random.pick([
      [-3, -1, 0, 1, 3],
      [-7, -1, 1, 2, 5],
      [-5, -2, -1, 1, 7],
    ])
    const scale = random.integer(1, 4)
    const distances = random.shuffle(pattern.map((distance) => distance * scale))
    const names = ['a', 'b', 'c', 'd', 'e'] as const
    const held = names.findIndex((name) => fixed[name] !== undefined)
    const name = names[held]
    const mean =
      name === undefined ? random.integer(10, 40) : (fixed[name] as number) - (distances[held] as number)
    const [a, b, c, d, e] = distances.map((distance) => mean + distance) as [
      number,
      number,
      number,
      number,
      number,
    ]
    return { a, b, c, d, e }
  },
  possible: () => true,
  nice: ({ a, b, c, d, e }) => {
    const root = Math.sqrt(squareSum([a, b, c, d, e]))
    return Number.isInteger(root) && root % 5 === 0 && (a + b + c + d + e) % 5 === 0
  },
  solve: ({ a, b, c, d, e }) => rootOver(squareSum([a, b, c, d, e]), 5),
  check: {
    method: 'numeric',
    accepts: ({ a, b, c, d, e }, answer) => {
      const data = [a, b, c, d, e]
      // The mean square distance between all pairs is twice the variance.
      let squares = 0
      for (const one of data) for (const other of data) squares += (one - other) ** 2
      const value = numericValue(answer)
      return value >= 0 && Math.abs(value * value - squares / 50) < 1e-9
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the population standard deviation of the data ${text.a}, ${text.b}, ${text.c}, ${text.d}, ${text.e}?`,
      quantity: `the population standard deviation of the data ${text.a}, ${text.b}, ${text.c}, ${text.d}, ${text.e}`,
      steps: () => deviationSteps(Object.values(value)),
    }),
    ({ value, text, story }) => {
      const where = story.pick(['A ferry', 'A cable car', 'A planetarium'])
      return {
        setup: `${where} has ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e} guests on the five trips or shows of a day.`,
        ask: `Find the standard deviation of these five numbers (the root of the mean squared distance from their mean).`,
        quantity: `the standard deviation (the root of the mean squared distance from the mean) of the five numbers of guests`,
        steps: () => deviationSteps(Object.values(value)),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `In a science project ${name} measures the times ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e} in seconds and treats them as a whole population.`,
        ask: `What standard deviation in seconds does ${name} calculate?`,
        quantity: `the standard deviation in seconds of ${name}’s times`,
        steps: () => deviationSteps(Object.values(value)),
      }
    },
  ],
})

/** Twenty-five times the variance of five whole numbers. */
function squareSum(data: readonly number[]): number {
  const sum = data.reduce((total, one) => total + one, 0)
  return 5 * data.reduce((total, one) => total + one * one, 0) - sum * sum
}

/** √square / divisor in lowest form. */
function rootOver(square: number, divisor: number): Answer {
  let [outside, inside] = [1, square]
  for (let factor = 2; factor * factor <= inside; factor++) {
    while (inside % (factor * factor) === 0) {
      inside /= factor * factor
      outside *= factor
    }
  }
  if (inside <= 1) return { kind: 'rational', value: rational(outside * inside, divisor) }
  return {
    kind: 'radical',
    rational: rational(0),
    coefficient: rational(outside, divisor),
    radicand: BigInt(inside),
  }
}

function deviationSteps(data: readonly number[]): readonly string[] {
  const sum = data.reduce((total, one) => total + one, 0)
  const mean = sum / 5
  const squares = data.map((one) => (one - mean) ** 2)
  const total = squares.reduce((all, one) => all + one, 0)
  return [
    `The mean is ${computed(`(${data.join('+')})/5`, mean)}.`,
    `The squared distances from it are ${data.map((one, place) => computed(`(${one}-${mean})^2`, squares[place] as number)).join(', ')}.`,
    `Their mean, the variance, is ${computed(`(${squares.join('+')})/5`, total / 5)}.`,
    `The standard deviation is the square root of ${total / 5}, which is ${Math.sqrt(total / 5)}.`,
  ]
}

export const dataTableFamilies: readonly Family[] = [tableTotal, tableCell, valueFromScore, deviationOfFive]
