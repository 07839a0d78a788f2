import { fractionAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { centsText, digits, dollars, dollarText } from './everyday-text.ts'

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
    `Find the cost of each kind first. The ${one} cost ${firstCount} × ${centsText(firstPrice)} = \\$<<${firstCount}*${digits(firstPrice, 100)}=${first}>>${first}.`,
    `The ${other} cost ${secondCount} × ${centsText(secondPrice)} = \\$<<${secondCount}*${digits(secondPrice, 100)}=${second}>>${second}.`,
    `Together: \\$${first} + \\$${second} = \\$<<${first}+${second}=${all}>>${all}.`,
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
    paid: { minimum: 10, maximum: 200, step: 10, link: dollars },
    first: { minimum: 275, maximum: 19000, step: 5, style: 'cents' },
    second: { minimum: 275, maximum: 19000, step: 5, style: 'cents' },
  },
  sample: (random, fixed) => {
    const paid = fixed.paid ?? 10 * random.integer(1, 20)
    // The bill is a whole number of half dollars and takes more than half of what is paid.
    const sum = 50 * random.integer(paid, 2 * paid - 1)
    const first = 5 * random.integer(55, Math.max(55, Math.floor(sum / 5) - 55))
    return { paid, first, second: sum - first }
  },
  possible: ({ paid, first, second }) => first + second < 100 * paid,
  nice: ({ paid, first, second }) =>
    first !== second && (first + second) % 50 === 0 && first % 50 !== 0 && 2 * (first + second) >= 100 * paid,
  solve: ({ paid, first, second }) => fractionAnswer(100 * paid - first - second, 100),
  check: {
    method: 'inverse',
    accepts: ({ paid, first, second }, answer) =>
      Math.abs(Math.round(numericValue(answer) * 1000) + 10 * first + 10 * second - 1000 * paid) === 0,
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['scarf', 'belt'],
        ['kettle', 'teapot'],
        ['torch', 'compass'],
      ] as const)
      return {
        setup: `${story.hero.name} buys a ${one} for ${text.first} and a ${other} for ${text.second} and hands over ${dollarText(text.paid)}.`,
        ask: `How much change does ${story.hero.name} get back?`,
        quantity: `the change in dollars that ${story.hero.name} gets back`,
        steps: () => changeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const shop = story.pick(['chemist', 'bookshop', 'market hall'])
      return {
        setup: `A customer gives ${dollarText(text.paid)} in notes at a ${shop}. The till has registered two items, at ${text.first} and at ${text.second}.`,
        ask: `How many dollars must the cashier give back?`,
        quantity: `the amount in dollars that the cashier must give back`,
        steps: () => changeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const meal = story.pick(['breakfast', 'lunch', 'dinner'])
      const friend = story.person().name
      return {
        setup: `For ${meal} in a café, ${friend} owes ${text.first} for food and ${text.second} for drinks. ${friend} pays with ${dollarText(text.paid)}.`,
        ask: `Find the change in dollars.`,
        quantity: `the change in dollars that ${friend} receives in the café`,
        steps: () => changeSteps(value),
      }
    },
  ],
})

function changeSteps({
  paid,
  first,
  second,
}: {
  readonly paid: number
  readonly first: number
  readonly second: number
}): readonly string[] {
  const [a, b, sum, rest] = [first, second, first + second, 100 * paid - first - second].map((cents) =>
    digits(cents, 100),
  )
  return [
    `The two items cost ${centsText(first)} + ${centsText(second)} = \\$<<${a}+${b}=${sum}>>${sum} together.`,
    `Change is what was paid minus what is owed: \\$${paid} - \\$${sum} = \\$<<${paid}-${sum}=${rest}>>${rest}.`,
  ]
}

/** A price after a percentage off. */
const salePrice: Family = defineFamily({
  id: 'sale-price',
  knowledgePoints: ['discount-and-sale-price'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    price: { minimum: 10, maximum: 600, step: 5, link: dollars },
    percent: { minimum: 5, maximum: 75, step: 5 },
  },
  possible: ({ percent }) => percent < 100,
  nice: ({ price, percent }) => (price * percent) % 100 === 0,
  solve: ({ price, percent }) => fractionAnswer(price * (100 - percent), 100),
  check: {
    method: 'inverse',
    accepts: ({ price, percent }, answer) =>
      Math.abs(numericValue(answer) + price * (percent / 100) - price) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['winter coat', 'desk lamp', 'pair of boots', 'backpack'])
      return {
        setup: `The regular price of a ${thing} is ${dollarText(text.price)}. In the sale it is ${text.percent}% cheaper.`,
        ask: `What does the ${thing} cost in the sale?`,
        quantity: `the sale price of the ${thing} in dollars`,
        steps: () => saleSteps(value.price, value.percent),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const thing = story.pick(['language course', 'gym membership', 'rail pass'])
      return {
        setup: `With a student card ${name} gets a discount of ${text.percent}% on a ${thing} that normally costs ${dollarText(text.price)}.`,
        ask: `How much does ${name} pay for the ${thing}?`,
        quantity: `the amount in dollars that ${name} pays for the ${thing}`,
        steps: () => saleSteps(value.price, value.percent),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['washing machine', 'sofa', 'tent'])
      return {
        setup: `A shop window says that everything is reduced by ${text.percent}%. Before the reduction a ${thing} was priced at ${dollarText(text.price)}.`,
        ask: `Find the reduced price of the ${thing} in dollars.`,
        quantity: `the reduced price of the ${thing} in dollars`,
        steps: () => saleSteps(value.price, value.percent),
      }
    },
  ],
})

function saleSteps(price: number, percent: number): readonly string[] {
  const off = digits(price * percent, 100)
  const rest = digits(price * (100 - percent), 100)
  return [
    `The discount is ${percent}% of the old price: ${percent}/100 × ${price} = <<${percent}/100*${price}=${off}>>${off} dollars.`,
    `Take it off: ${price} - ${off} = <<${price}-${off}=${rest}>>${rest}, so the new price is \\$${rest}.`,
  ]
}

/** A bill with a percentage on top. */
const billWithTip: Family = defineFamily({
  id: 'bill-with-percentage-added',
  knowledgePoints: ['sales-tax-and-tips'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    bill: { minimum: 20, maximum: 400, step: 5, link: dollars },
    percent: { minimum: 4, maximum: 25 },
  },
  possible: ({ percent }) => percent > 0,
  nice: ({ bill, percent }) => (bill * percent) % 100 === 0,
  solve: ({ bill, percent }) => fractionAnswer(bill * (100 + percent), 100),
  check: {
    method: 'inverse',
    accepts: ({ bill, percent }, answer) =>
      Math.abs((numericValue(answer) / bill - 1) * 100 - percent) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['ramen bar', 'pizzeria', 'seafood restaurant', 'tapas bar'])
      return {
        setup: `In a ${place} the bill comes to ${dollarText(text.bill)}, and ${story.hero.name} adds a tip of ${text.percent}%.`,
        ask: `How much does ${story.hero.name} pay in all?`,
        quantity: `the total in dollars that ${story.hero.name} pays in the ${place}`,
        steps: () => addedSteps(value.bill, value.percent, 'tip'),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['tablet', 'microscope', 'drum kit'])
      return {
        setup: `The price tag of a ${thing} shows ${dollarText(text.bill)}, but a sales tax of ${text.percent}% is added at the till.`,
        ask: `What is the final price of the ${thing}?`,
        quantity: `the final price of the ${thing} in dollars`,
        steps: () => addedSteps(value.bill, value.percent, 'tax'),
      }
    },
    ({ value, text, story }) => {
      const service = story.pick(['plumber', 'piano tuner', 'gardener'])
      return {
        setup: `A ${service} charges ${dollarText(text.bill)} before tax. Tax is ${text.percent}% of this amount.`,
        ask: `Find the amount of the invoice with tax, in dollars.`,
        quantity: `the amount in dollars of the invoice of the ${service} with tax`,
        steps: () => addedSteps(value.bill, value.percent, 'tax'),
      }
    },
  ],
})

function addedSteps(bill: number, percent: number, what: string): readonly string[] {
  const extra = digits(bill * percent, 100)
  const all = digits(bill * (100 + percent), 100)
  return [
    `The ${what} is ${percent}% of the bill: ${percent}/100 × ${bill} = <<${percent}/100*${bill}=${extra}>>${extra} dollars.`,
    `It comes on top: ${bill} + ${extra} = <<${bill}+${extra}=${all}>>${all}, so the total is \\$${all}.`,
  ]
}

export const shoppingFamilies: readonly Family[] = [
  pricePerItem,
  billForTwo,
  changeFromNotes,
  salePrice,
  billWithTip,
]
