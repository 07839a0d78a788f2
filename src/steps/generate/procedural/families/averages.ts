import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

const datum = { minimum: 2, maximum: 60, link: { kind: 'number' } } as const

/** A missing value from the mean. */
const missingValue: Family = defineFamily({
  id: 'missing-value-for-mean',
  knowledgePoints: ['arithmetic-mean'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    a: datum,
    b: datum,
    c: datum,
    d: datum,
    mean: { minimum: 5, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ a, b, c, d, mean }) => 5 * mean > a + b + c + d,
  nice: ({ a, b, c, d, mean }) => 5 * mean - (a + b + c + d) <= 80 && new Set([a, b, c, d, mean]).size === 5,
  solve: ({ a, b, c, d, mean }) => integerAnswer(5 * mean - (a + b + c + d)),
  check: {
    method: 'inverse',
    accepts: ({ a, b, c, d, mean }, answer) =>
      Math.abs((a + b + c + d + numericValue(answer)) / 5 - mean) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const { name, they } = story.hero
      const game = story.pick(['quizzes', 'rounds of archery', 'spelling tests'])
      return {
        setup: `In four ${game} ${name} scores ${text.a}, ${text.b}, ${text.c} and ${text.d} points.`,
        ask: `How many points must ${they} score next time so that the mean of all five scores is ${text.mean}?`,
        quantity: `the number of points that ${name} must score next time so that the mean of all five scores is ${text.mean}`,
        steps: () => missingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `The average of the numbers ${text.a}, ${text.b}, ${text.c}, ${text.d} and $${x}$ is ${text.mean}.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => missingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const where = story.pick(['youth hostel', 'small museum', 'mountain hut'])
      return {
        setup: `A ${where} has ${text.mean} visitors a day on average from Monday to Friday. On the first four of these days it has ${text.a}, ${text.b}, ${text.c} and ${text.d} visitors.`,
        ask: `How many visitors does it have on Friday?`,
        quantity: `the number of visitors to the ${where} on Friday`,
        steps: () => missingSteps(value),
      }
    },
  ],
})

function missingSteps(value: {
  a: number
  b: number
  c: number
  d: number
  mean: number
}): readonly string[] {
  const { a, b, c, d, mean } = value
  const known = a + b + c + d
  return [
    `Five values with mean ${mean} add up to 5 × ${mean} = ${computed(`5*${mean}`, 5 * mean)}.`,
    `The four known values add up to ${a} + ${b} + ${c} + ${d} = ${computed(`${a}+${b}+${c}+${d}`, known)}.`,
    `The fifth value is ${5 * mean} - ${known} = ${computed(`${5 * mean}-${known}`, 5 * mean - known)}.`,
  ]
}

/** The mean changes when one more joins. */
const oneMoreJoins: Family = defineFamily({
  id: 'mean-after-one-joins',
  knowledgePoints: ['arithmetic-mean'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    count: { minimum: 3, maximum: 30, link: { kind: 'count' } },
    before: { minimum: 8, maximum: 90, link: { kind: 'number' } },
    after: { minimum: 9, maximum: 95, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const rise = random.integer(1, 3)
    const before = fixed.before ?? (fixed.after ?? random.integer(10, 70)) - rise
    return {
      count: fixed.count ?? random.integer(3, 20),
      before,
      after: fixed.after ?? before + rise,
    }
  },
  possible: ({ count, before, after }) => (count + 1) * after > count * before && before !== after,
  // Someone who joins may not be unbelievably old.
  nice: ({ count, before, after }) =>
    after > before && after - before <= 3 && (count + 1) * after - count * before <= 92,
  solve: ({ count, before, after }) => integerAnswer((count + 1) * after - count * before),
  check: {
    method: 'inverse',
    accepts: ({ count, before, after }, answer) => {
      let total = numericValue(answer)
      for (let one = 0; one < count; one++) total += before
      return Math.abs(total / (count + 1) - after) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const group = story.pick(['rowing club', 'chess club', 'choir'])
      return {
        setup: `The ${text.count} members of a ${group} have a mean age of ${text.before} years. When ${name} joins, the mean age of all members becomes ${text.after} years.`,
        ask: `How old is ${name}?`,
        quantity: `${name}’s age in years`,
        steps: () => joinSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `The average of ${text.count} numbers is ${text.before}. With one more number included, the average is ${text.after}.`,
      ask: `What is the additional number?`,
      quantity: `the additional number`,
      steps: () => joinSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `After ${text.count} games ${name} has an average of ${text.before} points per game. With one more game the average becomes ${text.after} points per game.`,
        ask: `How many points did ${name} score in the latest game?`,
        quantity: `the number of points that ${name} scored in the latest game`,
        steps: () => joinSteps(value),
      }
    },
  ],
})

function joinSteps(value: { count: number; before: number; after: number }): readonly string[] {
  const { count, before, after } = value
  const [old, all] = [count * before, (count + 1) * after]
  return [
    `Compare the totals, since total = mean × number.`,
    `Before: ${count} × ${before} = ${computed(`${count}*${before}`, old)}. Afterwards: ${count + 1} × ${after} = ${computed(`${count + 1}*${after}`, all)}.`,
    `The new value is the difference: ${all} - ${old} = ${computed(`${all}-${old}`, all - old)}.`,
  ]
}

/** Two groups with their own means. */
const twoGroups: Family = defineFamily({
  id: 'mean-of-two-groups',
  knowledgePoints: ['weighted-mean'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    firstMean: { minimum: 10, maximum: 95, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    secondMean: { minimum: 10, maximum: 95, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const first = fixed.first ?? random.integer(2, 40)
    const second = fixed.second ?? random.integer(2, 40)
    const secondMean = fixed.secondMean ?? random.integer(10, 95)
    // Distances between the means for which the common mean is a whole number.
    const fitting = Array.from({ length: 40 }, (_, index) => index + 1).filter(
      (distance) => (first * distance) % (first + second) === 0,
    )
    if (fitting.length === 0) return undefined
    const firstMean = fixed.firstMean ?? secondMean + random.pick(fitting) * random.pick([-1, 1])
    return { first, firstMean, second, secondMean }
  },
  possible: ({ firstMean, secondMean }) => firstMean !== secondMean,
  nice: ({ first, firstMean, second, secondMean }) =>
    (first * firstMean + second * secondMean) % (first + second) === 0 && first !== second,
  solve: ({ first, firstMean, second, secondMean }) =>
    fractionAnswer(first * firstMean + second * secondMean, first + second),
  check: {
    method: 'brute force',
    // Everybody gets the mean of their own group; then the ordinary mean.
    accepts: ({ first, firstMean, second, secondMean }, answer) => {
      let [total, people] = [0, 0]
      for (let one = 0; one < first; one++, people++) total += firstMean
      for (let one = 0; one < second; one++, people++) total += secondMean
      return isFraction(answer, total, people)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const test = story.pick(['geography test', 'fitness test', 'reading test'])
      return {
        setup: `In a ${test} the ${text.first} students of group A reach a mean score of ${text.firstMean} points, and the ${text.second} students of group B reach a mean score of ${text.secondMean} points.`,
        ask: `What is the mean score of both groups together?`,
        quantity: `the mean score of both groups together in the ${test}`,
        steps: () => groupSteps(value),
      }
    },
    ({ value, text, story }) => {
      const animals = story.pick(['sheep', 'goats', 'alpacas'])
      return {
        setup: `A farmer weighs two groups of ${animals}. The ${text.second} ${animals} of the second group have an average mass of ${text.secondMean} kilograms, and the ${text.first} ${animals} of the first group have an average mass of ${text.firstMean} kilograms.`,
        ask: `Find the average mass in kilograms of all the ${animals}.`,
        quantity: `the average mass in kilograms of all the ${animals}`,
        steps: () => groupSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `On a long tour ${name} sings at ${text.first} afternoon concerts with an average of ${text.firstMean} listeners and at ${text.second} evening concerts with an average of ${text.secondMean} listeners.`,
        ask: `What is the average number of listeners over all these concerts?`,
        quantity: `the average number of listeners over all of ${name}’s concerts`,
        steps: () => groupSteps(value),
      }
    },
  ],
})

function groupSteps(value: {
  first: number
  firstMean: number
  second: number
  secondMean: number
}): readonly string[] {
  const { first, firstMean, second, secondMean } = value
  const [a, b, all] = [first * firstMean, second * secondMean, first + second]
  return [
    `The groups differ in size, so each mean counts with the size of its group as weight.`,
    `Totals: ${first} × ${firstMean} = ${computed(`${first}*${firstMean}`, a)} and ${second} × ${secondMean} = ${computed(`${second}*${secondMean}`, b)}.`,
    `Together ${a} + ${b} = ${computed(`${a}+${b}`, a + b)}. There are ${first} + ${second} = ${computed(`${first}+${second}`, all)} values in all, so the common mean is ${worked(`${a + b}/${all}`, (a + b) / all)}.`,
  ]
}

/** Mean minus median. */
const meanAgainstMedian: Family = defineFamily({
  id: 'mean-against-median',
  knowledgePoints: ['arithmetic-mean', 'median'],
  level: 2,
  result: { kind: 'number' },
  givens: { a: datum, b: datum, c: datum, d: datum, e: datum },
  possible: ({ a, b, c, d, e }) => a + b + c + d + e > 5 * medianOf([a, b, c, d, e]),
  nice: ({ a, b, c, d, e }) => (a + b + c + d + e) % 5 === 0 && new Set([a, b, c, d, e]).size === 5,
  solve: ({ a, b, c, d, e }) => fractionAnswer(a + b + c + d + e - 5 * medianOf([a, b, c, d, e]), 5),
  check: {
    method: 'brute force',
    // The median is the number with at most two below and at most two above.
    accepts: ({ a, b, c, d, e }, answer) => {
      const data = [a, b, c, d, e]
      const middle = data.find(
        (one) => data.filter((x) => x < one).length <= 2 && data.filter((x) => x > one).length <= 2,
      ) as number
      let above = 0
      for (const one of data) above += one - middle
      return isFraction(answer, above, 5)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `Consider the data ${text.a}, ${text.b}, ${text.c}, ${text.d}, ${text.e}.`,
      ask: `By how much is their mean greater than their median?`,
      quantity: `the amount by which the mean of the data exceeds their median`,
      steps: () => againstSteps(Object.values(value)),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      const what = story.pick(['emails', 'pages', 'minutes of practice'])
      return {
        setup: `From Monday to Friday ${name} counts ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e} ${what}.`,
        ask: `How much greater is the mean of the five numbers than their median?`,
        quantity: `the difference between the mean and the median of ${name}’s five numbers`,
        steps: () => againstSteps(Object.values(value)),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['darts evening', 'bowling night', 'skittles evening'])
      return {
        setup: `At a ${event} five friends score ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e} points.`,
        ask: `Find the mean score minus the median score.`,
        quantity: `the mean score minus the median score of the ${event}`,
        steps: () => againstSteps(Object.values(value)),
      }
    },
  ],
})

function medianOf(data: readonly number[]): number {
  return [...data].sort((x, y) => x - y)[Math.floor(data.length / 2)] as number
}

function againstSteps(data: readonly number[]): readonly string[] {
  const sum = data.reduce((total, one) => total + one, 0)
  const middle = medianOf(data)
  return [
    `The mean is the sum over the number of values: (${data.join(' + ')}) ÷ 5 = ${computed(`(${data.join('+')})/5`, sum / 5)}.`,
    `In order the values are ${[...data].sort((x, y) => x - y).join(', ')}, so the median, the middle one, is ${middle}.`,
    `The difference is ${sum / 5} - ${middle} = ${computed(`${sum / 5}-${middle}`, sum / 5 - middle)}.`,
  ]
}

export const averageFamilies: readonly Family[] = [missingValue, oneMoreJoins, twoGroups, meanAgainstMedian]
