import { fractionAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { amountText, centsText, digits, dollars, dollarText } from './everyday-text.ts'

/** The price of one item from the price of many. */
const pricePerItem: Family = defineFamily({
  id: 'price-per-item',
  knowledgePoints: ['unit-price'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    count: { minimum: 3, maximum: 48, link: { kind: 'count' } },
    total: { minimum: 6, maximum: 400, link: dollars },
  },
  sample: (random, fixed) => {
    const count = fixed.count ?? random.integer(3, 48)
    return { count, total: fixed.total ?? Math.round((count * random.integer(8, 48)) / 4) }
  },
  possible: ({ count }) => count >= 2,
  nice: ({ count, total }) => (total * 100) % (count * 25) === 0 && total >= 2 * count && total <= 12 * count,
  solve: ({ count, total }) => fractionAnswer(total, count),
  check: {
    method: 'inverse',
    accepts: ({ count, total }, answer) => Math.abs(numericValue(answer) * count - total) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['notebooks', 'light bulbs', 'baskets of berries'])
      return {
        setup: `${story.hero.name} pays ${dollarText(text.total)} for ${text.count} ${things} that all cost the same.`,
        ask: `How much does one of them cost?`,
        quantity: `the price in dollars of one of the ${things} that ${story.hero.name} buys`,
        steps: () => unitSteps(value, 'one of them costs'),
      }
    },
    ({ value, text, story }) => {
      const group = story.pick(['hiking club', 'book circle', 'history class'])
      return {
        setup: `A ${group} buys ${text.count} identical museum tickets, and the bill comes to ${dollarText(text.total)}.`,
        ask: `How much does each ticket cost?`,
        quantity: `the price in dollars of each museum ticket that the ${group} buys`,
        steps: () => unitSteps(value, 'each ticket costs'),
      }
    },
    ({ value, text, story }) => {
      const food = story.pick(['cherries', 'mushrooms', 'cheese'])
      return {
        setup: `A restaurant buys ${text.count} kg of ${food} from a farm for ${dollarText(text.total)}.`,
        ask: `Find the price per kilogram in dollars.`,
        quantity: `the price in dollars of one kilogram of the ${food}`,
        steps: () => unitSteps(value, 'one kilogram costs'),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const thing = story.pick(['barbecue hut', 'coach', 'sports hall'])
      return {
        setup: `Hiring a ${thing} for an afternoon costs ${dollarText(text.total)}. The cost is shared equally by ${friend}'s group of ${text.count} people.`,
        ask: `How much does each person pay?`,
        quantity: `the amount in dollars that each person in ${friend}'s group pays`,
        steps: () => unitSteps(value, 'each person pays'),
      }
    },
  ],
})

function unitSteps(
  { count, total }: { readonly count: number; readonly total: number },
  result: string,
): readonly string[] {
  const price = digits(total, count)
  return [
    `The total is the same amount ${count} times, so divide it by ${count}.`,
    `\\$${total} ÷ ${count} = \\$<<${total}/${count}=${price}>>${amountText(Math.round((100 * total) / count))}, so ${result} ${centsText(Math.round((100 * total) / count))}.`,
  ]
}

/** Several items at two prices. */
const billForTwo: Family = defineFamily({
  id: 'bill-for-two-items',
  knowledgePoints: ['total-cost'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    firstCount: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    firstPrice: { minimum: 200, maximum: 600, step: 25, style: 'cents' },
    secondCount: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    secondPrice: { minimum: 350, maximum: 900, step: 50, style: 'cents' },
  },
  possible: () => true,
  nice: ({ firstCount, firstPrice, secondCount, secondPrice }) =>
    firstPrice < secondPrice &&
    // Also the tickets of a school: more children than adults.
    firstCount > secondCount &&
    (firstCount * firstPrice + secondCount * secondPrice) % 100 === 0,
  solve: ({ firstCount, firstPrice, secondCount, secondPrice }) =>
    fractionAnswer(firstCount * firstPrice + secondCount * secondPrice, 100),
  check: {
    method: 'simulation',
    // Put every item on the counter.
    accepts: ({ firstCount, firstPrice, secondCount, secondPrice }, answer) => {
      let cents = 0
      for (let item = 0; item < firstCount; item++) cents += firstPrice
      for (let item = 0; item < secondCount; item++) cents += secondPrice
      return isFraction(answer, cents, 100)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['sandwiches', 'salads'],
        ['tacos', 'bowls of soup'],
        ['crêpes', 'smoothies'],
      ] as const)
      return {
        setup: `At a street stall ${one} cost ${text.firstPrice} each and ${other} ${text.secondPrice} each. ${story.hero.name} orders ${text.firstCount} ${one} and ${text.secondCount} ${other} for a party.`,
        ask: `How much does the order cost in total?`,
        quantity: `the total cost in dollars of ${story.hero.name}'s order`,
        steps: () => billSteps(value, one, other),
      }
    },
    ({ value, text, story }) => {
      const show = story.pick(['puppet theatre', 'circus', 'magic show'])
      return {
        setup: `A school buys tickets for a ${show}: ${text.firstCount} child tickets at ${text.firstPrice} each and ${text.secondCount} adult tickets at ${text.secondPrice} each.`,
        ask: `What is the total price of the tickets?`,
        quantity: `the total price of the ${show} tickets in dollars`,
        steps: () => billSteps(value, 'child tickets', 'adult tickets'),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['pen', 'folder'],
        ['brush', 'sketchbook'],
        ['seedling', 'flower pot'],
      ] as const)
      const { name } = story.person()
      return {
        setup: `A ${one} costs ${text.firstPrice} and a ${other} ${text.secondPrice}. ${name} needs ${text.firstCount} ${plural(one)} and ${text.secondCount} ${plural(other)}.`,
        ask: `Find the amount that ${name} pays for everything.`,
        quantity: `the amount in dollars that ${name} pays for everything`,
        steps: () => billSteps(value, plural(one), plural(other)),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const season = story.pick(['one month', 'the holidays', 'the first weeks of term'])
      return {
        setup: `In ${season} ${name} takes the bus ${text.firstCount} times and the ferry ${text.secondCount} times. A bus ticket costs ${text.firstPrice}, and a ferry ticket costs ${text.secondPrice}.`,
        ask: `How much does ${name} spend on these journeys altogether?`,
        quantity: `the amount in dollars that ${name} spends on the bus and the ferry`,
        steps: () => billSteps(value, 'bus tickets', 'ferry tickets'),
      }
    },
  ],
})

function plural(noun: string): string {
  return noun.endsWith('sh') ? `${noun}es` : `${noun}s`
}

interface TwoItems {
  readonly firstCount: number
  readonly firstPrice: number
  readonly secondCount: number
  readonly secondPrice: number
}

function billSteps(
  { firstCount, firstPrice, secondCount, secondPrice }: TwoItems,
  one: string,
  other: string,
): readonly string[] {
  const first = digits(firstCount * firstPrice, 100)
  const second = digits(secondCount * secondPrice, 100)
  const all = digits(firstCount * firstPrice + secondCount * secondPrice, 100)
  return [
    `Find the cost of each kind first. The ${one} cost ${firstCount} × ${centsText(firstPrice)} = \\$<<${firstCount}*${digits(firstPrice, 100)}=${first}>>${amountText(firstCount * firstPrice)}.`,
    `The ${other} cost ${secondCount} × ${centsText(secondPrice)} = \\$<<${secondCount}*${digits(secondPrice, 100)}=${second}>>${amountText(secondCount * secondPrice)}.`,
    `Together: ${centsText(firstCount * firstPrice)} + ${centsText(secondCount * secondPrice)} = \\$<<${first}+${second}=${all}>>${amountText(firstCount * firstPrice + secondCount * secondPrice)}.`,
  ]
}

/** Change from a note. */
const changeFromNotes: Family = defineFamily({
  id: 'change-from-notes',
  knowledgePoints: ['making-change'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    notes: { minimum: 2, maximum: 5, link: { kind: 'count' } },
    first: { minimum: 600, maximum: 11000, step: 5, style: 'cents' },
    second: { minimum: 600, maximum: 11000, step: 5, style: 'cents' },
  },
  sample: (random, fixed) => {
    const notes = fixed.notes ?? random.integer(2, 5)
    // The bill is a whole number of half dollars, and one note fewer would not pay it.
    const sum = 50 * random.integer(40 * (notes - 1) + 1, 40 * notes - 1)
    const first = 5 * random.integer(120, Math.max(120, Math.floor(sum / 5) - 120))
    return { notes, first, second: sum - first }
  },
  possible: ({ notes, first, second }) => first + second < 2000 * notes,
  nice: ({ notes, first, second }) =>
    first !== second &&
    (first + second) % 50 === 0 &&
    first % 50 !== 0 &&
    first + second > 2000 * (notes - 1),
  solve: ({ notes, first, second }) => fractionAnswer(2000 * notes - first - second, 100),
  check: {
    method: 'simulation',
    // Lay the notes down one by one, then take away the two prices in whole dollars and in cents.
    accepts: ({ notes, first, second }, answer) => {
      let [dollars, cents] = [0, 0]
      for (let note = 0; note < notes; note++) dollars += 20
      for (const price of [first, second]) {
        cents -= price % 100
        dollars -= Math.trunc(price / 100)
      }
      return Math.abs(dollars + cents / 100 - numericValue(answer)) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['scarf', 'belt'],
        ['kettle', 'teapot'],
        ['cap', 'rucksack'],
      ] as const)
      return {
        setup: `${story.hero.name} buys a ${one} for ${text.first} and a ${other} for ${text.second} and hands over ${text.notes} twenty-dollar notes.`,
        ask: `How much change does ${story.hero.name} get back?`,
        quantity: `the change in dollars that ${story.hero.name} gets back`,
        steps: () => changeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const shop = story.pick(['toy shop', 'bookshop', 'sports shop'])
      return {
        setup: `In a ${shop} a customer buys two things, one for ${text.first} and one for ${text.second}, and pays with ${text.notes} twenty-dollar notes.`,
        ask: `How much money must the cashier give back?`,
        quantity: `the amount in dollars that the cashier in the ${shop} must give back`,
        steps: () => changeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const meal = story.pick(['a birthday dinner', 'a family lunch', 'a team dinner'])
      const friend = story.person().name
      return {
        setup: `The bill for ${meal} in a restaurant is ${text.first} for food and ${text.second} for drinks. ${friend} pays it with ${text.notes} twenty-dollar notes.`,
        ask: `Find the change in dollars.`,
        quantity: `the change in dollars that ${friend} receives in the restaurant`,
        steps: () => changeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      return {
        setup: `At a railway station ${name} buys one ticket for ${text.first} and another for ${text.second}. The machine takes ${text.notes} twenty-dollar notes and gives change.`,
        ask: `What change does the machine give?`,
        quantity: `the change in dollars that the ticket machine gives`,
        steps: () => changeSteps(value),
      }
    },
  ],
})

function changeSteps({
  notes,
  first,
  second,
}: {
  readonly notes: number
  readonly first: number
  readonly second: number
}): readonly string[] {
  const paid = 20 * notes
  const [a, b, sum, rest] = [first, second, first + second, 100 * paid - first - second].map((cents) =>
    digits(cents, 100),
  )
  return [
    `The notes are worth ${notes} × 20 = <<${notes}*20=${paid}>>${paid} dollars.`,
    `The two items cost ${centsText(first)} + ${centsText(second)} = \\$<<${a}+${b}=${sum}>>${amountText(first + second)} together.`,
    `Change is what was paid minus what is owed: \\$${paid} - ${centsText(first + second)} = \\$<<${paid}-${sum}=${rest}>>${amountText(100 * paid - first - second)}.`,
  ]
}

export const shoppingFamilies: readonly Family[] = [pricePerItem, billForTwo, changeFromNotes]
