import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollarText, dollars, inDollars, withCents } from './everyday-text.ts'

/** How many must be sold to cover fixed costs. */
const breakEven: Family = defineFamily({
  id: 'break-even-sales',
  knowledgePoints: ['break-even-point'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    fixed: { minimum: 40, maximum: 600, step: 10, link: dollars },
    price: { minimum: 4, maximum: 24, link: dollars },
    cost: { minimum: 2, maximum: 16, link: dollars },
  },
  possible: ({ price, cost }) => price > cost,
  nice: ({ fixed, price, cost }) =>
    fixed % (price - cost) === 0 && fixed >= 4 * (price - cost) && price <= 5 * cost,
  solve: ({ fixed, price, cost }) => fractionAnswer(fixed, price - cost),
  check: {
    method: 'inverse',
    // At this number, income and cost are the same.
    accepts: ({ fixed, price, cost }, answer) =>
      Math.abs(numericValue(answer) * price - (fixed + numericValue(answer) * cost)) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['scented candles', 'woollen hats', 'silk scarves'])
      return {
        setup: `${story.hero.name} rents a market stall for ${dollarText(text.fixed)} and sells ${things} there for ${dollarText(text.price)} each. The material for each of them costs ${dollarText(text.cost)}.`,
        ask: `How many ${things} must ${story.hero.name} sell to cover all costs exactly?`,
        quantity: `the number of ${things} that ${story.hero.name} must sell to cover all costs exactly`,
        steps: () => breakEvenSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const product = story.pick(['board games', 'cookbooks', 'wooden toys'])
      return {
        setup: `A small company has fixed costs of ${dollarText(text.fixed)} a week. It produces ${product} for ${dollarText(text.cost)} each and sells them for ${dollarText(text.price)} each.`,
        ask: `How many ${product} must it sell in a week to break even?`,
        quantity: `the number of ${product} that the company must sell in a week to break even`,
        steps: () => breakEvenSteps(value, product),
      }
    },
    ({ value, text, story }) => {
      const trip = story.pick(['boat trip', 'city tour', 'stargazing night'])
      return {
        setup: `Organising a ${trip} costs ${dollarText(text.fixed)} plus ${dollarText(text.cost)} per guest for food. Each guest pays ${dollarText(text.price)}.`,
        ask: `Find the number of guests for which there is neither a profit nor a loss.`,
        quantity: `the number of guests for which the ${trip} makes neither a profit nor a loss`,
        steps: () => breakEvenSteps(value, 'guests'),
      }
    },
  ],
})

function breakEvenSteps(
  { fixed, price, cost }: { readonly fixed: number; readonly price: number; readonly cost: number },
  things: string,
): readonly string[] {
  const margin = price - cost
  const count = digits(fixed, margin)
  return [
    `Each of them brings in its price minus its own cost: ${price} - ${cost} = <<${price}-${cost}=${margin}>>${inDollars(margin)}.`,
    `Together they must cover the fixed ${fixed} dollars: ${fixed} ÷ ${margin} = <<${fixed}/${margin}=${count}>>${count}.`,
    `So the costs are exactly covered by ${count} ${things}.`,
  ]
}

/** Foreign money into dollars. */
const foreignMoney: Family = defineFamily({
  id: 'foreign-money-to-dollars',
  knowledgePoints: ['currency-conversion'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    amount: { minimum: 60, maximum: 9000, link: { kind: 'number' } },
    rate: { minimum: 4, maximum: 90, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const rate = fixed.rate ?? random.integer(4, 90)
    return { rate, amount: fixed.amount ?? rate * random.integer(25, 150) }
  },
  possible: ({ amount, rate }) => amount > rate,
  nice: ({ amount, rate }) => amount % rate === 0 && amount >= 20 * rate,
  solve: ({ amount, rate }) => fractionAnswer(amount, rate),
  check: {
    method: 'inverse',
    accepts: ({ amount, rate }, answer) => Math.abs(numericValue(answer) * rate - amount) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const money = story.pick(['pesos', 'rupees', 'crowns', 'lira'])
      return {
        setup: `After a trip ${story.hero.name} changes ${text.amount} ${money} back into dollars. One dollar is worth ${text.rate} ${money}.`,
        ask: `How much money in dollars does ${story.hero.name} receive?`,
        quantity: `the number of dollars that ${story.hero.name} receives for the ${money}`,
        steps: () => currencySteps(value.amount, value.rate, money),
      }
    },
    ({ value, text, story }) => {
      const money = story.pick(['baht', 'rand', 'dirhams'])
      const thing = story.pick(['leather bag', 'wall clock', 'silver ring'])
      return {
        setup: `A tourist sees a ${thing} with a price of ${text.amount} ${money}. The exchange rate is ${text.rate} ${money} to the dollar.`,
        ask: `What is the price of the ${thing} in dollars?`,
        quantity: `the price of the ${thing} in dollars`,
        steps: () => currencySteps(value.amount, value.rate, money),
      }
    },
    ({ value, text, story }) => {
      const money = story.pick(['shillings', 'roubles', 'taka'])
      return {
        setup: `A room in a guest house abroad costs ${text.amount} ${money} a night. At the bank, ${text.rate} ${money} are worth one dollar.`,
        ask: `Find the price of one night in dollars.`,
        quantity: `the price in dollars of one night in the guest house`,
        steps: () => currencySteps(value.amount, value.rate, money),
      }
    },
  ],
})

function currencySteps(amount: number, rate: number, money: string): readonly string[] {
  const result = digits(amount, rate)
  return [
    `Every ${rate} ${money} make one dollar, so divide by the exchange rate.`,
    `${amount} ÷ ${rate} = <<${amount}/${rate}=${result}>>${result}, so the amount is \\$${withCents(result)}.`,
  ]
}

export const tradingFamilies: readonly Family[] = [breakEven, foreignMoney]
