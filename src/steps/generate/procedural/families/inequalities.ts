import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Smallest integer with a x − b > c. */
const smallestSolution: Family = defineFamily({
  id: 'smallest-integer-in-an-inequality',
  knowledgePoints: ['solving-linear-inequalities'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 80, link: { kind: 'number' } },
    bound: { minimum: 10, maximum: 400, link: { kind: 'number' } },
  },
  possible: ({ factor, less, bound }) => factor > 0 && less > 0 && bound > 0,
  nice: ({ factor, less, bound }) => bound + less >= 2 * factor,
  solve: ({ factor, less, bound }) => integerAnswer(Math.floor((bound + less) / factor) + 1),
  check: {
    method: 'brute force',
    accepts: ({ factor, less, bound }, answer) => {
      let x = 0
      while (factor * x - less <= bound) x++
      return integerValue(answer) === x
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const inequality = `$${math.factor}${x} - ${math.less} > ${math.bound}$`
      return {
        setup: '',
        ask: `What is the smallest integer $${x}$ for which ${inequality}?`,
        quantity: `the smallest integer $${x}$ for which ${inequality}`,
        steps: () => smallestSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const [thing, cost] = story.pick([
        ['bracelets', 'the beads and the thread'],
        ['jars of honey', 'the jars and the labels'],
        ['birdhouses', 'the wood and the paint'],
        ['cakes', 'the ingredients'],
      ] as const)
      return {
        setup: `${story.hero.name} sells ${thing} for ${text.factor} euros each after spending ${text.less} euros on ${cost}. The profit must be more than ${text.bound} euros.`,
        ask: `What is the smallest number of ${thing} that ${story.hero.name} must sell?`,
        quantity: `the smallest number of ${thing} that ${story.hero.name} must sell`,
        steps: () => smallestSteps(value, story.variable()),
      }
    },
    ({ value, text, story }) => ({
      setup: `When an integer is multiplied by ${text.factor} and then reduced by ${text.less}, the result is greater than ${text.bound}.`,
      ask: `What is the least possible value of the integer?`,
      quantity: `the least possible value of the integer that is multiplied and reduced`,
      steps: () => smallestSteps(value, story.variable()),
    }),
  ],
})

function smallestSteps(value: { factor: number; less: number; bound: number }, x: string): readonly string[] {
  const { factor, less, bound } = value
  const sum = bound + less
  const result = Math.floor(sum / factor) + 1
  return [
    `The condition is $${factor}${x} - ${less} > ${bound}$. Add ${less} to both sides: the right side becomes ${bound} + ${less} = ${computed(`${bound}+${less}`, sum)}.`,
    `Dividing by the positive number ${factor} keeps the direction, so $${x} > \\frac{${sum}}{${factor}}$.`,
    `Now ${factor} × ${result - 1} = ${computed(`${factor}*${result - 1}`, factor * (result - 1))} is not greater than ${sum}, but ${factor} × ${result} = ${computed(`${factor}*${result}`, factor * result)} is, so the smallest integer is ${result}.`,
  ]
}

/** Integers with a < b x + c < d, counted. */
const compound: Family = defineFamily({
  id: 'integers-in-a-compound-inequality',
  knowledgePoints: ['compound-inequalities'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    added: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    high: { minimum: 20, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ low, factor, high }) => factor > 0 && high > low,
  nice: (value) => countBetween(value) >= 2 && value.low > value.added,
  solve: (value) => integerAnswer(countBetween(value)),
  check: {
    method: 'brute force',
    accepts: ({ low, factor, added, high }, answer) => {
      let count = 0
      for (let x = -200; x <= 400; x++) if (low < factor * x + added && factor * x + added < high) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const inequality = `$${math.low} < ${math.factor}${x} + ${math.added} < ${math.high}$`
      return {
        setup: '',
        ask: `How many integers $${x}$ satisfy ${inequality}?`,
        quantity: `the number of integers $${x}$ with ${inequality}`,
        steps: () => compoundSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const [place, unit] = story.pick([
        ['A music studio', 'hours'],
        ['A car park', 'hours'],
        ['A campsite', 'nights'],
      ] as const)
      return {
        setup: `${place} charges a fixed fee of ${text.added} euros and another ${text.factor} euros for each of the ${unit} booked. A voucher may be used if the price is more than ${text.low} euros but less than ${text.high} euros, and ${story.hero.name} wants to use it.`,
        ask: `For how many different whole numbers of ${unit} is this possible?`,
        quantity: `the number of different whole numbers of ${unit} for which ${story.hero.name} can use the voucher`,
        steps: () => {
          const x = story.variable()
          return [
            `For $${x}$ ${unit} the price must satisfy $${value.low} < ${value.factor}${x} + ${value.added} < ${value.high}$.`,
            ...compoundSteps(value, x),
          ]
        },
      }
    },
    ({ value, text, math, story }) => {
      const x = story.variable()
      return {
        setup: `For an integer $${x}$, the value of $${math.factor}${x} + ${math.added}$ is greater than ${text.low} but smaller than ${text.high}.`,
        ask: `How many values of $${x}$ are possible?`,
        quantity: `the number of possible values of $${x}$`,
        steps: () => compoundSteps(value, x),
      }
    },
  ],
})

interface Between {
  readonly low: number
  readonly factor: number
  readonly added: number
  readonly high: number
}

function endsOf({ low, factor, added, high }: Between): readonly [number, number] {
  return [Math.floor((low - added) / factor) + 1, Math.ceil((high - added) / factor) - 1]
}

function countBetween(value: Between): number {
  const [first, last] = endsOf(value)
  return Math.max(0, last - first + 1)
}

function compoundSteps(value: Between, x: string): readonly string[] {
  const { low, factor, added, high } = value
  const [first, last] = endsOf(value)
  return [
    `Subtract ${added} from all three parts: ${low} - ${added} = ${computed(`${low}-${added}`, low - added)} and ${high} - ${added} = ${computed(`${high}-${added}`, high - added)}, so $${low - added} < ${factor}${x} < ${high - added}$.`,
    `Divide by ${factor}: $\\frac{${low - added}}{${factor}} < ${x} < \\frac{${high - added}}{${factor}}$.`,
    `The integers in this range run from ${first} to ${last}, so there are ${last} - ${first} + 1 = ${computed(`${last}-${first}+1`, last - first + 1)} of them.`,
  ]
}

/** Positive integers with a x + b ≤ c, counted. */
const positiveSolutionsCount: Family = defineFamily({
  id: 'positive-integers-in-an-inequality',
  knowledgePoints: ['integer-solutions-of-inequalities'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    more: { minimum: 3, maximum: 24, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    added: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    limit: { minimum: 20, maximum: 600, link: { kind: 'number' } },
  },
  possible: ({ more, less, added, limit }) => more > less && limit > added,
  nice: ({ more, less, added, limit }) =>
    limit - added >= 3 * (more - less) && (limit - added) / (more - less) <= 150,
  solve: ({ more, less, added, limit }) => integerAnswer(Math.floor((limit - added) / (more - less))),
  check: {
    method: 'brute force',
    accepts: ({ more, less, added, limit }, answer) => {
      let count = 0
      for (let x = 1; more * x + added <= less * x + limit; x++) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const inequality = `$${math.more}${x} + ${math.added} \\le ${math.less}${x} + ${math.limit}$`
      return {
        setup: '',
        ask: `How many positive integers $${x}$ satisfy ${inequality}?`,
        quantity: `the number of positive integers $${x}$ that satisfy ${inequality}`,
        steps: () => limitSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      const things = story.pick(['tokens', 'stamps', 'bottle caps'])
      return {
        setup: `${story.hero.name} starts with ${text.added} ${things} and collects ${text.more} every day. ${friend.name} starts with ${text.limit} ${things} and collects ${text.less} every day. They compare their collections at the end of each day.`,
        ask: `At the end of how many days does ${story.hero.name} have no more ${things} than ${friend.name}?`,
        quantity: `the number of days at the end of which ${story.hero.name} has no more ${things} than ${friend.name}`,
        steps: () => limitSteps(value, story.variable()),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The positive integer $${x}$ is a solution of $${math.less}${x} + ${math.limit} \\ge ${math.more}${x} + ${math.added}$.`,
        ask: `What is the largest possible value of $${x}$?`,
        quantity: `the largest possible value of $${x}$`,
        steps: () => limitSteps(value, x),
      }
    },
  ],
})

function limitSteps(
  value: { more: number; less: number; added: number; limit: number },
  x: string,
): readonly string[] {
  const { more, less, added, limit } = value
  const [left, right] = [more - less, limit - added]
  const result = Math.floor(right / left)
  return [
    `The condition is $${more}${x} + ${added} \\le ${less}${x} + ${limit}$. Bring the unknown to the left and the constants to the right.`,
    `The coefficient is ${more} - ${less} = ${computed(`${more}-${less}`, left)} and the right side is ${limit} - ${added} = ${computed(`${limit}-${added}`, right)}, so $${left === 1 ? '' : left}${x} \\le ${right}$.`,
    left === 1
      ? `So the positive solutions are the integers from 1 to ${result}, and there are ${result} of them.`
      : `Since ${left} × ${result} = ${computed(`${left}*${result}`, left * result)} is not greater than ${right}, but ${left} × ${result + 1} = ${computed(`${left}*${result + 1}`, left * (result + 1))} is, the positive solutions are the integers from 1 to ${result}, and there are ${result} of them.`,
  ]
}

export const inequalityFamilies: readonly Family[] = [smallestSolution, compound, positiveSolutionsCount]
