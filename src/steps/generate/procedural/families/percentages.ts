import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollars, dollarText } from './everyday-text.ts'

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
      const [things, place] = story.pick([
        ['seats', 'theatre'],
        ['rooms', 'hotel'],
        ['pitches', 'campsite'],
      ] as const)
      return {
        setup: `Of the ${text.whole} ${things} of a ${place}, ${text.percent}% are taken tonight.`,
        ask: `How many ${things} of the ${place} are taken?`,
        quantity: `the number of ${things} of the ${place} that are taken`,
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

/** The percentage by which a count changes. */
const percentIncrease: Family = defineFamily({
  id: 'percent-increase',
  knowledgePoints: ['percent-change'],
  level: 2,
  result: { kind: 'percent' },
  givens: {
    before: { minimum: 20, maximum: 800, link: { kind: 'count' } },
    after: { minimum: 24, maximum: 1600, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const before = fixed.before ?? random.integer(4, 160) * 5
    const after = fixed.after ?? before + (before * 5 * random.integer(1, 30)) / 100
    return { before, after }
  },
  possible: ({ before, after }) => after > before,
  nice: ({ before, after }) => ((after - before) * 100) % before === 0,
  solve: ({ before, after }) => fractionAnswer((after - before) * 100, before),
  check: {
    method: 'inverse',
    accepts: ({ before, after }, answer) =>
      Math.abs(before * (1 + numericValue(answer) / 100) - after) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['museum', 'nature reserve', 'planetarium'])
      return {
        setup: `A ${place} had ${text.before} visitors in May and ${text.after} visitors in June.`,
        ask: `By what percentage did the number of visitors increase?`,
        quantity: `the percentage increase in the number of visitors of the ${place}`,
        steps: () => increaseSteps(value.before, value.after),
      }
    },
    ({ value, text, story }) => {
      const shop = story.pick(['bakery', 'workshop', 'printing house'])
      return {
        setup: `After buying a new machine, a ${shop} makes ${text.after} items a day instead of ${text.before}.`,
        ask: `What is the percentage increase in its daily output?`,
        quantity: `the percentage increase in the daily output of the ${shop}`,
        steps: () => increaseSteps(value.before, value.after),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `In one year the channel of ${name} grows from ${text.before} to ${text.after} subscribers.`,
        ask: `By how many percent does the number of subscribers grow?`,
        quantity: `the growth of the channel in percent`,
        steps: () => increaseSteps(value.before, value.after),
      }
    },
  ],
})

function increaseSteps(before: number, after: number): readonly string[] {
  const growth = after - before
  const percent = (growth * 100) / before
  return [
    `First find the change: ${after} - ${before} = <<${after}-${before}=${growth}>>${growth}.`,
    `A percentage change is always taken of the value before: ${growth}/${before} × 100 = <<${growth}/${before}*100=${percent}>>${percent}.`,
    `So the increase is ${percent}%.`,
  ]
}

/** The value before a percentage was taken away. */
const originalCount: Family = defineFamily({
  id: 'count-before-percent-decrease',
  knowledgePoints: ['reverse-percentage'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    percent: { minimum: 5, maximum: 90, step: 5 },
    left: { minimum: 6, maximum: 600, link: { kind: 'count' } },
  },
  possible: ({ percent }) => percent < 100,
  nice: ({ percent, left }) => (left * 100) % (100 - percent) === 0,
  solve: ({ percent, left }) => fractionAnswer(left * 100, 100 - percent),
  check: {
    method: 'inverse',
    accepts: ({ percent, left }, answer) =>
      Math.abs(numericValue(answer) - (numericValue(answer) * percent) / 100 - left) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const event = story.pick(['concert', 'lecture', 'open-air film'])
      return {
        setup: `During the break of a ${event}, ${text.percent}% of the audience go home, and ${text.left} people stay.`,
        ask: `How many people were there before the break?`,
        quantity: `the number of people at the ${event} before the break`,
        steps: () => originalSteps(value.percent, value.left, 'people'),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['pumpkins', 'melons', 'cabbages'])
      const { name } = story.hero
      return {
        setup: `${name} still has ${text.left} ${things} after selling ${text.percent}% of the harvest.`,
        ask: `How many ${things} did ${name} harvest?`,
        quantity: `the number of ${things} that ${name} harvested`,
        steps: () => originalSteps(value.percent, value.left, things),
      }
    },
    ({ value, text, story }) => {
      const animals = story.pick(['storks', 'seals', 'wild horses'])
      return {
        setup: `Within ten years the number of ${animals} on an island has fallen by ${text.percent}%. Today ${text.left} ${animals} live there.`,
        ask: `Find the number of ${animals} ten years ago.`,
        quantity: `the number of ${animals} on the island ten years ago`,
        steps: () => originalSteps(value.percent, value.left, animals),
      }
    },
  ],
})

function originalSteps(percent: number, left: number, things: string): readonly string[] {
  const rest = 100 - percent
  const whole = (left * 100) / rest
  return [
    `What is left is 100 - ${percent} = <<100-${percent}=${rest}>>${rest} percent of the original number, not of the number left.`,
    `One percent is ${left}/${rest}, so all 100 percent are ${left}/${rest} × 100 = <<${left}/${rest}*100=${whole}>>${whole}.`,
    `So at first there were ${whole} ${things}.`,
  ]
}

/** Up by one percentage, then down by another. */
const upThenDown: Family = defineFamily({
  id: 'up-then-down-by-percent',
  knowledgePoints: ['successive-percent-changes'],
  level: 3,
  result: dollars,
  answerStyle: 'money',
  givens: {
    price: { minimum: 20, maximum: 900, step: 10, link: dollars },
    up: { minimum: 5, maximum: 60, step: 5 },
    down: { minimum: 5, maximum: 60, step: 5 },
  },
  possible: ({ price }) => price > 0,
  nice: ({ price, up, down }) => (price * (100 + up) * (100 - down)) % 10_000 === 0 && up !== down,
  solve: ({ price, up, down }) => fractionAnswer(price * (100 + up) * (100 - down), 10_000),
  check: {
    method: 'inverse',
    accepts: ({ price, up, down }, answer) =>
      Math.abs(numericValue(answer) / (1 - down / 100) / (1 + up / 100) - price) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['bicycle', 'guitar', 'leather armchair', 'telescope'])
      return {
        setup: `A shop first raises the price of a ${thing}, ${dollarText(text.price)}, by ${text.up}%. Later it lowers the new price by ${text.down}%.`,
        ask: `What does the ${thing} cost in the end?`,
        quantity: `the final price of the ${thing} in dollars`,
        steps: () => upDownSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} buys shares for ${dollarText(text.price)}. In the first year their value grows by ${text.up}%, and in the second year it falls by ${text.down}%.`,
        ask: `How many dollars are the shares worth after these two years?`,
        quantity: `the value of the shares of ${name} in dollars after two years`,
        steps: () => upDownSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['studio', 'market stall', 'garage'])
      return {
        setup: `The monthly rent of a ${place} was ${dollarText(text.price)}. It went up by ${text.up}% and was then cut by ${text.down}% of the increased amount.`,
        ask: `Find the new monthly rent in dollars.`,
        quantity: `the new monthly rent of the ${place} in dollars`,
        steps: () => upDownSteps(value),
      }
    },
  ],
})

function upDownSteps({
  price,
  up,
  down,
}: {
  readonly price: number
  readonly up: number
  readonly down: number
}): readonly string[] {
  const middle = digits(price * (100 + up), 100)
  const end = digits(price * (100 + up) * (100 - down), 10_000)
  return [
    `The two percentages belong to different amounts, so take them one after the other.`,
    `After the rise the amount is ${price} × (1 + ${up}/100) = <<${price}*(1+${up}/100)=${middle}>>${middle} dollars.`,
    `The fall is taken of that: ${middle} × (1 - ${down}/100) = <<${middle}*(1-${down}/100)=${end}>>${end} dollars.`,
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
  nice: ({ part, whole }) => (part * 100) % whole === 0,
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
        ask: `What percent of the ${fruit} are damaged?`,
        quantity: `the percentage of the ${fruit} that are damaged`,
        steps: () => shareSteps(value.part, value.whole),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `Write the fraction $\\frac{${math.part}}{${math.whole}}$ as a percentage.`,
      quantity: `the fraction $\\frac{${math.part}}{${math.whole}}$ expressed in percent`,
      steps: () => shareSteps(value.part, value.whole),
    }),
    ({ value, text, story }) => {
      const player = story.person().name
      return {
        setup: `${player} takes ${text.whole} free throws in training, and ${text.part} of them go in.`,
        ask: `Find the success rate in percent.`,
        quantity: `the success rate of ${player} in percent`,
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

export const percentageFamilies: readonly Family[] = [
  percentOfGroup,
  percentIncrease,
  originalCount,
  upThenDown,
  shareAsPercent,
]
