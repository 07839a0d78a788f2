import { fractionAnswer, integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** A term far out. */
const farTerm: Family = defineFamily({
  id: 'term-of-arithmetic-sequence',
  knowledgePoints: ['arithmetic-sequence-nth-term'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    gap: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    later: { minimum: 3, maximum: 40, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ first, gap, later }) => first + gap * later <= 400 && first !== gap,
  solve: ({ first, gap, later }) => integerAnswer(first + gap * later),
  check: {
    method: 'simulation',
    accepts: ({ first, gap, later }, answer) => {
      let term = first
      for (let step = 0; step < later; step++) term += gap
      return isFraction(answer, term)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `An arithmetic sequence has first term ${text.first} and common difference ${text.gap}.`,
      ask: `Which term comes ${text.later} places after the first term?`,
      quantity: `the term that comes ${text.later} places after the first term of the arithmetic sequence`,
      steps: () => termSteps(value, 'term'),
    }),
    ({ value, text, story }) => {
      const place = story.pick(['concert arena', 'lecture hall', 'stadium stand'])
      return {
        setup: `The first row of a ${place} has ${text.first} seats. Each of the following rows has ${text.gap} more seats than the row in front of it, and there are ${text.later} rows behind the first one.`,
        ask: `How many seats does the last row have?`,
        quantity: `the number of seats in the last row of the ${place}`,
        steps: () => termSteps(value, 'row'),
      }
    },
    ({ value, text, story }) => {
      const { name, they } = story.hero
      const task = story.pick(['rope jumps', 'star jumps', 'stair steps'])
      return {
        setup: `On the first day of a training plan ${name} does ${text.first} ${task}, and on each following day ${they} does ${text.gap} more than on the day before.`,
        ask: `How many ${task} does ${name} do ${text.later} days after the first day?`,
        quantity: `the number of ${task} that ${name} does ${text.later} days after the first day of the training plan`,
        steps: () => termSteps(value, 'day'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} counts aloud, beginning with ${text.first} and going up by ${text.gap} each time.`,
        ask: `What number does ${name} say after ${text.later} increases?`,
        quantity: `the number that ${name} says after ${text.later} increases`,
        steps: () => termSteps(value, 'number'),
      }
    },
  ],
})

function termSteps(value: { first: number; gap: number; later: number }, what: string): readonly string[] {
  const { first, gap, later } = value
  return [
    `From each ${what} to the next the value grows by ${gap}, so the values form an arithmetic sequence.`,
    `After ${later} steps the increase is ${later} × ${gap} = ${computed(`${later}*${gap}`, later * gap)}.`,
    `Added to the first value, this gives ${first} + ${later * gap} = ${computed(`${first}+${later * gap}`, first + later * gap)}.`,
  ]
}

/** How many terms. */
const termCount: Family = defineFamily({
  id: 'number-of-terms',
  knowledgePoints: ['number-of-terms'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    gap: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    last: { minimum: 20, maximum: 400, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const gap = fixed.gap ?? random.integer(2, 12)
    const steps = random.integer(4, 40)
    const first = fixed.first ?? (fixed.last === undefined ? random.integer(2, 50) : fixed.last - gap * steps)
    return { gap, first, last: fixed.last ?? first + gap * steps }
  },
  possible: ({ first, gap, last }) => last > first && (last - first) % gap === 0,
  nice: ({ first, gap, last }) => (last - first) / gap >= 3 && first !== gap,
  solve: ({ first, gap, last }) => fractionAnswer(last - first + gap, gap),
  check: {
    method: 'brute force',
    accepts: ({ first, gap, last }, answer) => {
      let count = 0
      for (let term = first; term <= last; term += gap) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `How many terms does the arithmetic sequence have that begins with ${text.first}, ends with ${text.last} and has common difference ${text.gap}?`,
      quantity: `the number of terms of the arithmetic sequence that begins with ${text.first}, ends with ${text.last} and has common difference ${text.gap}`,
      steps: () => countSteps(value),
    }),
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} writes ${text.first} on a sheet of paper. Then ${they} keeps adding ${text.gap} and writes down each result, until ${they} has written ${text.last}.`,
        ask: `How many numbers are on the sheet?`,
        quantity: `the number of integers on ${name}’s sheet`,
        steps: () => countSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [event, happened] = story.pick([
        ['comet', 'seen'],
        ['festival', 'held'],
        ['census', 'taken'],
      ] as const)
      return {
        setup: `According to the chronicle of an island, a ${event} was ${happened} for the first time in the year ${text.first} and after that every ${text.gap} years, for the last time in the year ${text.last}.`,
        ask: `How many times was the ${event} ${happened} altogether?`,
        quantity: `the number of times that the ${event} was ${happened} on the island altogether`,
        steps: () => countSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `The numbers of the list $${math.first}, \\ldots, ${math.last}$ are evenly spaced, each of them $${math.gap}$ more than the one before.`,
      ask: `Find the number of entries in the list.`,
      quantity: `the number of entries in the evenly spaced list`,
      steps: () => countSteps(value),
    }),
  ],
})

function countSteps(value: { first: number; gap: number; last: number }): readonly string[] {
  const { first, gap, last } = value
  const steps = (last - first) / gap
  return [
    `Count the steps from the first number to the last, then add one for the first number itself.`,
    `The distance is ${last} - ${first} = ${computed(`${last}-${first}`, last - first)}, which is ${last - first} ÷ ${gap} = ${computed(`${last - first}/${gap}`, steps)} steps.`,
    `With the first number itself there are ${steps} + 1 = ${computed(`${steps}+1`, steps + 1)}.`,
  ]
}

/** The middle of evenly spaced numbers. */
const middleTerm: Family = defineFamily({
  id: 'middle-of-arithmetic-sequence',
  knowledgePoints: ['arithmetic-mean-of-sequence'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    high: { minimum: 5, maximum: 150, link: { kind: 'number' } },
  },
  possible: ({ low, high }) => high > low,
  nice: ({ low, high }) => (high - low) % 2 === 0 && high - low >= 6,
  solve: ({ low, high }) => fractionAnswer(low + high, 2),
  check: {
    method: 'inverse',
    // The same distance to both neighbours.
    accepts: ({ low, high }, answer) => {
      if (answer.kind !== 'rational') return false
      const { numerator, denominator } = answer.value
      return numerator - BigInt(low) * denominator === BigInt(high) * denominator - numerator
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `The numbers ${text.low}, $${x}$, ${text.high} are in this order three consecutive terms of an arithmetic sequence.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => middleSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `In an arithmetic sequence with an odd number of terms the first term is ${text.low} and the last term is ${text.high}.`,
      ask: `Which number stands in the middle of the sequence?`,
      quantity: `the middle term of the arithmetic sequence`,
      steps: () => middleSteps(value),
    }),
    ({ value, text, story }) => {
      const [stops, road] = story.pick([
        ['rest areas', 'a motorway'],
        ['stations', 'a railway line'],
        ['locks', 'a canal'],
      ] as const)
      return {
        setup: `Three consecutive ${stops} along ${road} are evenly spaced. The first of them is at kilometre ${text.low}, and the third is at kilometre ${text.high}.`,
        ask: `At which kilometre is the second of them?`,
        quantity: `the kilometre at which the second of the three ${stops} is`,
        steps: () => middleSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `Each year ${name}’s club gains the same number of members. In one year it has ${text.low} members and four years later ${text.high} members.`,
        ask: `How many members does it have two years after the first count?`,
        quantity: `the number of members of ${name}’s club two years after the first count`,
        steps: () => middleSteps(value),
      }
    },
  ],
})

function middleSteps(value: { low: number; high: number }): readonly string[] {
  const { low, high } = value
  return [
    `Among evenly spaced numbers the middle one is the mean of two that are equally far from it.`,
    `So it is (${low} + ${high}) ÷ 2 = ${computed(`(${low}+${high})/2`, (low + high) / 2)}.`,
  ]
}

export const arithmeticSequenceFamilies: readonly Family[] = [farTerm, termCount, middleTerm]
