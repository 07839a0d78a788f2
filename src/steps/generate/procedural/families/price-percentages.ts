import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollarText, dollars, inDollars, withCents } from './everyday-text.ts'

/** A price after a percentage off. */
const salePrice: Family = defineFamily({
  id: 'sale-price',
  knowledgePoints: ['discount-and-sale-price'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    price: { minimum: 40, maximum: 300, step: 5, link: dollars },
    percent: { minimum: 5, maximum: 60, step: 5, link: { kind: 'percent' } },
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
      const thing = story.pick(['winter coat', 'suitcase', 'pair of boots', 'sleeping bag'])
      return {
        setup: `The regular price of a ${thing} is ${dollarText(text.price)}. In the sale it is ${text.percent}% cheaper.`,
        ask: `What does the ${thing} cost in the sale?`,
        quantity: `the sale price of the ${thing} in dollars`,
        steps: () => saleSteps(value.price, value.percent),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const thing = story.pick(['language course', 'sailing course', 'rail pass'])
      return {
        setup: `With a student card ${name} gets a discount of ${text.percent}% on a ${thing} that normally costs ${dollarText(text.price)}.`,
        ask: `How much does ${name} pay for the ${thing}?`,
        quantity: `the amount in dollars that ${name} pays for the ${thing}`,
        steps: () => saleSteps(value.price, value.percent),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['camera', 'guitar', 'tent'])
      return {
        setup: `In a sale every price is reduced by ${text.percent}%. Before the sale a ${thing} cost ${dollarText(text.price)}.`,
        ask: `Find the price of the ${thing} in the sale, in dollars.`,
        quantity: `the reduced price in dollars of the ${thing}`,
        steps: () => saleSteps(value.price, value.percent),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      return {
        setup: `${name} books a room for ${dollarText(text.price)} a night and gets ${text.percent}% off this price for staying in the low season.`,
        ask: `How much does ${name} pay per night?`,
        quantity: `the amount in dollars that ${name} pays per night`,
        steps: () => saleSteps(value.price, value.percent),
      }
    },
  ],
})

function saleSteps(price: number, percent: number): readonly string[] {
  const off = digits(price * percent, 100)
  const rest = digits(price * (100 - percent), 100)
  return [
    `The discount is ${percent}% of the old price: ${percent}/100 × ${price} = <<${percent}/100*${price}=${off}>>${inDollars(off)}.`,
    `Subtract it: ${price} - ${off} = <<${price}-${off}=${rest}>>${rest}, so the new price is \\$${withCents(rest)}.`,
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
    bill: { minimum: 40, maximum: 240, step: 5, link: dollars },
    percent: { minimum: 4, maximum: 25, link: { kind: 'percent' } },
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
      const thing = story.pick(['tablet', 'microscope', 'monitor'])
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
        ask: `Find the amount of the ${service}'s bill including tax, in dollars.`,
        quantity: `the amount in dollars of the ${service}'s bill including tax`,
        steps: () => addedSteps(value.bill, value.percent, 'tax'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const trip = story.pick(['a long taxi ride', 'a private boat tour', 'a guided tour'])
      return {
        setup: `The price of ${trip} is ${dollarText(text.bill)}. ${name} pays this price and a tip of ${text.percent}% of it.`,
        ask: `What amount does ${name} pay altogether?`,
        quantity: `the amount in dollars that ${name} pays for ${trip} with the tip`,
        steps: () => addedSteps(value.bill, value.percent, 'tip'),
      }
    },
  ],
})

function addedSteps(bill: number, percent: number, what: string): readonly string[] {
  const extra = digits(bill * percent, 100)
  const all = digits(bill * (100 + percent), 100)
  return [
    `The ${what} is ${percent}% of the bill: ${percent}/100 × ${bill} = <<${percent}/100*${bill}=${extra}>>${inDollars(extra)}.`,
    `Add it to the bill: ${bill} + ${extra} = <<${bill}+${extra}=${all}>>${all}, so the total is \\$${withCents(all)}.`,
  ]
}

export const pricePercentageFamilies: readonly Family[] = [salePrice, billWithTip]
