import { fractionAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { choose, binomialStep } from './counting-numbers.ts'
import { worked, reduced } from './worked.ts'

const chance = { minimum: 10, maximum: 90, step: 5 } as const

/** Both of two independent events, in percent. */
const bothIndependent: Family = defineFamily({
  id: 'both-independent',
  knowledgePoints: ['independent-events'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    one: { ...chance, link: { kind: 'percent' } },
    other: { ...chance, link: { kind: 'percent' } },
  },
  possible: () => true,
  nice: ({ one, other }) => (one * other) % 100 === 0 && one !== other,
  solve: ({ one, other }) => fractionAnswer(one * other, 100),
  check: {
    method: 'brute force',
    // A hundred by a hundred equally likely pairs.
    accepts: ({ one, other }, answer) => {
      let pairs = 0
      for (let a = 0; a < 100; a++) for (let b = 0; b < 100; b++) if (a < one && b < other) pairs++
      return isFraction(answer, pairs, 100)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      return {
        setup: `Independently of each other, ${name} hits a target with probability ${text.one} percent and ${friend} with probability ${text.other} percent. Each of them shoots once.`,
        ask: `What is the probability, in percent, that both hit the target?`,
        quantity: `the probability, in percent, that both ${name} and ${friend} hit the target`,
        steps: () => bothSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `Two independent events C and D have the probabilities $${math.one}\\%$ and $${math.other}\\%$.`,
      ask: `Find the probability in percent that C and D both occur.`,
      quantity: `the probability in percent that C and D both occur`,
      steps: () => bothSteps(value),
    }),
    ({ value, text, story }) => {
      const [stop, ride] = story.pick([
        ['station', 'train'],
        ['bus stop', 'bus'],
        ['harbour', 'ferry'],
      ] as const)
      return {
        setup: `A traffic light on the way to the ${stop} is green with probability ${text.one} percent, and, independently of this, the ${ride} is late with probability ${text.other} percent.`,
        ask: `What is the probability, in percent, that the light is green and the ${ride} is late?`,
        quantity: `the probability, in percent, that the light is green and the ${ride} is late`,
        steps: () => bothSteps(value),
      }
    },
  ],
})

function bothSteps(value: { one: number; other: number }): readonly string[] {
  const { one, other } = value
  return [
    `The events are independent, so the probability of both is the product of the two probabilities.`,
    `${one} percent of ${other} percent: ${one} × ${other} ÷ 100 = ${computed(`${one}*${other}/100`, (one * other) / 100)} percent.`,
  ]
}

/** At least one of two independent events, in percent. */
const atLeastOneIndependent: Family = defineFamily({
  id: 'at-least-one-independent',
  knowledgePoints: ['independent-events', 'complement-rule'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    one: { ...chance, link: { kind: 'percent' } },
    other: { ...chance, link: { kind: 'percent' } },
  },
  possible: () => true,
  nice: ({ one, other }) => (one * other) % 100 === 0 && one !== other,
  solve: ({ one, other }) => fractionAnswer(10_000 - (100 - one) * (100 - other), 100),
  check: {
    method: 'brute force',
    accepts: ({ one, other }, answer) => {
      let pairs = 0
      for (let a = 0; a < 100; a++) for (let b = 0; b < 100; b++) if (a < one || b < other) pairs++
      return isFraction(answer, pairs, 100)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const device = story.pick(['smoke detector', 'burglar alarm', 'leak sensor'])
      return {
        setup: `A house has an old and a new ${device}, which work independently. In an emergency the old one responds with probability ${text.one} percent and the new one with probability ${text.other} percent.`,
        ask: `What is the probability, in percent, that at least one of them responds?`,
        quantity: `the probability, in percent, that at least one ${device} responds`,
        steps: () => atLeastSteps(value, 'responds'),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      return {
        setup: `${name} and ${friend} work on the same puzzle without talking to each other. The probability that ${name} solves it is ${text.one} percent, and for ${friend} it is ${text.other} percent.`,
        ask: `With what probability, in percent, is the puzzle solved by at least one of them?`,
        quantity: `the probability, in percent, that ${name} or ${friend} or both solve the puzzle`,
        steps: () => atLeastSteps(value, 'solves it'),
      }
    },
    ({ value, math }) => ({
      setup: `The events E and F are independent with $P(E) = ${math.one}\\%$ and $P(F) = ${math.other}\\%$.`,
      ask: `Find the probability in percent that at least one of the two events happens.`,
      quantity: `the probability in percent that at least one of the events E and F happens`,
      steps: () => atLeastSteps(value, 'happens'),
    }),
  ],
})

function atLeastSteps(value: { one: number; other: number }, what: string): readonly string[] {
  const [a, b] = [100 - value.one, 100 - value.other]
  const none = (a * b) / 100
  return [
    `The opposite of “at least one ${what}” is “neither ${what}”.`,
    `The single opposites have probability ${worked(`100-${value.one}`, a)} percent and ${worked(`100-${value.other}`, b)} percent; by independence both occur with probability ${a} × ${b} ÷ 100 = ${computed(`${a}*${b}/100`, none)} percent.`,
    `So at least one ${what} with probability 100 - ${none} = ${computed(`100-${none}`, 100 - none)} percent.`,
  ]
}

/** All drawn ones are of one kind. */
const allOfOneKind: Family = defineFamily({
  id: 'all-drawn-of-one-kind',
  knowledgePoints: ['combinations', 'classical-probability'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    red: { minimum: 3, maximum: 12, link: { kind: 'count' } },
    blue: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    drawn: { minimum: 2, maximum: 4, link: { kind: 'count' } },
  },
  possible: ({ red, drawn }) => drawn <= red,
  nice: ({ red, blue, drawn }) => red !== blue && choose(red + blue, drawn) <= 1000,
  solve: ({ red, blue, drawn }) => fractionAnswer(choose(red, drawn), choose(red + blue, drawn)),
  check: {
    method: 'brute force',
    // Draw one after the other, in order.
    accepts: ({ red, blue, drawn }, answer) => {
      let [good, all] = [1, 1]
      for (let draw = 0; draw < drawn; draw++) {
        good *= red - draw
        all *= red + blue - draw
      }
      return isFraction(answer, good, all)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['marbles', 'beads', 'counters'])
      return {
        setup: `From a bag with ${text.red} red and ${text.blue} blue ${things}, ${text.drawn} ${things} are taken at once at random.`,
        ask: `What is the probability that all of them are red?`,
        quantity: `the probability that all the ${things} taken from the bag are red`,
        steps: () => kindSteps(value, 'red'),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['girls', 'boys'],
        ['sopranos', 'basses'],
        ['beginners', 'experts'],
      ] as const)
      return {
        setup: `A group of ${text.red} ${one} and ${text.blue} ${other} sends ${text.drawn} members, chosen by lot, to a meeting.`,
        ask: `Find the probability that only ${one} are chosen.`,
        quantity: `the probability that only ${one} are chosen for the meeting`,
        steps: () => kindSteps(value, one),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const food = story.pick(['eggs', 'peaches', 'figs'])
      return {
        setup: `Among the ${food} in a basket ${text.red} are fresh and ${text.blue} are not. ${name} picks ${text.drawn} of the ${food} without looking.`,
        ask: `How likely is it that every one of them is fresh?`,
        quantity: `the probability that every one of the ${food} that ${name} picks is fresh`,
        steps: () => kindSteps(value, 'fresh'),
      }
    },
  ],
})

function kindSteps(value: { red: number; blue: number; drawn: number }, kind: string): readonly string[] {
  const { red, blue, drawn } = value
  const all = red + blue
  return [
    `All selections of ${drawn} out of ${red} + ${blue} = ${computed(`${red}+${blue}`, all)} are equally likely: ${binomialStep(all, drawn)} of them.`,
    `All are ${kind} in ${binomialStep(red, drawn)} of these selections.`,
    `The probability is the quotient $${reduced(choose(red, drawn), choose(all, drawn))}$.`,
  ]
}

export const compoundEventFamilies: readonly Family[] = [bothIndependent, atLeastOneIndependent, allOfOneKind]
