import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollarText, dollars, inDollars } from './everyday-text.ts'

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
        setup: `In one year ${name}'s channel grows from ${text.before} to ${text.after} subscribers.`,
        ask: `By what percentage does the number of subscribers grow?`,
        quantity: `the growth in percent of ${name}'s channel`,
        steps: () => increaseSteps(value.before, value.after),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['reserve', 'lake district', 'coastal park'])
      return {
        setup: `Rangers in a ${place} counted ${text.before} nests last year. This year they have counted ${text.after}.`,
        ask: `Find the increase in the number of nests as a percentage of last year's number.`,
        quantity: `the percentage increase in the number of nests in the ${place}`,
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

/** The percentage by which an amount of money falls. */
const percentDecrease: Family = defineFamily({
  id: 'percent-decrease-of-amount',
  knowledgePoints: ['percent-change'],
  level: 2,
  result: { kind: 'percent' },
  givens: {
    before: { minimum: 20, maximum: 600, link: dollars },
    after: { minimum: 12, maximum: 570, link: dollars },
  },
  sample: (random, fixed) => {
    const left = 100 - 5 * random.integer(1, 10)
    const before =
      fixed.before ?? (fixed.after === undefined ? 20 * random.integer(1, 30) : (fixed.after * 100) / left)
    const after = fixed.after ?? (before * left) / 100
    return Number.isInteger(before) && Number.isInteger(after) ? { before, after } : undefined
  },
  possible: ({ before, after }) => after < before,
  nice: ({ before, after }) => ((before - after) * 100) % before === 0 && 2 * after >= before,
  solve: ({ before, after }) => fractionAnswer((before - after) * 100, before),
  check: {
    method: 'inverse',
    accepts: ({ before, after }, answer) =>
      Math.abs(before * (1 - numericValue(answer) / 100) - after) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const bill = story.pick(['heating', 'electricity', 'gas'])
      return {
        setup: `In March ${story.hero.name}'s ${bill} bill was ${dollarText(text.before)}. In April it was only ${dollarText(text.after)}.`,
        ask: `By what percentage did the bill fall?`,
        quantity: `the percentage by which ${story.hero.name}'s ${bill} bill fell`,
        steps: () => decreaseSteps(value.before, value.after),
      }
    },
    ({ value, text, story }) => {
      const stall = story.pick(['food stall', 'bookstall', 'flower stall'])
      return {
        setup: `A ${stall} takes in ${dollarText(text.before)} on Saturday and ${dollarText(text.after)} on Sunday.`,
        ask: `What is the percentage decrease from Saturday to Sunday?`,
        quantity: `the percentage decrease in what the ${stall} takes in`,
        steps: () => decreaseSteps(value.before, value.after),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const thing = story.pick(['bicycle', 'guitar', 'desk'])
      return {
        setup: `${name} offers a used ${thing} for ${dollarText(text.before)} and, after some bargaining, sells it for ${dollarText(text.after)}.`,
        ask: `By how many percent has the price been reduced?`,
        quantity: `the percentage by which the price of ${name}'s ${thing} has been reduced`,
        steps: () => decreaseSteps(value.before, value.after),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['summer party', 'quiz night', 'winter concert'])
      return {
        setup: `This year a club spends ${dollarText(text.after)} on its ${event}. Last year it spent ${dollarText(text.before)}.`,
        ask: `Find the decrease as a percentage of last year's amount.`,
        quantity: `the percentage decrease in what the club spends on its ${event}`,
        steps: () => decreaseSteps(value.before, value.after),
      }
    },
  ],
})

function decreaseSteps(before: number, after: number): readonly string[] {
  const fall = before - after
  const percent = digits(fall * 100, before)
  return [
    `First find the change: ${before} - ${after} = <<${before}-${after}=${fall}>>${inDollars(fall)}.`,
    `A percentage change is always taken of the amount before: ${fall}/${before} × 100 = <<${fall}/${before}*100=${percent}>>${percent}.`,
    `So the amount falls by ${percent}%.`,
  ]
}

/** The value before a percentage was taken away. */
const originalCount: Family = defineFamily({
  id: 'count-before-percent-decrease',
  knowledgePoints: ['reverse-percentage'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    percent: { minimum: 5, maximum: 90, step: 5, link: { kind: 'percent' } },
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
      const event = story.pick(['concert', 'lecture', 'puppet play'])
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
        setup: `After selling ${text.percent}% of the harvest, ${name} still has ${text.left} ${things}.`,
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
    price: { minimum: 80, maximum: 900, step: 10, link: dollars },
    up: { minimum: 5, maximum: 40, step: 5, link: { kind: 'percent' } },
    down: { minimum: 5, maximum: 40, step: 5, link: { kind: 'percent' } },
  },
  possible: ({ price, down }) => price > 0 && down < 100,
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
        setup: `A ${thing} costs ${dollarText(text.price)}. The shop first raises this price by ${text.up}% and later lowers the new price by ${text.down}%.`,
        ask: `What does the ${thing} cost in the end?`,
        quantity: `the final price of the ${thing} in dollars`,
        steps: () => upDownSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} buys shares for ${dollarText(text.price)}. In the first year their value grows by ${text.up}%, and in the second year it falls by ${text.down}%.`,
        ask: `How much are the shares worth in dollars after these two years?`,
        quantity: `the value in dollars of ${name}'s shares after two years`,
        steps: () => upDownSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['studio', 'market stall', 'garage'])
      return {
        setup: `The monthly rent of a ${place} was ${dollarText(text.price)}. It was raised by ${text.up}%, and later the raised rent was cut by ${text.down}%.`,
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
    `After the rise the amount is ${price} × (1 + ${up}/100) = <<${price}*(1+${up}/100)=${middle}>>${inDollars(middle)}.`,
    `The fall is taken of that: ${middle} × (1 - ${down}/100) = <<${middle}*(1-${down}/100)=${end}>>${inDollars(end)}.`,
  ]
}

export const percentChangeFamilies: readonly Family[] = [
  percentIncrease,
  percentDecrease,
  originalCount,
  upThenDown,
]
