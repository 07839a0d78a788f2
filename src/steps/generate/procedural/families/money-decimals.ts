import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { amountText, centsText, digits, dollars, dollarText } from './everyday-text.ts'

/** Price per kilogram times a decimal mass. */
const weighedGoods: Family = defineFamily({
  id: 'price-of-weighed-goods',
  knowledgePoints: ['decimal-multiplication'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    price: { minimum: 2, maximum: 60, link: dollars },
    mass: { minimum: 12, maximum: 190, style: 'tenths' },
  },
  possible: () => true,
  nice: ({ price, mass }) => mass % 10 !== 0 && (price * mass) % 5 === 0,
  solve: ({ price, mass }) => fractionAnswer(price * mass, 10),
  check: {
    method: 'inverse',
    accepts: ({ price, mass }, answer) => Math.abs((numericValue(answer) * 10) / mass - price) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const food = story.pick(['cherries', 'cheese', 'salmon', 'mushrooms'])
      return {
        setup: `One kilogram of ${food} costs ${dollarText(text.price)}, and ${story.hero.name} buys ${text.mass} kg.`,
        ask: `How much does ${story.hero.name} pay?`,
        quantity: `the amount in dollars that ${story.hero.name} pays for the ${food}`,
        steps: () => weighedSteps(value.price, value.mass),
      }
    },
    ({ value, text, story }) => {
      const cloth = story.pick(['cotton', 'velvet', 'denim'])
      return {
        setup: `For curtains a theatre orders ${text.mass} metres of ${cloth} at ${dollarText(text.price)} per metre.`,
        ask: `What is the price of the order?`,
        quantity: `the price in dollars of the ${cloth} that the theatre orders`,
        steps: () => weighedSteps(value.price, value.mass),
      }
    },
    ({ value, text, story }) => {
      const job = story.pick(['translator', 'piano teacher', 'bicycle mechanic'])
      return {
        setup: `A ${job} is paid ${dollarText(text.price)} for an hour of work and writes ${text.mass} hours on the bill.`,
        ask: `Find the amount of the bill in dollars.`,
        quantity: `the amount in dollars of the bill of the ${job}`,
        steps: () => weighedSteps(value.price, value.mass),
      }
    },
  ],
})

function weighedSteps(price: number, mass: number): readonly string[] {
  const decimal = digits(mass, 10)
  const all = digits(price * mass, 10)
  return [
    `The price of one unit times the number of units gives the total, also when that number is a decimal.`,
    `${price} × ${decimal}: leave out the point, ${price} × ${mass} = <<${price}*${mass}=${price * mass}>>${price * mass}, and divide by 10: ${price * mass} ÷ 10 = <<${price * mass}/10=${all}>>${amountText(10 * price * mass)} dollars.`,
  ]
}

/** Two decimal amounts from a budget. */
const budgetLeft: Family = defineFamily({
  id: 'budget-left',
  knowledgePoints: ['decimal-addition-and-subtraction'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    budget: { minimum: 10, maximum: 250, link: dollars },
    first: { minimum: 115, maximum: 20_000, step: 5, style: 'cents' },
    second: { minimum: 115, maximum: 20_000, step: 5, style: 'cents' },
  },
  sample: (random, fixed) => {
    const budget = fixed.budget ?? random.integer(10, 250)
    const used = 50 * random.integer(6, Math.max(6, 2 * budget - 4))
    const first = 5 * random.integer(23, Math.max(23, Math.floor(used / 5) - 23))
    return { budget, first, second: used - first }
  },
  possible: ({ budget, first, second }) => first + second < 100 * budget,
  nice: ({ first, second }) => first % 50 !== 0 && first !== second,
  solve: ({ budget, first, second }) => fractionAnswer(100 * budget - first - second, 100),
  check: {
    method: 'inverse',
    accepts: ({ budget, first, second }, answer) =>
      Math.abs(numericValue(answer) + first / 100 + second / 100 - budget) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} may spend ${dollarText(text.budget)} on a party and has already paid ${text.first} for drinks and ${text.second} for decorations.`,
        ask: `How many dollars may ${name} still spend?`,
        quantity: `the amount in dollars that ${name} may still spend`,
        steps: () => budgetSteps(value),
      }
    },
    ({ value, text, story }) => {
      const card = story.pick(['gift card', 'travel card', 'phone card'])
      return {
        setup: `A ${card} is loaded with ${dollarText(text.budget)}. Two payments are made with it, one of ${text.first} and one of ${text.second}.`,
        ask: `What amount is left on the ${card}?`,
        quantity: `the amount in dollars that is left on the ${card}`,
        steps: () => budgetSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      return {
        setup: `The monthly limit of ${name} for furniture is ${dollarText(text.budget)}. This month ${name} has bought a lamp for ${text.first} and a rug for ${text.second}.`,
        ask: `Find the part of the limit, in dollars, that is not used yet.`,
        quantity: `the part of the monthly limit of ${name}, in dollars, that is not used yet`,
        steps: () => budgetSteps(value),
      }
    },
  ],
})

function budgetSteps({
  budget,
  first,
  second,
}: {
  readonly budget: number
  readonly first: number
  readonly second: number
}): readonly string[] {
  const [used, rest] = [first + second, 100 * budget - first - second]
  return [
    `Add the two amounts, dollars under dollars and cents under cents: ${centsText(first)} + ${centsText(second)} = \\$<<${digits(first, 100)}+${digits(second, 100)}=${digits(used, 100)}>>${amountText(used)}.`,
    `Subtract from the whole: \\$${budget} - ${centsText(used)} = \\$<<${budget}-${digits(used, 100)}=${digits(rest, 100)}>>${amountText(rest)}.`,
  ]
}

export const moneyDecimalFamilies: readonly Family[] = [weighedGoods, budgetLeft]
