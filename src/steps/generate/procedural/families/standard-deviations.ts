import { rational } from '../../../../foundations/exact-number/rational.ts'
import { numericValue, type Answer } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

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
      const exam = story.pick(['an entrance test', 'a language test', 'a physics test'])
      return {
        setup: `The scores of ${exam} have mean ${text.mean} and standard deviation ${text.deviation}. The z-score of ${name}’s result is ${text.score}.`,
        ask: `How many points did ${name} get?`,
        quantity: `the number of points that ${name} got in the test`,
        steps: () => scoreSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['giant cucumber', 'large salmon', 'young python'])
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
  level: 4,
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
      const [where, guests, trips] = story.pick([
        ['A ferry', 'passengers', 'trips'],
        ['A cable car', 'passengers', 'rides'],
        ['A planetarium', 'visitors', 'shows'],
      ] as const)
      return {
        setup: `${where} has ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e} ${guests} on the five ${trips} of a day.`,
        ask: `Find the population standard deviation of these five numbers.`,
        quantity: `the population standard deviation of the five numbers of ${guests}`,
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
    `The mean is ${worked(`(${data.join('+')})/5`, mean)}.`,
    `The squared distances from it are ${data.map((one, place) => worked(`(${one}-${mean})^2`, squares[place] as number)).join(', ')}.`,
    `Their mean, the variance, is ${worked(`(${squares.join('+')})/5`, total / 5)}.`,
    `The standard deviation is the square root of ${total / 5}, which is ${Math.sqrt(total / 5)}.`,
  ]
}

export const standardDeviationFamilies: readonly Family[] = [valueFromScore, deviationOfFive]
