import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** Percent of a quantity, forwards: a part of a group of people or things. */
const percentOfGroup: Family = defineFamily({
  id: 'percent-of-group',
  knowledgePoints: ['percent-of-a-quantity'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    percent: { minimum: 5, maximum: 95, step: 5, link: { kind: 'percent' } },
    whole: { minimum: 20, maximum: 900, step: 1, link: { kind: 'count' } },
  },
  possible: ({ percent, whole }) => percent < 100 && whole >= 2,
  nice: ({ percent, whole }) => (percent * whole) % 100 === 0,
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
      const [things, place] = story.pick([
        ['seats', 'theatre'],
        ['rooms', 'hotel'],
        ['pitches', 'campsite'],
      ] as const)
      return {
        setup: `Of the ${text.whole} ${things} of a ${place}, ${text.percent}% are taken tonight.`,
        ask: `How many ${things} are taken tonight?`,
        quantity: `the number of ${things} of the ${place} that are taken tonight`,
        steps: () => steps(value.percent, value.whole, `${things} are taken`),
      }
    },
    ({ value, text, story }) => {
      const plan = story.pick(['a new playground', 'a later start of lessons', 'a longer lunch break'])
      return {
        setup: `At a school meeting ${text.whole} votes are cast on ${plan}, and ${text.percent}% of the votes are in favour.`,
        ask: `Find the number of votes in favour.`,
        quantity: `the number of votes in favour of ${plan}`,
        steps: () => steps(value.percent, value.whole, 'votes are in favour'),
      }
    },
  ],
})

function steps(percent: number, whole: number, result: string): readonly string[] {
  const part = digits(percent * whole, 100)
  return [
    `${percent}% means ${percent} out of every 100, so take ${percent}/100 of ${whole}.`,
    `That is ${percent}/100 × ${whole} = <<${percent}/100*${whole}=${part}>>${part}, so ${part} ${result}.`,
  ]
}

/** A score as a percentage. */
const shareAsPercent: Family = defineFamily({
  id: 'share-as-percent',
  knowledgePoints: ['fraction-percent-conversion'],
  level: 1,
  result: { kind: 'percent' },
  givens: {
    part: { minimum: 2, maximum: 190, link: { kind: 'count' } },
    whole: { minimum: 4, maximum: 200, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const whole =
      fixed.whole ?? random.pick([8, 15, 16, 20, 24, 25, 30, 35, 40, 45, 50, 60, 64, 75, 80, 120, 125, 160])
    const part = fixed.part ?? random.integer(2, whole - 1)
    return { part, whole }
  },
  possible: ({ part, whole }) => part < whole,
  nice: ({ part, whole }) => (part * 100) % whole === 0 && 10 * part >= whole,
  solve: ({ part, whole }) => fractionAnswer(part * 100, whole),
  check: {
    method: 'inverse',
    accepts: ({ part, whole }, answer) => Math.abs((numericValue(answer) * whole) / 100 - part) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const test = story.pick(['geography quiz', 'driving test', 'spelling contest'])
      const { name } = story.hero
      return {
        setup: `In a ${test} with ${text.whole} questions, ${name} answers ${text.part} correctly.`,
        ask: `What percentage of the questions does ${name} answer correctly?`,
        quantity: `the percentage of the questions that ${name} answers correctly`,
        steps: () => shareSteps(value.part, value.whole),
      }
    },
    ({ value, text, story }) => {
      const fruit = story.pick(['lemon trees', 'olive trees', 'fig trees'])
      return {
        setup: `A storm damages ${text.part} of the ${text.whole} ${fruit} on a hill.`,
        ask: `What percentage of the ${fruit} is damaged?`,
        quantity: `the percentage of the ${fruit} that is damaged`,
        steps: () => shareSteps(value.part, value.whole),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `Write the fraction $\\frac{${math.part}}{${math.whole}}$ as a percentage.`,
      quantity: `the fraction $\\frac{${math.part}}{${math.whole}}$ as a percentage`,
      steps: () => shareSteps(value.part, value.whole),
    }),
    ({ value, text, story }) => {
      const player = story.person().name
      return {
        setup: `${player} takes ${text.whole} free throws in training, and ${text.part} of them go in.`,
        ask: `Find ${player}'s success rate as a percentage.`,
        quantity: `${player}'s success rate as a percentage`,
        steps: () => shareSteps(value.part, value.whole),
      }
    },
  ],
})

function shareSteps(part: number, whole: number): readonly string[] {
  const percent = digits(part * 100, whole)
  return [
    `A percentage is a number of hundredths, so multiply the fraction $\\frac{${part}}{${whole}}$ by 100.`,
    `${part}/${whole} × 100 = <<${part}/${whole}*100=${percent}>>${percent}, so it is ${percent}%.`,
  ]
}

export const percentageFamilies: readonly Family[] = [percentOfGroup, shareAsPercent]
