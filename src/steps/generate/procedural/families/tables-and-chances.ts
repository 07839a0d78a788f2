import { fractionAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked, reduced } from './worked.ts'

/** Mean from a frequency table. */
const meanFromTable: Family = defineFamily({
  id: 'mean-from-frequency-table',
  knowledgePoints: ['arithmetic-mean', 'frequency-tables'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    lowest: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    first: { minimum: 2, maximum: 24, link: { kind: 'count' } },
    second: { minimum: 2, maximum: 24, link: { kind: 'count' } },
    third: { minimum: 2, maximum: 24, link: { kind: 'count' } },
    gap: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const gap = fixed.gap ?? random.integer(2, 12)
    const first = fixed.first ?? random.integer(2, 20)
    const third = fixed.third ?? random.integer(2, 20)
    // Only frequencies that make the mean a whole number.
    const fitting = Array.from({ length: 19 }, (_, index) => index + 2).filter(
      (count) => (gap * (count + 2 * third)) % (first + count + third) === 0 && count !== first,
    )
    if (fitting.length === 0) return undefined
    const second = fixed.second ?? random.pick(fitting)
    return { lowest: fixed.lowest ?? random.integer(2, 40), first, second, third, gap }
  },
  possible: () => true,
  nice: ({ lowest, first, second, third, gap }) =>
    (gap * (second + 2 * third)) % (first + second + third) === 0 &&
    new Set([lowest, first, second, third, gap]).size === 5,
  solve: ({ lowest, first, second, third, gap }) =>
    fractionAnswer(
      lowest * first + (lowest + gap) * second + (lowest + 2 * gap) * third,
      first + second + third,
    ),
  check: {
    method: 'inverse',
    // Distances from the mean cancel out.
    accepts: ({ lowest, first, second, third, gap }, answer) => {
      const mean = numericValue(answer)
      let balance = 0
      for (const [place, count] of [first, second, third].entries())
        for (let one = 0; one < count; one++) balance += lowest + place * gap - mean
      return Math.abs(balance) < 1e-7
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['poster', 'mug', 'candle'])
      return {
        setup: `A ${thing} is sold in three sizes at three prices. The small one costs ${text.lowest} euros, and from each size to the next the price rises by ${text.gap} euros. The sales table shows ${text.first} small, ${text.second} medium and ${text.third} large ones.`,
        ask: `What is the mean price, in euros, of the items that were sold?`,
        quantity: `the mean price in euros at which the ${thing} was sold`,
        steps: () => tableMeanSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `In a frequency table three evenly spaced values occur. The smallest is ${text.lowest}, and neighbouring values differ by ${text.gap}. Their frequencies, from the smallest value to the largest, are ${text.first}, ${text.second} and ${text.third}.`,
      ask: `Find the mean of the data.`,
      quantity: `the mean of the data in the frequency table`,
      steps: () => tableMeanSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} records the lengths of phone calls in a table with only three rows. There were ${text.first} calls of ${text.lowest} minutes, ${text.second} calls that were each ${text.gap} minutes longer than these, and ${text.third} calls that were each longer by the same amount again.`,
        ask: `How many minutes long was a call on average?`,
        quantity: `the average length in minutes of ${name}’s calls`,
        steps: () => tableMeanSteps(value),
      }
    },
  ],
})

function tableMeanSteps(value: {
  lowest: number
  first: number
  second: number
  third: number
  gap: number
}): readonly string[] {
  const { lowest, first, second, third, gap } = value
  const [middle, high] = [lowest + gap, lowest + 2 * gap]
  const [a, b, c, all] = [lowest * first, middle * second, high * third, first + second + third]
  return [
    `The three values are ${lowest}, ${worked(`${lowest}+${gap}`, middle)} and ${worked(`${middle}+${gap}`, high)}. Each one counts as often as its frequency says.`,
    `Products: ${worked(`${lowest}*${first}`, a)}, ${worked(`${middle}*${second}`, b)}, ${worked(`${high}*${third}`, c)}; their sum is ${worked(`${a}+${b}+${c}`, a + b + c)}.`,
    `There are ${worked(`${first}+${second}+${third}`, all)} values, so the mean is ${worked(`${a + b + c}/${all}`, (a + b + c) / all)}.`,
  ]
}

/** Chance to pick someone from the overlap. */
const chanceOfOverlap: Family = defineFamily({
  id: 'chance-of-overlap',
  knowledgePoints: ['venn-diagrams', 'classical-probability'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    all: { minimum: 20, maximum: 120, link: { kind: 'count' } },
    one: { minimum: 8, maximum: 80, link: { kind: 'count' } },
    other: { minimum: 8, maximum: 80, link: { kind: 'count' } },
    neither: { minimum: 2, maximum: 40, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const both = random.integer(3, 20)
    const one = fixed.one ?? both + random.integer(4, 25)
    const other = fixed.other ?? both + random.integer(4, 25)
    const neither =
      fixed.neither ?? (fixed.all === undefined ? random.integer(2, 25) : fixed.all + both - one - other)
    return { one, other, neither, all: fixed.all ?? one + other + neither - both }
  },
  possible: ({ all, one, other, neither }) => {
    const both = one + other + neither - all
    return both > 0 && both < one && both < other
  },
  nice: ({ one, other }) => one !== other,
  solve: ({ all, one, other, neither }) => fractionAnswer(one + other + neither - all, all),
  check: {
    method: 'brute force',
    // Lay everybody out in a row: the first circle from the left, the second up to those outside.
    accepts: ({ all, one, other, neither }, answer) => {
      let both = 0
      for (let person = 0; person < all; person++) if (person < one && person >= all - neither - other) both++
      return isFraction(answer, both, all)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [first, second] = story.pick([
        ['swimming', 'climbing'],
        ['drawing', 'singing'],
        ['physics', 'history'],
      ] as const)
      return {
        setup: `In a survey of ${text.all} students, ${text.one} say that they enjoy ${first}, ${text.other} that they enjoy ${second}, and ${text.neither} that they enjoy neither. One of the students is chosen at random.`,
        ask: `What is the probability that this student enjoys both ${first} and ${second}?`,
        quantity: `the probability that the chosen student enjoys both ${first} and ${second}`,
        steps: () => overlapChanceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const animals = story.pick(['dogs', 'ponies', 'parrots'])
      return {
        setup: `Two overlapping circles in a Venn diagram stand for the young and the brown ${animals} among ${text.all} ${animals} of a shelter. There are ${text.one} young ${animals} and ${text.other} brown ones, and ${text.neither} ${animals} lie outside both circles.`,
        ask: `Find the probability that one of the ${animals}, picked at random, is young and brown.`,
        quantity: `the probability that one of the ${animals}, picked at random, is young and brown`,
        steps: () => overlapChanceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `Of the ${text.all} songs that ${name} has saved, ${text.one} are in Spanish, ${text.other} are older than ten years, and ${text.neither} are neither. ${name} plays one of the songs at random.`,
        ask: `What is the probability that it is a Spanish song older than ten years?`,
        quantity: `the probability that ${name} hears a Spanish song older than ten years`,
        steps: () => overlapChanceSteps(value),
      }
    },
  ],
})

function overlapChanceSteps(value: {
  all: number
  one: number
  other: number
  neither: number
}): readonly string[] {
  const { all, one, other, neither } = value
  const inside = all - neither
  const both = one + other - inside
  return [
    `At least one of the two applies to ${all} - ${neither} = ${computed(`${all}-${neither}`, inside)} of them.`,
    `The overlap is what is counted twice when the two are added: ${one} + ${other} - ${inside} = ${computed(`${one}+${other}-${inside}`, both)}.`,
    `All ${all} are equally likely, so the probability is $${reduced(both, all)}$.`,
  ]
}

/** Chance that a random integer is a multiple. */
const chanceOfMultiple: Family = defineFamily({
  id: 'chance-of-a-multiple',
  knowledgePoints: ['classical-probability'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    bound: { minimum: 12, maximum: 120, link: { kind: 'number' } },
    divisor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ bound, divisor }) => divisor <= bound,
  nice: ({ bound, divisor }) => bound % divisor !== 0 && bound >= 3 * divisor,
  solve: ({ bound, divisor }) => fractionAnswer(Math.floor(bound / divisor), bound),
  check: {
    method: 'brute force',
    accepts: ({ bound, divisor }, answer) => {
      let hits = 0
      for (let whole = 1; whole <= bound; whole++) if (whole % divisor === 0) hits++
      return isFraction(answer, hits, bound)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `An integer is chosen at random from the integers from one to ${text.bound}.`,
      ask: `What is the probability that it is divisible by ${text.divisor}?`,
      quantity: `the probability that the chosen integer is divisible by ${text.divisor}`,
      steps: () => multipleSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      const things = story.pick(['raffle tickets', 'key cards', 'lottery balls'])
      return {
        setup: `There are ${text.bound} ${things} in a box, numbered in order beginning with one. ${name} takes one of them without looking.`,
        ask: `Find the probability that its number is a multiple of ${text.divisor}.`,
        quantity: `the probability that ${name}’s number is a multiple of ${text.divisor}`,
        steps: () => multipleSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['hotel', 'hospital', 'student residence'])
      return {
        setup: `The rooms of a ${place} have the numbers from one to ${text.bound}, and every room whose number is a multiple of ${text.divisor} has a balcony. A guest is given a room by lot.`,
        ask: `How likely is it that this room has a balcony?`,
        quantity: `the probability that the guest’s room in the ${place} has a balcony`,
        steps: () => multipleSteps(value),
      }
    },
  ],
})

function multipleSteps(value: { bound: number; divisor: number }): readonly string[] {
  const { bound, divisor } = value
  const hits = Math.floor(bound / divisor)
  return [
    `All ${bound} numbers are equally likely, so count the favourable ones.`,
    `The largest multiple of ${divisor} up to ${bound} is ${hits} × ${divisor} = ${computed(`${hits}*${divisor}`, hits * divisor)}, so there are ${hits} multiples.`,
    `The probability is $${reduced(hits, bound)}$.`,
  ]
}

export const tableAndChanceFamilies: readonly Family[] = [meanFromTable, chanceOfOverlap, chanceOfMultiple]
