import { fractionAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked, reduced } from './worked.ts'

/** Two draws without putting back. */
const firstThenSecond: Family = defineFamily({
  id: 'first-one-kind-then-the-other',
  knowledgePoints: ['dependent-events'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 20, link: { kind: 'count' } },
    second: { minimum: 2, maximum: 20, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ first, second }) => first !== second && first + second <= 30,
  solve: ({ first, second }) => fractionAnswer(first * second, (first + second) * (first + second - 1)),
  check: {
    method: 'brute force',
    accepts: ({ first, second }, answer) => {
      const size = first + second
      let [good, all] = [0, 0]
      for (let a = 0; a < size; a++)
        for (let b = 0; b < size; b++)
          if (a !== b) {
            all++
            if (a < first && b >= first) good++
          }
      return isFraction(answer, good, all)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['handkerchiefs', 'socks', 'scarves'])
      return {
        setup: `A drawer holds ${text.first} black and ${text.second} white ${things}. In the dark, two of the ${things} are pulled out one after the other without being put back.`,
        ask: `What is the probability that the first one is black and the second one is white?`,
        quantity: `the probability that the first of the ${things} is black and the second one is white`,
        steps: () => drawSteps(value, 'black', 'white'),
      }
    },
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `In ${name}’s lunch box there are ${text.second} pieces of mango and ${text.first} pieces of melon. Without looking ${they} eats one piece and then another one.`,
        ask: `How likely is it that melon comes first and mango second?`,
        quantity: `the probability that ${name} eats melon first and mango second`,
        steps: () => drawSteps(value, 'melon', 'mango'),
      }
    },
    ({ value, text, story }) => {
      const show = story.pick(['talent show', 'reading contest', 'science slam'])
      return {
        setup: `The order in which ${text.first} juniors and ${text.second} seniors appear in a ${show} is drawn by lot.`,
        ask: `Find the probability that a junior opens the show and is followed by a senior.`,
        quantity: `the probability that a junior opens the ${show} and is followed by a senior`,
        steps: () => drawSteps(value, 'a junior', 'a senior'),
      }
    },
  ],
})

function drawSteps(value: { first: number; second: number }, one: string, other: string): readonly string[] {
  const { first, second } = value
  const all = first + second
  return [
    `The first is ${one} with probability $\\frac{${first}}{${all}}$, where ${first} + ${second} = ${computed(`${first}+${second}`, all)}.`,
    `Then only ${worked(`${all}-1`, all - 1)} are left, ${second} of which give ${other}: $\\frac{${second}}{${all - 1}}$. The second draw depends on the first.`,
    `Multiplying along the branch gives $\\frac{${first}}{${all}} \\cdot \\frac{${second}}{${all - 1}} = ${reduced(first * second, all * (all - 1))}$.`,
  ]
}

/** Conditional probability in percent. */
const givenThat: Family = defineFamily({
  id: 'probability-given-that',
  knowledgePoints: ['conditional-probability-formula'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    both: { minimum: 4, maximum: 60, link: { kind: 'percent' } },
    condition: { minimum: 10, maximum: 90, link: { kind: 'percent' } },
  },
  possible: ({ both, condition }) => both < condition,
  nice: ({ both, condition }) => (both * 100) % condition === 0 && both * 10 > condition,
  solve: ({ both, condition }) => fractionAnswer(both * 100, condition),
  check: {
    method: 'inverse',
    accepts: ({ both, condition }, answer) =>
      Math.abs((numericValue(answer) * condition) / 100 - both) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const [trait, act] = story.pick([
        ['lives in the old town', 'walks to school'],
        ['plays in the band', 'sings in the choir'],
        ['owns a bicycle', 'belongs to a sports club'],
      ] as const)
      return {
        setup: `A student is picked at random. With probability ${text.condition} percent the student ${trait}, and with probability ${text.both} percent the student ${trait} and also ${act}.`,
        ask: `Given that the student ${trait}, what is the probability in percent that this student ${act}?`,
        quantity: `the conditional probability, in percent, that a student who ${trait} also ${act}`,
        steps: () => givenSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `Let M and N be events with $P(N) = ${math.condition}\\%$ and $P(M \\cap N) = ${math.both}\\%$.`,
      ask: `Find $P(M \\mid N)$ in percent.`,
      quantity: `the conditional probability $P(M \\mid N)$ in percent`,
      steps: () => givenSteps(value),
    }),
    ({ value, text, story }) => {
      const place = story.pick(['harbour', 'mountain village', 'valley'])
      return {
        setup: `In a ${place} it is cloudy on ${text.condition} percent of all days. On ${text.both} percent of all days it is cloudy and it rains.`,
        ask: `If a day is cloudy, with what probability in percent does it rain on that day?`,
        quantity: `the probability, in percent, of rain on a day that is cloudy in the ${place}`,
        steps: () => givenSteps(value),
      }
    },
  ],
})

function givenSteps(value: { both: number; condition: number }): readonly string[] {
  const { both, condition } = value
  return [
    `A conditional probability is the probability of both divided by the probability of the condition.`,
    `So it is ${both} ÷ ${condition} × 100 = ${computed(`${both}/${condition}*100`, (both * 100) / condition)} percent.`,
  ]
}

export const conditionalEventFamilies: readonly Family[] = [firstThenSecond, givenThat]
