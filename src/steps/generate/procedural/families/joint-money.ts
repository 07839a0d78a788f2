import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { amountText, centsText, digits, dollarText, dollars, inDollars } from './everyday-text.ts'

/** A discount first, then a tax on the reduced price. */
const discountThenTax: Family = defineFamily({
  id: 'discount-then-tax',
  knowledgePoints: ['discount-and-sale-price', 'sales-tax-and-tips'],
  level: 3,
  result: dollars,
  answerStyle: 'money',
  givens: {
    price: { minimum: 40, maximum: 300, step: 10, link: dollars },
    discount: { minimum: 5, maximum: 60, step: 5 },
    tax: { minimum: 4, maximum: 25 },
  },
  sample: (random, fixed) => ({
    price: fixed.price ?? 10 * random.integer(4, 30),
    discount: 5 * random.integer(1, 12),
    tax: random.pick([4, 5, 6, 8, 10, 12, 15, 20, 25]),
  }),
  possible: () => true,
  nice: ({ price, discount, tax }) =>
    (price * (100 - discount)) % 100 === 0 &&
    (price * (100 - discount) * (100 + tax)) % 10_000 === 0 &&
    discount !== tax &&
    (100 - discount) * (100 + tax) !== 10_000,
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
        setup: `${name} invites friends to a ${place}. The bill is ${dollarText(text.price)}, but a voucher takes ${text.discount}% off. On the reduced bill ${name} adds a tip of ${text.tax}%.`,
        ask: `What does ${name} pay in total?`,
        quantity: `the total amount in dollars that ${name} pays in the ${place}`,
        steps: () => taxSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['camera', 'printer', 'tent'])
      return {
        setup: `A ${thing} costs ${dollarText(text.price)} without tax. In a sale a shop takes ${text.discount}% off this price and then adds ${text.tax}% tax to the reduced price.`,
        ask: `Find the final price of the ${thing} including tax, in dollars.`,
        quantity: `the final price of the ${thing} in dollars including tax`,
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
    `After the discount, 100% - ${discount}% of the price is left: ${price} × (1 - ${discount}/100) = <<${price}*(1-${discount}/100)=${reduced}>>${inDollars(reduced)}.`,
    `The second percentage is taken of the reduced price: ${tax}/100 × ${reduced} = <<${tax}/100*${reduced}=${extra}>>${inDollars(extra)}.`,
    `Together: ${reduced} + ${extra} = <<${reduced}+${extra}=${all}>>${inDollars(all)}.`,
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
    firstPrice: { minimum: 150, maximum: 600, step: 25, style: 'cents' },
    secondCount: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    secondPrice: { minimum: 150, maximum: 600, step: 25, style: 'cents' },
  },
  sample: (random, fixed) => {
    const firstCount = fixed.firstCount ?? random.integer(2, 12)
    const secondCount = fixed.secondCount ?? random.integer(2, 12)
    const [firstPrice, secondPrice] = [25 * random.integer(6, 24), 25 * random.integer(6, 24)]
    const bill = firstCount * firstPrice + secondCount * secondPrice
    // The next full ten dollars, or the ten after that.
    const paid = fixed.paid ?? 10 * (Math.ceil((bill + 1) / 1000) + random.integer(0, 1))
    return { paid, firstCount, firstPrice, secondCount, secondPrice }
  },
  possible: ({ paid, firstCount, firstPrice, secondCount, secondPrice }) =>
    firstCount * firstPrice + secondCount * secondPrice < 100 * paid,
  nice: ({ paid, firstCount, firstPrice, secondCount, secondPrice }) =>
    firstPrice !== secondPrice &&
    firstCount !== secondCount &&
    (firstCount * firstPrice + secondCount * secondPrice) % 50 === 0 &&
    // Nobody hands over much more than the bill.
    10 * (firstCount * firstPrice + secondCount * secondPrice) >= 700 * paid,
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
        setup: `${friend} goes to the market with ${dollarText(text.paid)} and buys ${text.firstCount} melons and ${text.secondCount} bags of cherries. One melon costs ${text.firstPrice}, and one bag of cherries costs ${text.secondPrice}.`,
        ask: `How much money in dollars does ${friend} have left?`,
        quantity: `the amount in dollars that ${friend} has left after the market`,
        steps: () => shoppingSteps(value, 'melons', 'bags of cherries'),
      }
    },
    ({ value, text, story }) => {
      const club = story.pick(['drama club', 'rowing club', 'scout group'])
      return {
        setup: `The treasurer of a ${club} has ${dollarText(text.paid)} in cash and must pay for ${text.firstCount} bus tickets at ${text.firstPrice} each and ${text.secondCount} lunches at ${text.secondPrice} each.`,
        ask: `Find the amount in dollars that the treasurer has left.`,
        quantity: `the amount in dollars that the treasurer of the ${club} has left`,
        steps: () => shoppingSteps(value, 'bus tickets', 'lunches'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const [one, other] = story.pick([
        ['key rings', 'fridge magnets'],
        ['bowls of noodles', 'bottles of juice'],
      ] as const)
      return {
        setup: `A stand sells ${one} at ${text.firstPrice} and ${other} at ${text.secondPrice}. ${name} has ${dollarText(text.paid)} and buys ${text.firstCount} ${one} and ${text.secondCount} ${other}.`,
        ask: `How much money in dollars does ${name} have left?`,
        quantity: `the amount in dollars that ${name} has left after buying them`,
        steps: () => shoppingSteps(value, one, other),
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
    // By the hour: an amount of money from elsewhere would mean nothing here.
    wage: { minimum: 12, maximum: 40 },
    normal: { minimum: 30, maximum: 40 },
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
        setup: `${friend} earns ${dollarText(text.wage)} per hour during the week and half as much again per hour on Sundays. This week ${friend} has worked ${text.normal} hours from Monday to Saturday and ${text.extra} hours on Sunday. Of the whole pay, ${text.percent}% goes to income tax.`,
        ask: `How much income tax in dollars does ${friend} pay?`,
        quantity: `the income tax in dollars that ${friend} pays`,
        steps: () => savedSteps(value, 'paid as income tax'),
      }
    },
    ({ value, text, story }) => {
      const goal = story.pick(['a holiday', 'a new piano', 'a driving course'])
      return {
        setup: `A mechanic gets ${dollarText(text.wage)} for a normal hour and one and a half times as much for an hour of overtime, and puts ${text.percent}% of everything aside for ${goal}. Last week there were ${text.normal} normal hours and ${text.extra} hours of overtime.`,
        ask: `Find the amount in dollars that the mechanic put aside last week.`,
        quantity: `the amount in dollars that the mechanic put aside last week`,
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
    `The normal hours bring ${normal} × ${wage} = <<${normal}*${wage}=${normal * wage}>>${normal * wage} dollars, the others ${extra} × 1.5 × ${wage} = <<${extra}*1.5*${wage}=${more}>>${inDollars(more)}.`,
    `The whole pay is ${normal * wage} + ${more} = <<${normal * wage}+${more}=${all}>>${inDollars(all)}.`,
    `The part ${what} is ${percent}/100 × ${all} = <<${percent}/100*${all}=${part}>>${inDollars(part)}.`,
  ]
}

export const jointMoneyFamilies: readonly Family[] = [discountThenTax, changeAfterShopping, savedFromWages]
