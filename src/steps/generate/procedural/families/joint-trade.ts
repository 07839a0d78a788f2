import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollars, dollarText } from './everyday-text.ts'

/** Profit as a percentage of what was paid. */
const profitPercent: Family = defineFamily({
  id: 'profit-in-percent',
  knowledgePoints: ['profit-and-loss', 'percent-change'],
  level: 3,
  result: { kind: 'percent' },
  answerStyle: 'decimal',
  givens: {
    cost: { minimum: 60, maximum: 600, step: 5, link: dollars },
    repair: { minimum: 5, maximum: 200, step: 5, link: dollars },
    price: { minimum: 30, maximum: 1600, link: dollars },
  },
  sample: (random, fixed) => {
    const cost = fixed.cost ?? 5 * random.integer(12, 120)
    const repair = fixed.repair ?? 5 * random.integer(1, 40)
    return { cost, repair, price: fixed.price ?? ((cost + repair) * (100 + 5 * random.integer(1, 16))) / 100 }
  },
  possible: ({ cost, repair, price }) => price > cost + repair,
  nice: ({ cost, repair, price }) =>
    repair < cost && (100 * (price - cost - repair)) % (cost + repair) === 0 && price <= 2 * (cost + repair),
  solve: ({ cost, repair, price }) => fractionAnswer(100 * (price - cost - repair), cost + repair),
  check: {
    method: 'inverse',
    accepts: ({ cost, repair, price }, answer) =>
      Math.abs((cost + repair) * (1 + numericValue(answer) / 100) - price) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['moped', 'sewing machine', 'electric guitar'])
      return {
        setup: `A dealer buys an old ${thing} for ${dollarText(text.cost)}, spends ${dollarText(text.repair)} on repairs and sells it for ${dollarText(text.price)}.`,
        ask: `What percentage of the dealer's total costs is the profit?`,
        quantity: `the dealer's profit as a percentage of the total costs`,
        steps: () => profitSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const thing = story.pick(['wardrobe', 'rowing boat', 'grandfather clock'])
      return {
        setup: `${name} restores a ${thing}. Buying it costs ${dollarText(text.cost)}, and the material costs ${dollarText(text.repair)}. A collector pays ${dollarText(text.price)} for the finished piece.`,
        ask: `By what percentage is the price that the collector pays higher than the total cost?`,
        quantity: `the percentage by which the price of the finished ${thing} is higher than its total cost`,
        steps: () => profitSteps(value),
      }
    },
    ({ value, text, story }) => {
      const goods = story.pick(['tea', 'saffron', 'wool'])
      return {
        setup: `A merchant buys a load of ${goods} for ${dollarText(text.cost)}, pays ${dollarText(text.repair)} for its transport and sells it for ${dollarText(text.price)}.`,
        ask: `Find the merchant's profit as a percentage of the total expenses.`,
        quantity: `the merchant's profit as a percentage of the total expenses`,
        steps: () => profitSteps(value),
      }
    },
  ],
})

function profitSteps({
  cost,
  repair,
  price,
}: {
  readonly cost: number
  readonly repair: number
  readonly price: number
}): readonly string[] {
  const all = cost + repair
  const gain = price - all
  const percent = digits(100 * gain, all)
  return [
    `The total cost is ${cost} + ${repair} = <<${cost}+${repair}=${all}>>${all} dollars.`,
    `The profit is ${price} - ${all} = <<${price}-${all}=${gain}>>${gain} dollars.`,
    `Compared with the cost that is ${gain}/${all} × 100 = <<${gain}/${all}*100=${percent}>>${percent} percent.`,
  ]
}

/** The price of a kilogram from a packet in grams. */
const pricePerKilogram: Family = defineFamily({
  id: 'price-per-kilogram',
  knowledgePoints: ['unit-price', 'mass-conversion'],
  level: 2,
  result: dollars,
  answerStyle: 'money',
  givens: {
    grams: { minimum: 50, maximum: 950, step: 25 },
    price: { minimum: 2, maximum: 60, link: dollars },
  },
  possible: () => true,
  nice: ({ grams, price }) =>
    (price * 1000 * 2) % grams === 0 && price * 1000 <= 60 * grams && price * 1000 >= 8 * grams,
  solve: ({ grams, price }) => fractionAnswer(price * 1000, grams),
  check: {
    method: 'inverse',
    accepts: ({ grams, price }, answer) => Math.abs((numericValue(answer) * grams) / 1000 - price) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const food = story.pick(['pistachios', 'dried mango', 'cardamom', 'green tea'])
      return {
        setup: `A packet of ${food} contains ${text.grams} g and costs ${dollarText(text.price)}.`,
        ask: `What is the price of one kilogram of ${food}?`,
        quantity: `the price in dollars of one kilogram of ${food}`,
        steps: () => kilogramSteps(value.grams, value.price),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const food = story.pick(['goat cheese', 'olives', 'smoked salmon'])
      return {
        setup: `At a delicatessen ${name} pays ${dollarText(text.price)} for ${text.grams} grams of ${food}.`,
        ask: `How much does one kilogram cost there?`,
        quantity: `the price in dollars of one kilogram of the ${food} that ${name} buys`,
        steps: () => kilogramSteps(value.grams, value.price),
      }
    },
    ({ value, text, story }) => {
      const goods = story.pick(['beeswax', 'cocoa butter', 'copper wire'])
      return {
        setup: `An online shop sells ${goods} in packs of ${text.grams} g for ${dollarText(text.price)} and must also show the price per kilogram.`,
        ask: `Find the price per kilogram in dollars.`,
        quantity: `the price in dollars of one kilogram of the ${goods}`,
        steps: () => kilogramSteps(value.grams, value.price),
      }
    },
  ],
})

function kilogramSteps(grams: number, price: number): readonly string[] {
  const each = digits(price * 1000, grams)
  return [
    `One kilogram is 1000 g, so it contains 1000/${grams} times the amount that is paid for.`,
    `${price} × 1000 ÷ ${grams} = <<${price}*1000/${grams}=${each}>>${each}, so a kilogram costs \\$${each}.`,
  ]
}

export const jointTradeFamilies: readonly Family[] = [profitPercent, pricePerKilogram]
