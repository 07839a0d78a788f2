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
    return { count, total: fixed.total ?? Math.round((count * random.integer(8, 80)) / 4) }
  },
  possible: ({ count }) => count >= 2,
  nice: ({ count, total }) => (total * 100) % (count * 25) === 0 && total >= 2 * count && total <= 30 * count,
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
        ask: `What is the price of one of them?`,
        quantity: `the price in dollars of one of the ${things}`,
        steps: () => unitSteps(value.count, value.total),
      }
    },
    ({ value, text, story }) => {
      const group = story.pick(['hiking club', 'book circle', 'history class'])
      return {
        setup: `A ${group} buys ${text.count} identical museum tickets, and the bill comes to ${dollarText(text.total)}.`,
        ask: `How much does each ticket cost?`,
        quantity: `the price in dollars of each museum ticket of the ${group}`,
        steps: () => unitSteps(value.count, value.total),
      }
    },
    ({ value, text, story }) => {
      const food = story.pick(['cheese', 'almonds', 'smoked fish'])
      return {
        setup: `At a farm shop a restaurant orders ${text.count} kg of ${food} for ${dollarText(text.total)}.`,
        ask: `Find the price per kilogram in dollars.`,
        quantity: `the price per kilogram of the ${food} in dollars`,
        steps: () => unitSteps(value.count, value.total),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const thing = story.pick(['cabin', 'minibus', 'sauna boat'])
      return {
        setup: `Hiring a ${thing} costs ${dollarText(text.total)}. ${friend} and the others in the group, ${text.count} people in all, pay equal parts.`,
        ask: `What is the price per person?`,
        quantity: `the price per person in dollars for the ${thing}`,
        steps: () => unitSteps(value.count, value.total),
      }
    },
  ],
})

function unitSteps(count: number, total: number): readonly string[] {
  const price = digits(total, count)
  return [
    `The unit price is the total price shared equally over the units.`,
    `\\$${total} ÷ ${count} = \\$<<${total}/${count}=${price}>>${price}, so that is the price of each one in dollars.`,
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
    firstPrice: { minimum: 125, maximum: 900, step: 25, style: 'cents' },
    secondCount: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    secondPrice: { minimum: 150, maximum: 1200, step: 50, style: 'cents' },
  },
  possible: () => true,
  nice: ({ firstCount, firstPrice, secondCount, secondPrice }) =>
    firstPrice < secondPrice &&
    firstCount !== secondCount &&
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
        quantity: `the total cost in dollars of the order of ${story.hero.name}`,
        steps: () => billSteps(value, one, other),
      }
    },
    ({ value, text, story }) => {
      const show = story.pick(['puppet theatre', 'circus', 'magic show'])
      return {
        setup: `A school buys tickets for a ${show}: ${text.secondCount} adult tickets at ${text.secondPrice} each and ${text.firstCount} child tickets at ${text.firstPrice} each.`,
        ask: `What is the total price of the tickets?`,
        quantity: `the total price in dollars of the tickets for the ${show}`,
        steps: () => billSteps(value, 'child tickets', 'adult tickets'),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['pens', 'folders'],
        ['brushes', 'tubes of paint'],
        ['seed packets', 'flower pots'],
      ] as const)
      const { name } = story.person()
      return {
        setup: `${name} needs ${text.firstCount} ${one} and ${text.secondCount} ${other}. One item of the first kind is sold for ${text.firstPrice}, one of the second kind for ${text.secondPrice}.`,
        ask: `Find the sum that ${name} has to pay.`,
        quantity: `the sum in dollars that ${name} has to pay`,
        steps: () => billSteps(value, one, other),
      }
    },
  ],
})

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
    notes: { minimum: 2, maximum: 20, link: { kind: 'count' } },
    first: { minimum: 275, maximum: 19000, step: 5, style: 'cents' },
    second: { minimum: 275, maximum: 19000, step: 5, style: 'cents' },
  },
  sample: (random, fixed) => {
    const notes = fixed.notes ?? random.integer(2, 20)
    // The bill is a whole number of half dollars and takes more than half of what is paid.
    const sum = 50 * random.integer(10 * notes, 20 * notes - 1)
    const first = 5 * random.integer(55, Math.max(55, Math.floor(sum / 5) - 55))
    return { notes, first, second: sum - first }
  },
  possible: ({ notes, first, second }) => first + second < 1000 * notes,
  nice: ({ notes, first, second }) =>
    first !== second &&
    (first + second) % 50 === 0 &&
    first % 50 !== 0 &&
    2 * (first + second) >= 1000 * notes,
  solve: ({ notes, first, second }) => fractionAnswer(1000 * notes - first - second, 100),
  check: {
    method: 'inverse',
    accepts: ({ notes, first, second }, answer) =>
      Math.abs(Math.round(numericValue(answer) * 1000) + 10 * first + 10 * second - 10_000 * notes) === 0,
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['scarf', 'belt'],
        ['kettle', 'teapot'],
        ['torch', 'compass'],
      ] as const)
      return {
        setup: `${story.hero.name} buys a ${one} for ${text.first} and a ${other} for ${text.second} and hands over ${text.notes} ten-dollar notes.`,
        ask: `How much change does ${story.hero.name} get back?`,
        quantity: `the change in dollars that ${story.hero.name} gets back`,
        steps: () => changeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const shop = story.pick(['chemist', 'bookshop', 'market hall'])
      return {
        setup: `A customer puts ${text.notes} ten-dollar notes on the counter of a ${shop}. The till has registered two items, at ${text.first} and at ${text.second}.`,
        ask: `How many dollars must the cashier give back?`,
        quantity: `the amount in dollars that the cashier must give back`,
        steps: () => changeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const meal = story.pick(['a birthday dinner', 'a family lunch', 'a team dinner'])
      const friend = story.person().name
      return {
        setup: `For ${meal} in a restaurant, ${friend} owes ${text.first} for food and ${text.second} for drinks. ${friend} pays with ${text.notes} notes of ten dollars each.`,
        ask: `Find the change in dollars.`,
        quantity: `the change in dollars that ${friend} receives in the restaurant`,
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
  const paid = 10 * notes
  const [a, b, sum, rest] = [first, second, first + second, 100 * paid - first - second].map((cents) =>
    digits(cents, 100),
  )
  return [
    `The notes are worth ${notes} × 10 = <<${notes}*10=${paid}>>${paid} dollars.`,
    `The two items cost ${centsText(first)} + ${centsText(second)} = \\$<<${a}+${b}=${sum}>>${amountText(first + second)} together.`,
    `Change is what was paid minus what is owed: \\$${paid} - ${centsText(first + second)} = \\$<<${paid}-${sum}=${rest}>>${amountText(100 * paid - first - second)}.`,
  ]
}

export const shoppingFamilies: readonly Family[] = [pricePerItem, billForTwo, changeFromNotes]
