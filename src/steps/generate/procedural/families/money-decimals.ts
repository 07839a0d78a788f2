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
    price: { minimum: 8, maximum: 36, link: dollars },
    mass: { minimum: 12, maximum: 95, style: 'tenths' },
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
      const food = story.pick(['coffee', 'cheese', 'salmon', 'walnuts'])
      return {
        setup: `One kilogram of ${food} costs ${dollarText(text.price)}, and ${story.hero.name} buys ${text.mass} kg.`,
        ask: `How much does ${story.hero.name} pay?`,
        quantity: `the amount in dollars that ${story.hero.name} pays for the ${food}`,
        steps: () => weighedSteps(value.price, value.mass),
      }
    },
    ({ value, text, story }) => {
      const cloth = story.pick(['cotton', 'velvet', 'linen'])
      return {
        setup: `A theatre orders ${text.mass} metres of ${cloth} for a curtain. One metre costs ${dollarText(text.price)}.`,
        ask: `What is the total price of the ${cloth}?`,
        quantity: `the total price in dollars of the ${cloth} that the theatre orders`,
        steps: () => weighedSteps(value.price, value.mass),
      }
    },
    ({ value, text, story }) => {
      const job = story.pick(['gardener', 'piano teacher', 'bicycle mechanic'])
      return {
        setup: `A ${job} charges ${dollarText(text.price)} an hour and has worked for ${text.mass} hours.`,
        ask: `Find the amount of the bill in dollars.`,
        quantity: `the amount in dollars of the ${job}'s bill`,
        steps: () => weighedSteps(value.price, value.mass),
      }
    },
  ],
})

function weighedSteps(price: number, mass: number): readonly string[] {
  const decimal = digits(mass, 10)
  const all = digits(price * mass, 10)
  return [
    `Multiply the price of one unit by the number of units, even though that number is a decimal.`,
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
    budget: { minimum: 40, maximum: 250, link: dollars },
    first: { minimum: 600, maximum: 20_000, step: 5, style: 'cents' },
    second: { minimum: 600, maximum: 20_000, step: 5, style: 'cents' },
  },
  sample: (random, fixed) => {
    const budget = fixed.budget ?? random.integer(40, 250)
    const used = 50 * random.integer(25, Math.max(25, 2 * budget - 4))
    const first = 5 * random.integer(120, Math.max(120, Math.floor(used / 5) - 120))
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
        ask: `How much money in dollars does ${name} have left for the party?`,
        quantity: `the amount in dollars that ${name} has left for the party`,
        steps: () => budgetSteps(value),
      }
    },
    ({ value, text, story }) => {
      const card = story.pick(['gift card', 'travel card', 'canteen card'])
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
        setup: `${name} plans to spend ${dollarText(text.budget)} on furnishing a room and has already bought a lamp for ${text.first} and a rug for ${text.second}.`,
        ask: `Find the amount in dollars that ${name} can still spend.`,
        quantity: `the amount in dollars that ${name} can still spend on the room`,
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
