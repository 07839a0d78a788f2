import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { amountText, centsText, digits, dollars, dollarText } from './everyday-text.ts'

/** A discount first, then a tax on the reduced price. */
const discountThenTax: Family = defineFamily({
  id: 'discount-then-tax',
  knowledgePoints: ['discount-and-sale-price', 'sales-tax-and-tips'],
  level: 3,
  result: dollars,
  answerStyle: 'money',
  givens: {
    price: { minimum: 20, maximum: 900, step: 10, link: dollars },
    discount: { minimum: 5, maximum: 60, step: 5 },
    tax: { minimum: 4, maximum: 25 },
  },
  sample: (random, fixed) => ({
    price: fixed.price ?? 20 * random.integer(1, 45),
    discount: 5 * random.integer(1, 12),
    tax: random.pick([4, 5, 6, 8, 10, 12, 15, 20, 25]),
  }),
  possible: () => true,
  nice: ({ price, discount, tax }) =>
    (price * (100 - discount)) % 100 === 0 &&
    (price * (100 - discount) * (100 + tax)) % 10_000 === 0 &&
    discount !== tax,
  solve: ({ price, discount, tax }) => fractionAnswer(price * (100 - discount) * (100 + tax), 10_000),
  check: {
    method: 'inverse',
    // Without tax again, and then with the discount given back.
    accepts: ({ price, discount, tax }, answer) =>
      Math.abs(numericValue(answer) / (1 + tax / 100) / (1 - discount / 100) - price) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['jacket', 'skateboard', 'coffee machine'])
      return {
        setup: `A ${thing} with a list price of ${dollarText(text.price)} is sold at a discount of ${text.discount}%. A sales tax of ${text.tax}% is then added to the reduced price.`,
        ask: `How much does a customer pay for the ${thing}?`,
        quantity: `the amount in dollars that a customer pays for the ${thing}`,
        steps: () => taxSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['restaurant', 'rooftop café', 'noodle house'])
      const { name } = story.hero
      return {
        setup: `The meal of ${name} in a ${place} costs ${dollarText(text.price)}, but a voucher takes ${text.discount}% off the bill. On the reduced bill ${name} leaves a tip of ${text.tax}%.`,
        ask: `What does ${name} pay in total?`,
        quantity: `the total in dollars that ${name} pays in the ${place}`,
        steps: () => taxSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['camera', 'dishwasher', 'kayak'])
      return {
        setup: `Tax in a country is ${text.tax}% and is charged on the price after all reductions. In a sale a shop takes ${text.discount}% off a ${thing} that used to cost ${dollarText(text.price)} before tax.`,
        ask: `Find the final price with tax in dollars.`,
        quantity: `the final price of the ${thing} with tax in dollars`,
        steps: () => taxSteps(value),
      }
    },
  ],
})

function taxSteps({
  price,
  discount,
  tax,
}: {
  readonly price: number
  readonly discount: number
  readonly tax: number
}): readonly string[] {
  const reduced = digits(price * (100 - discount), 100)
  const extra = digits(price * (100 - discount) * tax, 10_000)
  const all = digits(price * (100 - discount) * (100 + tax), 10_000)
  return [
    `After the discount, 100% - ${discount}% of the price is left: ${price} × (1 - ${discount}/100) = <<${price}*(1-${discount}/100)=${reduced}>>${reduced} dollars.`,
    `The second percentage is taken of the reduced price: ${tax}/100 × ${reduced} = <<${tax}/100*${reduced}=${extra}>>${extra} dollars.`,
    `Together: ${reduced} + ${extra} = <<${reduced}+${extra}=${all}>>${all} dollars.`,
  ]
}

/** Change after a purchase of two kinds of things. */
const changeAfterShopping: Family = defineFamily({
  id: 'change-after-shopping',
  knowledgePoints: ['total-cost', 'making-change'],
  level: 2,
  result: dollars,
  answerStyle: 'money',
  givens: {
    paid: { minimum: 20, maximum: 200, step: 10, link: dollars },
    firstCount: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    firstPrice: { minimum: 125, maximum: 900, step: 25, style: 'cents' },
    secondCount: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    secondPrice: { minimum: 125, maximum: 900, step: 25, style: 'cents' },
  },
  possible: ({ paid, firstCount, firstPrice, secondCount, secondPrice }) =>
    firstCount * firstPrice + secondCount * secondPrice < 100 * paid,
  nice: ({ paid, firstCount, firstPrice, secondCount, secondPrice }) =>
    firstPrice !== secondPrice &&
    firstCount !== secondCount &&
    (firstCount * firstPrice + secondCount * secondPrice) % 50 === 0 &&
    2 * (firstCount * firstPrice + secondCount * secondPrice) >= 100 * paid,
  solve: ({ paid, firstCount, firstPrice, secondCount, secondPrice }) =>
    fractionAnswer(100 * paid - firstCount * firstPrice - secondCount * secondPrice, 100),
  check: {
    method: 'simulation',
    // Hand over the money and take each item's price off it.
    accepts: ({ paid, firstCount, firstPrice, secondCount, secondPrice }, answer) => {
      let purse = 100 * paid
      for (let item = 0; item < firstCount; item++) purse -= firstPrice
      for (let item = 0; item < secondCount; item++) purse -= secondPrice
      return Math.abs(numericValue(answer) * 100 - purse) < 1e-7
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['notebooks', 'markers'],
        ['loaves of bread', 'jars of jam'],
        ['plants', 'bags of soil'],
      ] as const)
      const { name } = story.hero
      return {
        setup: `${name} buys ${text.firstCount} ${one} at ${text.firstPrice} each and ${text.secondCount} ${other} at ${text.secondPrice} each and pays with ${dollarText(text.paid)}.`,
        ask: `How much change does ${name} receive?`,
        quantity: `the change in dollars that ${name} receives`,
        steps: () => shoppingSteps(value, one, other),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      return {
        setup: `With ${dollarText(text.paid)} in a purse, ${friend} goes to the market. One melon costs ${text.firstPrice} there, and a bunch of herbs ${text.secondPrice}. ${friend} takes ${text.firstCount} melons and ${text.secondCount} bunches of herbs.`,
        ask: `How many dollars are left in the purse?`,
        quantity: `the amount in dollars that is left in the purse of ${friend}`,
        steps: () => shoppingSteps(value, 'melons', 'herbs'),
      }
    },
    ({ value, text, story }) => {
      const club = story.pick(['drama club', 'rowing club', 'scout group'])
      return {
        setup: `The treasurer of a ${club} has ${dollarText(text.paid)} in cash and must pay for ${text.firstCount} day tickets at ${text.firstPrice} and ${text.secondCount} lunches at ${text.secondPrice}.`,
        ask: `Find the amount in dollars that the treasurer has left.`,
        quantity: `the amount in dollars that the treasurer of the ${club} has left`,
        steps: () => shoppingSteps(value, 'day tickets', 'lunches'),
      }
    },
  ],
})

interface Purchase {
  readonly paid: number
  readonly firstCount: number
  readonly firstPrice: number
  readonly secondCount: number
  readonly secondPrice: number
}

function shoppingSteps(
  { paid, firstCount, firstPrice, secondCount, secondPrice }: Purchase,
  one: string,
  other: string,
): readonly string[] {
  const [first, second] = [firstCount * firstPrice, secondCount * secondPrice]
  const rest = 100 * paid - first - second
  return [
    `The ${one} cost ${firstCount} × ${centsText(firstPrice)} = \\$<<${firstCount}*${digits(firstPrice, 100)}=${digits(first, 100)}>>${amountText(first)}, the ${other} ${secondCount} × ${centsText(secondPrice)} = \\$<<${secondCount}*${digits(secondPrice, 100)}=${digits(second, 100)}>>${amountText(second)}.`,
    `Together that is ${centsText(first)} + ${centsText(second)} = \\$<<${digits(first, 100)}+${digits(second, 100)}=${digits(first + second, 100)}>>${amountText(first + second)}.`,
    `What is left is \\$${paid} - ${centsText(first + second)} = \\$<<${paid}-${digits(first + second, 100)}=${digits(rest, 100)}>>${amountText(rest)}.`,
  ]
}

/** A percentage of a wage with overtime that is put aside. */
const savedFromWages: Family = defineFamily({
  id: 'saved-from-overtime-pay',
  knowledgePoints: ['wages-and-overtime', 'percent-of-a-quantity'],
  level: 3,
  result: dollars,
  answerStyle: 'money',
  givens: {
    wage: { minimum: 10, maximum: 40, link: dollars },
    normal: { minimum: 10, maximum: 40 },
    extra: { minimum: 2, maximum: 12 },
    percent: { minimum: 5, maximum: 40, step: 5 },
  },
  possible: () => true,
  nice: ({ wage, normal, extra, percent }) =>
    (wage * extra) % 2 === 0 && ((2 * wage * normal + 3 * wage * extra) * percent) % 200 === 0,
  solve: ({ wage, normal, extra, percent }) =>
    fractionAnswer((2 * wage * normal + 3 * wage * extra) * percent, 200),
  check: {
    method: 'simulation',
    // Put the share of every single hour aside.
    accepts: ({ wage, normal, extra, percent }, answer) => {
      let saved = 0
      for (let hour = 1; hour <= normal + extra; hour++)
        saved += ((hour > normal ? wage + wage / 2 : wage) * percent) / 100
      return Math.abs(numericValue(answer) - saved) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const job = story.pick(['in a bakery', 'at an airport', 'on a building site'])
      return {
        setup: `${name} works ${job} for ${dollarText(text.wage)} an hour, with one and a half times that rate for overtime. In a week with ${text.normal} normal hours and ${text.extra} hours of overtime, ${name} saves ${text.percent}% of the whole pay.`,
        ask: `How much does ${name} save in that week?`,
        quantity: `the amount in dollars that ${name} saves in that week`,
        steps: () => savedSteps(value, 'saved'),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      return {
        setup: `${friend} earns ${dollarText(text.wage)} per hour during the week and half as much again per hour on Sundays. This week ${friend} has worked ${text.normal} hours from Monday to Saturday and ${text.extra} hours on Sunday. From the pay ${text.percent}% is kept back as income tax.`,
        ask: `How many dollars are kept back?`,
        quantity: `the income tax in dollars that is kept back from the pay of ${friend}`,
        steps: () => savedSteps(value, 'kept back'),
      }
    },
    ({ value, text, story }) => {
      const goal = story.pick(['a holiday', 'a new piano', 'a driving course'])
      return {
        setup: `A mechanic gets ${dollarText(text.wage)} for a normal hour and one and a half times as much for an hour of overtime, and puts ${text.percent}% of everything aside for ${goal}. Last month there were ${text.normal} normal hours and ${text.extra} hours of overtime.`,
        ask: `Find the amount in dollars that the mechanic put aside last month.`,
        quantity: `the amount in dollars that the mechanic put aside last month`,
        steps: () => savedSteps(value, 'put aside'),
      }
    },
  ],
})

function savedSteps(
  {
    wage,
    normal,
    extra,
    percent,
  }: { readonly wage: number; readonly normal: number; readonly extra: number; readonly percent: number },
  what: string,
): readonly string[] {
  const more = digits(3 * wage * extra, 2)
  const all = digits(2 * wage * normal + 3 * wage * extra, 2)
  const part = digits((2 * wage * normal + 3 * wage * extra) * percent, 200)
  return [
    `The normal hours bring ${normal} × ${wage} = <<${normal}*${wage}=${normal * wage}>>${normal * wage} dollars, the others ${extra} × 1.5 × ${wage} = <<${extra}*1.5*${wage}=${more}>>${more} dollars.`,
    `The whole pay is ${normal * wage} + ${more} = <<${normal * wage}+${more}=${all}>>${all} dollars.`,
    `The part that is ${what} is ${percent}/100 × ${all} = <<${percent}/100*${all}=${part}>>${part} dollars.`,
  ]
}

export const jointMoneyFamilies: readonly Family[] = [discountThenTax, changeAfterShopping, savedFromWages]
