import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** Percent of a quantity, forwards: a part of a group of people or things. */
const percentOfGroup: Family = defineFamily({
  id: 'percent-of-group',
  knowledgePoints: ['percent-of-a-quantity'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    percent: { minimum: 5, maximum: 95, step: 5 },
    whole: { minimum: 20, maximum: 900, step: 1, link: { kind: 'count' } },
  },
  possible: ({ percent, whole }) => (percent * whole) % 100 === 0 && percent < 100,
  solve: ({ percent, whole }) => fractionAnswer(percent * whole, 100),
  check: {
    method: 'inverse',
    // The part, out of the whole, must be that percentage again.
    accepts: ({ percent, whole }, answer) => Math.abs((numericValue(answer) / whole) * 100 - percent) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['school', 'sports club', 'language school', 'summer camp'])
      const activity = story.pick(['play chess', 'sing in the choir', 'learn to swim', 'speak two languages'])
      return {
        setup: `A ${place} has ${text.whole} members, and ${text.percent}% of them ${activity}.`,
        ask: `How many members of the ${place} ${activity}?`,
        quantity: `the number of members of the ${place} who ${activity}`,
        steps: () => steps(value.percent, value.whole, `members ${activity}`),
      }
    },
    ({ value, text, story }) => {
      const fruit = story.pick(['apples', 'pears', 'oranges', 'mangoes'])
      return {
        setup: `${story.hero.name} picks ${text.whole} ${fruit} and sells ${text.percent}% of them at the market.`,
        ask: `How many ${fruit} does ${story.hero.name} sell?`,
        quantity: `the number of ${fruit} that ${story.hero.name} sells`,
        steps: () => steps(value.percent, value.whole, `${fruit} are sold`),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['seats in a theatre', 'rooms in a hotel', 'places in a car park'])
      return {
        setup: `Of the ${text.whole} ${thing}, ${text.percent}% are taken tonight.`,
        ask: `How many of them are taken?`,
        quantity: `the number of ${thing} that are taken`,
        steps: () => steps(value.percent, value.whole, 'are taken'),
      }
    },
  ],
})

function steps(percent: number, whole: number, result: string): readonly string[] {
  const part = (percent * whole) / 100
  return [
    `${percent}% means ${percent} out of every 100, so take ${percent}/100 of ${whole}.`,
    `That is ${percent}/100 × ${whole} = <<${percent}/100*${whole}=${part}>>${part}, so ${part} ${result}.`,
  ]
}

export const percentageFamilies: readonly Family[] = [percentOfGroup]
