import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** What trials suggest for more trials. */
const expectedFromTrials: Family = defineFamily({
  id: 'expected-from-trials',
  knowledgePoints: ['experimental-probability'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    hits: { minimum: 2, maximum: 60, link: { kind: 'count' } },
    trials: { minimum: 10, maximum: 120, step: 10, link: { kind: 'count' } },
    next: { minimum: 20, maximum: 600, step: 20, link: { kind: 'count' } },
  },
  possible: ({ hits, trials }) => hits < trials,
  nice: ({ hits, trials, next }) => next > trials && hits * 20 >= trials && (hits * next) % trials === 0,
  solve: ({ hits, trials, next }) => fractionAnswer(hits * next, trials),
  check: {
    method: 'inverse',
    accepts: ({ hits, trials, next }, answer) =>
      Math.abs(numericValue(answer) / next - hits / trials) < 1e-12,
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} tosses a bent coin ${text.trials} times and gets heads ${text.hits} times.`,
        ask: `Judging by this experiment, how many heads are to be expected in ${text.next} tosses?`,
        quantity: `the number of heads to be expected, judging by this experiment, in ${text.next} tosses`,
        steps: () => trialSteps(value),
      }
    },
    ({ value, text, story }) => {
      const seeds = story.pick(['sunflower seeds', 'pumpkin seeds', 'tomato seeds'])
      return {
        setup: `In a test ${text.hits} out of ${text.trials} ${seeds} sprout. A nursery sows ${text.next} such seeds in a greenhouse.`,
        ask: `On the basis of the test, how many seeds in the greenhouse can be expected to sprout?`,
        quantity: `the number of ${seeds} in the greenhouse that can be expected to sprout`,
        steps: () => trialSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `A basketball player named ${name} has made ${text.hits} of the last ${text.trials} free throws. In the next season ${name} will take ${text.next} free throws.`,
        ask: `Use the experimental probability to predict how many of these ${name} will make.`,
        quantity: `the predicted number of free throws that ${name} will make in the next season`,
        steps: () => trialSteps(value),
      }
    },
  ],
})

function trialSteps(value: { hits: number; trials: number; next: number }): readonly string[] {
  const { hits, trials, next } = value
  return [
    `The experimental probability is the share of successes, $\\frac{${hits}}{${trials}}$.`,
    `Expect the same share of the new trials: ${next} × ${hits} ÷ ${trials} = ${computed(`${next}*${hits}/${trials}`, (next * hits) / trials)}.`,
  ]
}

export const trialFamilies: readonly Family[] = [expectedFromTrials]
