import { integerAnswer, integerValue, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'
import { worked } from './worked.ts'

/** How many of a kind, from a probability. */
const countFromProbability: Family = defineFamily({
  id: 'count-from-probability',
  knowledgePoints: ['classical-probability'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    others: { minimum: 2, maximum: 90, link: { kind: 'count' } },
    top: { minimum: 1, maximum: 9 },
    bottom: { minimum: 3, maximum: 12 },
  },
  possible: ({ others, top, bottom }) => top < bottom && (others * top) % (bottom - top) === 0,
  nice: ({ top, bottom }) => greatestCommonDivisor(top, bottom) === 1,
  solve: ({ others, top, bottom }) => integerAnswer((others * top) / (bottom - top)),
  check: {
    method: 'inverse',
    accepts: ({ others, top, bottom }, answer) => {
      const count = numericValue(answer)
      return count > 0 && Math.abs(count / (count + others) - top / bottom) < 1e-9
    },
  },
  wordings: [
    ({ value, text, math, story }) => {
      const things = story.pick(['marbles', 'counters', 'balls'])
      return {
        setup: `A bag contains red ${things} and ${text.others} blue ${things}. One of the ${things} is drawn at random, and the probability that it is red is $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many red ${things} are in the bag?`,
        quantity: `the number of red ${things} in the bag`,
        steps: () => probabilitySteps(value, 'red', 'blue'),
      }
    },
    ({ value, text, math, story }) => {
      const event = story.pick(['village raffle', 'school lottery', 'charity draw'])
      return {
        setup: `In a ${event} the first ticket drawn wins a prize with probability $\\frac{${math.top}}{${math.bottom}}$, and exactly ${text.others} of the tickets are blanks.`,
        ask: `How many winning tickets are there?`,
        quantity: `the number of winning tickets in the ${event}`,
        steps: () => probabilitySteps(value, 'winning', 'blank'),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} picks one song at random from a playlist of folk songs and ${text.others} other songs. The probability that it is a folk song is $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `Find the number of folk songs on the playlist.`,
        quantity: `the number of folk songs on ${name}’s playlist`,
        steps: () => probabilitySteps(value, 'folk', 'other'),
      }
    },
  ],
})

function probabilitySteps(
  value: { others: number; top: number; bottom: number },
  wanted: string,
  other: string,
): readonly string[] {
  const { others, top, bottom } = value
  const rest = bottom - top
  const part = others / rest
  const parts = rest === 1 ? 'one part' : `${rest} parts`
  return [
    `Each one is equally likely to be taken, so of every ${bottom} equal parts ${top} are ${wanted} and ${bottom} - ${top} = ${computed(`${bottom}-${top}`, rest)} are ${other}.`,
    Number.isInteger(part)
      ? `The ${others} ${other} ones make up ${parts}, so one part is ${worked(`${others}/${rest}`, part)} and the ${wanted} ones are ${top} × ${part} = ${computed(`${top}*${part}`, top * part)}.`
      : `The ${others} ${other} ones make up ${parts}, so the ${wanted} ones are ${others} × ${top} ÷ ${rest} = ${computed(`${others}*${top}/${rest}`, (others * top) / rest)}.`,
  ]
}

/** Winning tickets from the probability of losing. */
const winnersFromLosing: Family = defineFamily({
  id: 'winners-from-chance-of-losing',
  knowledgePoints: ['classical-probability', 'complement-rule'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    all: { minimum: 6, maximum: 240, link: { kind: 'count' } },
    top: { minimum: 1, maximum: 11 },
    bottom: { minimum: 3, maximum: 12 },
  },
  possible: ({ all, top, bottom }) => top < bottom && (all * top) % bottom === 0,
  nice: ({ top, bottom }) => greatestCommonDivisor(top, bottom) === 1,
  solve: ({ all, top, bottom }) => integerAnswer((all * (bottom - top)) / bottom),
  check: {
    method: 'inverse',
    accepts: ({ all, top, bottom }, answer) =>
      Math.abs((all - numericValue(answer)) / all - top / bottom) < 1e-9,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const event = story.pick(['spring fair', 'harbour festival', 'school bazaar'])
      return {
        setup: `At a ${event}, ${text.all} tickets lie in a drum. The probability that a ticket drawn at random does not win is $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many of the tickets win?`,
        quantity: `the number of winning tickets at the ${event}`,
        steps: () => losingSteps(value, 'win'),
      }
    },
    ({ value, text, math, story }) => {
      const fruit = story.pick(['pears', 'avocados', 'plums'])
      return {
        setup: `A crate holds ${text.all} ${fruit}, and one taken at random is not yet ripe with probability $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many ripe ${fruit} are in the crate?`,
        quantity: `the number of ripe ${fruit} in the crate`,
        steps: () => losingSteps(value, 'are ripe'),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} opens a book of ${text.all} pages at a random page. With probability $\\frac{${math.top}}{${math.bottom}}$ there is no picture on that page.`,
        ask: `Find the number of pages that have a picture.`,
        quantity: `the number of pages of the book that have a picture`,
        steps: () => losingSteps(value, 'have a picture'),
      }
    },
  ],
})

function losingSteps(value: { all: number; top: number; bottom: number }, what: string): readonly string[] {
  const { all, top, bottom } = value
  const rest = bottom - top
  return [
    `By the complement rule the opposite has the probability $1 - \\frac{${top}}{${bottom}} = \\frac{${rest}}{${bottom}}$.`,
    `Each of the ${all} is equally likely, so ${all} × ${rest} ÷ ${bottom} = ${computed(`${all}*${rest}/${bottom}`, (all * rest) / bottom)} of them ${what}.`,
  ]
}

/** The chance of what remains, in percent. */
const remainingChance: Family = defineFamily({
  id: 'remaining-chance',
  knowledgePoints: ['complement-rule'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    one: { minimum: 5, maximum: 80, link: { kind: 'percent' } },
    other: { minimum: 5, maximum: 80, link: { kind: 'percent' } },
  },
  possible: ({ one, other }) => one + other < 100,
  nice: ({ one, other }) => one !== other && one + other <= 95,
  solve: ({ one, other }) => integerAnswer(100 - one - other),
  check: {
    method: 'brute force',
    // A hundred equally likely cases, marked off one by one for the two events; the unmarked ones are left.
    accepts: ({ one, other }, answer) => {
      const marked = Array.from({ length: 100 }, () => false)
      for (const share of [one, other]) {
        for (let hit = 0; hit < share; hit++) {
          const free = marked.indexOf(false)
          if (free === -1) return false
          marked[free] = true
        }
      }
      return integerValue(answer) === marked.filter((taken) => !taken).length
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const sport = story.pick(['handball', 'football', 'hockey'])
      return {
        setup: `A ${sport} match can be won, drawn or lost. For the home side the probability of a win is ${text.one} percent and the probability of a draw ${text.other} percent.`,
        ask: `What is the probability, in percent, that the home side loses?`,
        quantity: `the probability, in percent, that the home side loses`,
        steps: () => remainingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} comes to work by bus with a probability of ${text.one} percent and on foot with a probability of ${text.other} percent. Otherwise ${name} rides a bicycle.`,
        ask: `With what probability, in percent, does ${name} ride a bicycle?`,
        quantity: `the probability, in percent, that ${name} rides a bicycle`,
        steps: () => remainingSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `The events U and V exclude each other, and their probabilities are $${math.one}\\%$ and $${math.other}\\%$.`,
      ask: `What is the probability, in percent, that neither of them happens?`,
      quantity: `the probability, in percent, that neither U nor V happens`,
      steps: () => remainingSteps(value),
    }),
  ],
})

function remainingSteps(value: { one: number; other: number }): readonly string[] {
  const { one, other } = value
  return [
    `Exactly one of the cases happens, so together the probabilities are 100 percent.`,
    `The two named cases have ${one} + ${other} = ${computed(`${one}+${other}`, one + other)} percent.`,
    `The complement has 100 - ${one + other} = ${computed(`100-${one + other}`, 100 - one - other)} percent.`,
  ]
}

/** One or the other, in percent. */
const oneOrTheOther: Family = defineFamily({
  id: 'one-or-the-other',
  knowledgePoints: ['addition-rule'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    one: { minimum: 10, maximum: 80, link: { kind: 'percent' } },
    other: { minimum: 10, maximum: 80, link: { kind: 'percent' } },
    both: { minimum: 3, maximum: 60, link: { kind: 'percent' } },
  },
  possible: ({ one, other, both }) => both < one && both < other && one + other - both < 100,
  nice: ({ one, other }) => one !== other,
  solve: ({ one, other, both }) => integerAnswer(one + other - both),
  check: {
    method: 'simulation',
    // A hundred equally likely cases with the overlap laid out.
    accepts: ({ one, other, both }, answer) => {
      let hits = 0
      for (let person = 0; person < 100; person++)
        if (person < one || (person >= one - both && person < one - both + other)) hits++
      return isFraction(answer, hits)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [first, second] = story.pick([
        ['a cat', 'a dog'],
        ['a bicycle', 'a scooter'],
        ['a guitar', 'a piano'],
      ] as const)
      return {
        setup: `A household of a town is chosen at random. The probability that it has ${first} is ${text.one} percent, the probability that it has ${second} is ${text.other} percent, and the probability that it has both is ${text.both} percent.`,
        ask: `What is the probability, in percent, that it has ${first} or ${second} (or both)?`,
        quantity: `the probability, in percent, that the household has ${first} or ${second} (or both)`,
        steps: () => orSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `For two events A and B, $P(A) = ${math.one}\\%$, $P(B) = ${math.other}\\%$ and $P(A \\cap B) = ${math.both}\\%$.`,
      ask: `Find $P(A \\cup B)$ in percent.`,
      quantity: `the probability $P(A \\cup B)$ in percent`,
      steps: () => orSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `Tomorrow it will rain with probability ${text.one} percent and be windy with probability ${text.other} percent; with probability ${text.both} percent it will be both rainy and windy. ${name} stays at home if there is rain or wind (or both).`,
        ask: `With what probability, in percent, does ${name} stay at home?`,
        quantity: `the probability, in percent, that ${name} stays at home`,
        steps: () => orSteps(value),
      }
    },
  ],
})

function orSteps(value: { one: number; other: number; both: number }): readonly string[] {
  const { one, other, both } = value
  return [
    `By the addition rule the overlap, which is contained in both probabilities, must be subtracted once.`,
    `So it is ${one} + ${other} - ${both} = ${computed(`${one}+${other}-${both}`, one + other - both)} percent.`,
  ]
}

export const probabilityFamilies: readonly Family[] = [
  countFromProbability,
  winnersFromLosing,
  remainingChance,
  oneOrTheOther,
]
