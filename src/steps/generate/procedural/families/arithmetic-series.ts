import { fractionAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Sum of the first terms. */
const seriesSum: Family = defineFamily({
  id: 'sum-of-arithmetic-series',
  knowledgePoints: ['arithmetic-series-sum'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    last: { minimum: 6, maximum: 120, link: { kind: 'number' } },
    terms: { minimum: 4, maximum: 30, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const terms = fixed.terms ?? random.integer(4, 20)
    const gap = random.integer(1, 6)
    const first =
      fixed.first ?? (fixed.last === undefined ? random.integer(2, 20) : fixed.last - gap * (terms - 1))
    return { terms, first, last: fixed.last ?? first + gap * (terms - 1) }
  },
  possible: ({ first, last, terms }) => first < last && terms >= 2,
  nice: ({ first, last, terms }) =>
    (last - first) % (terms - 1) === 0 && terms >= 4 && (first + last) * terms <= 1400,
  solve: ({ first, last, terms }) => fractionAnswer((first + last) * terms, 2),
  check: {
    method: 'brute force',
    // Term by term, in units of one over the number of gaps.
    accepts: ({ first, last, terms }, answer) => {
      let sum = 0
      for (let place = 0; place < terms; place++) sum += first * (terms - 1) + place * (last - first)
      return isFraction(answer, sum, terms - 1)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `An arithmetic sequence of ${text.terms} terms begins with ${text.first} and ends with ${text.last}.`,
      ask: `What is the sum of its terms?`,
      quantity: `the sum of the terms of the arithmetic sequence`,
      steps: () => sumSteps(value),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['tins', 'logs', 'hay bales'])
      return {
        setup: `A pile of ${things} has ${text.terms} layers. The top layer holds ${text.first} ${things}, the bottom layer ${text.last}, and from layer to layer the number always grows by the same amount.`,
        ask: `How many ${things} are in the pile?`,
        quantity: `the number of ${things} in the pile`,
        steps: () => sumSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} learns new words on ${text.terms} days in a row, ${text.first} words on the first day and ${text.last} words on the last. From each day to the next the number of new words rises by a constant amount.`,
        ask: `Find the total number of words that ${name} learns.`,
        quantity: `the total number of words that ${name} learns`,
        steps: () => sumSteps(value),
      }
    },
  ],
})

function sumSteps(value: { first: number; last: number; terms: number }): readonly string[] {
  const { first, last, terms } = value
  return [
    `The numbers form an arithmetic sequence, so their sum is the number of terms times the mean of the first and the last.`,
    `First and last together: ${first} + ${last} = ${computed(`${first}+${last}`, first + last)}.`,
    `${terms} × ${first + last} ÷ 2 = ${computed(`${terms}*${first + last}/2`, (terms * (first + last)) / 2)}.`,
  ]
}

/** Rows that grow until a known last row. */
const seatsInRows: Family = defineFamily({
  id: 'terms-then-sum',
  knowledgePoints: ['number-of-terms', 'arithmetic-series-sum'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 3, maximum: 30, link: { kind: 'number' } },
    gap: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    last: { minimum: 10, maximum: 120, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const gap = fixed.gap ?? random.integer(2, 8)
    const steps = random.integer(3, 14)
    const first = fixed.first ?? (fixed.last === undefined ? random.integer(3, 25) : fixed.last - gap * steps)
    return { gap, first, last: fixed.last ?? first + gap * steps }
  },
  possible: ({ first, gap, last }) => last > first && (last - first) % gap === 0,
  nice: ({ first, gap, last }) => (last - first) / gap >= 3 && first !== gap,
  solve: ({ first, gap, last }) => fractionAnswer((first + last) * (last - first + gap), 2 * gap),
  check: {
    method: 'brute force',
    accepts: ({ first, gap, last }, answer) => {
      let sum = 0
      for (let term = first; term <= last; term += gap) sum += term
      return isFraction(answer, sum)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['concert hall', 'cinema', 'circus tent'])
      return {
        setup: `The front row of a ${place} has ${text.first} seats, each further row has ${text.gap} more seats than the row in front of it, and the back row has ${text.last} seats.`,
        ask: `How many seats does the ${place} have?`,
        quantity: `the number of seats in the ${place}`,
        steps: () => rowSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of the sum $${math.first} + \\cdots + ${math.last}$, whose terms increase by $${math.gap}$ from each one to the next?`,
      quantity: `the value of the sum $${math.first} + \\cdots + ${math.last}$, whose terms increase by $${math.gap}$ from each one to the next`,
      steps: () => rowSteps(value),
    }),
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} saves ${text.first} coins in the first week. In each later week ${they} saves ${text.gap} coins more than in the week before, and in the last week ${they} saves ${text.last} coins.`,
        ask: `How many coins does ${name} save altogether?`,
        quantity: `the total number of coins that ${name} saves`,
        steps: () => rowSteps(value),
      }
    },
  ],
})

function rowSteps(value: { first: number; gap: number; last: number }): readonly string[] {
  const { first, gap, last } = value
  const terms = (last - first) / gap + 1
  return [
    `First find how many terms there are: (${last} - ${first}) ÷ ${gap} + 1 = ${computed(`(${last}-${first})/${gap}+1`, terms)}.`,
    `The sum of an arithmetic series is the number of terms times the mean of the first and the last term.`,
    `${terms} × (${first} + ${last}) ÷ 2 = ${computed(`${terms}*(${first}+${last})/2`, (terms * (first + last)) / 2)}.`,
  ]
}

/** The first term and the difference from two terms, then a sum. */
const termThenSum: Family = defineFamily({
  id: 'term-then-sum',
  knowledgePoints: ['arithmetic-sequence-nth-term', 'arithmetic-series-sum'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    gap: { minimum: 2, maximum: 10, link: { kind: 'number' } },
    terms: { minimum: 5, maximum: 24, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ first, gap, terms }) => first !== gap && (2 * first + gap * (terms - 1)) * terms <= 1400,
  solve: ({ first, gap, terms }) => fractionAnswer((2 * first + gap * (terms - 1)) * terms, 2),
  check: {
    method: 'simulation',
    accepts: ({ first, gap, terms }, answer) => {
      let [term, sum] = [first, 0]
      for (let place = 0; place < terms; place++) {
        sum += term
        term += gap
      }
      return isFraction(answer, sum)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The first term of an arithmetic sequence is ${text.first}, and each term is ${text.gap} more than the one before.`,
      ask: `What is the sum of the first ${text.terms} terms?`,
      quantity: `the sum of the first ${text.terms} terms of the arithmetic sequence`,
      steps: () => termSumSteps(value),
    }),
    ({ value, text, story }) => {
      const [runs, run, things] = story.pick([
        ['runs', 'run', 'kilometres'],
        ['skates', 'skate', 'laps'],
        ['swims', 'swim', 'lengths of the pool'],
      ] as const)
      const { name, they } = story.hero
      return {
        setup: `${name} trains for ${text.terms} weeks. In the first week ${they} ${runs} ${text.first} ${things} and in every later week ${text.gap} more than in the week before.`,
        ask: `How many ${things} does ${name} ${run} during the whole training?`,
        quantity: `the number of ${things} that ${name} ${runs} during the whole training`,
        steps: () => termSumSteps(value),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['mosaic stones', 'lights', 'flower pots'])
      return {
        setup: `A pattern of ${things} is built in rings around a centre. There are ${text.terms} rings; the innermost one has ${text.first} ${things}, and each ring has ${text.gap} more than the ring inside it.`,
        ask: `Find the total number of ${things} in all the rings.`,
        quantity: `the total number of ${things} in all the rings of the pattern`,
        steps: () => termSumSteps(value),
      }
    },
  ],
})

function termSumSteps(value: { first: number; gap: number; terms: number }): readonly string[] {
  const { first, gap, terms } = value
  const last = first + gap * (terms - 1)
  return [
    `The last of the ${terms} terms comes ${terms} - 1 = ${computed(`${terms}-1`, terms - 1)} steps after the first: ${first} + ${terms - 1} × ${gap} = ${computed(`${first}+${terms - 1}*${gap}`, last)}.`,
    `The sum is the number of terms times the mean of the first and the last term.`,
    `${terms} × (${first} + ${last}) ÷ 2 = ${computed(`${terms}*(${first}+${last})/2`, (terms * (first + last)) / 2)}.`,
  ]
}

export const arithmeticSeriesFamilies: readonly Family[] = [seriesSum, seatsInRows, termThenSum]
