import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollars, dollarText } from './everyday-text.ts'

/** Bought and sold by the piece. */
const tradingProfit: Family = defineFamily({
  id: 'trading-profit',
  knowledgePoints: ['profit-and-loss'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    count: { minimum: 4, maximum: 80, link: { kind: 'count' } },
    cost: { minimum: 2, maximum: 60, link: dollars },
    price: { minimum: 3, maximum: 90, link: dollars },
  },
  possible: ({ cost, price }) => price > cost,
  nice: ({ count, cost, price }) => price <= 3 * cost && count * (price - cost) <= 900,
  solve: ({ count, cost, price }) => integerAnswer(count * (price - cost)),
  check: {
    method: 'simulation',
    accepts: ({ count, cost, price }, answer) => {
      let purse = 0
      for (let item = 0; item < count; item++) purse -= cost
      for (let item = 0; item < count; item++) purse += price
      return isFraction(answer, purse)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['vases', 'lanterns', 'woven baskets', 'cushions'])
      return {
        setup: `${story.hero.name} buys ${text.count} ${things} for ${dollarText(text.cost)} each and sells all of them for ${dollarText(text.price)} each.`,
        ask: `What profit does ${story.hero.name} make?`,
        quantity: `the profit in dollars that ${story.hero.name} makes on the ${things}`,
        steps: () => profitSteps(value),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['T-shirts', 'mugs', 'calendars'])
      return {
        setup: `A youth club has ${things} printed at a cost of ${dollarText(text.cost)} per piece. At a fair it sells all ${text.count} of them at ${dollarText(text.price)} per piece.`,
        ask: `How many dollars does the club earn?`,
        quantity: `the profit of the youth club in dollars`,
        steps: () => profitSteps(value),
      }
    },
    ({ value, text, story }) => {
      const goods = story.pick(['spice mixes', 'bars of soap', 'bunches of flowers'])
      return {
        setup: `Selling ${goods} at ${dollarText(text.price)} apiece, a trader gets rid of ${text.count} in one day; the trader had paid ${dollarText(text.cost)} apiece for them.`,
        ask: `Find the profit of that day in dollars.`,
        quantity: `the profit of the trader in dollars`,
        steps: () => profitSteps(value),
      }
    },
  ],
})

function profitSteps({
  count,
  cost,
  price,
}: {
  readonly count: number
  readonly cost: number
  readonly price: number
}): readonly string[] {
  const gain = price - cost
  return [
    `Profit is income minus cost. On one piece it is ${price} - ${cost} = <<${price}-${cost}=${gain}>>${gain} dollars.`,
    `On ${count} pieces it is ${count} × ${gain} = <<${count}*${gain}=${count * gain}>>${count * gain} dollars.`,
  ]
}

/** Normal hours and overtime at time and a half. */
const overtimePay: Family = defineFamily({
  id: 'overtime-pay',
  knowledgePoints: ['wages-and-overtime'],
  level: 2,
  result: dollars,
  answerStyle: 'money',
  givens: {
    wage: { minimum: 10, maximum: 48, link: dollars },
    normal: { minimum: 12, maximum: 40 },
    extra: { minimum: 2, maximum: 14 },
  },
  possible: () => true,
  nice: ({ wage, extra }) => (wage * extra) % 2 === 0,
  solve: ({ wage, normal, extra }) => fractionAnswer(2 * wage * normal + 3 * wage * extra, 2),
  check: {
    method: 'simulation',
    // Hour by hour.
    accepts: ({ wage, normal, extra }, answer) => {
      let pay = 0
      for (let hour = 1; hour <= normal + extra; hour++) pay += hour > normal ? wage + wage / 2 : wage
      return Math.abs(numericValue(answer) - pay) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const job = story.pick(['an electrician', 'a nurse', 'a warehouse worker', 'a cook'])
      return {
        setup: `${story.hero.name} works as ${job} for ${dollarText(text.wage)} per hour. Overtime is paid at one and a half times this wage. This week ${story.hero.they} has worked ${text.normal} normal hours and ${text.extra} hours of overtime.`,
        ask: `How much does ${story.hero.name} earn this week?`,
        quantity: `the pay of ${story.hero.name} for this week in dollars`,
        steps: () => overtimeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const who = story.person().name
      return {
        setup: `The contract of ${who} says: ${text.normal} hours a week at ${dollarText(text.wage)} an hour, and half as much again for every additional hour. Last week ${who} stayed ${text.extra} hours longer than the contract says.`,
        ask: `What was the pay of ${who} for last week?`,
        quantity: `the pay of ${who} for last week in dollars`,
        steps: () => overtimeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['cannery', 'shipyard', 'sawmill'])
      return {
        setup: `A ${place} pays ${dollarText(text.wage)} per hour on weekdays, and one and a half times as much on Sundays. A worker does ${text.normal} hours on weekdays and ${text.extra} hours on Sunday.`,
        ask: `Find the earnings of this worker in dollars.`,
        quantity: `the earnings in dollars of the worker at the ${place}`,
        steps: () => overtimeSteps(value),
      }
    },
  ],
})

function overtimeSteps({
  wage,
  normal,
  extra,
}: {
  readonly wage: number
  readonly normal: number
  readonly extra: number
}): readonly string[] {
  const higher = digits(3 * wage, 2)
  const more = digits(3 * wage * extra, 2)
  const all = digits(2 * wage * normal + 3 * wage * extra, 2)
  return [
    `Normal hours: ${normal} × ${wage} = <<${normal}*${wage}=${normal * wage}>>${normal * wage} dollars.`,
    `The higher wage is 1.5 × ${wage} = <<1.5*${wage}=${higher}>>${higher} dollars per hour, so these hours bring ${extra} × ${higher} = <<${extra}*${higher}=${more}>>${more} dollars.`,
    `Together: ${normal * wage} + ${more} = <<${normal * wage}+${more}=${all}>>${all} dollars.`,
  ]
}

/** A base salary and a share of the sales. */
const salaryWithCommission: Family = defineFamily({
  id: 'salary-with-commission',
  knowledgePoints: ['commission'],
  level: 2,
  result: dollars,
  answerStyle: 'money',
  givens: {
    base: { minimum: 100, maximum: 900, step: 10, link: dollars },
    percent: { minimum: 2, maximum: 15 },
    sales: { minimum: 400, maximum: 9000, step: 100, link: dollars },
  },
  possible: () => true,
  nice: ({ percent, sales }) => (percent * sales) % 100 === 0,
  solve: ({ base, percent, sales }) => fractionAnswer(100 * base + percent * sales, 100),
  check: {
    method: 'inverse',
    accepts: ({ base, percent, sales }, answer) =>
      Math.abs(((numericValue(answer) - base) / sales) * 100 - percent) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const goods = story.pick(['kitchens', 'insurance', 'solar panels'])
      return {
        setup: `${story.hero.name} sells ${goods}. Each week ${story.hero.they} gets ${dollarText(text.base)} and a commission of ${text.percent}% of all sales. This week the sales amount to ${dollarText(text.sales)}.`,
        ask: `How much does ${story.hero.name} earn this week?`,
        quantity: `the earnings of ${story.hero.name} this week in dollars`,
        steps: () => commissionSteps(value),
      }
    },
    ({ value, text, story }) => {
      const agent = story.pick(['travel agent', 'gallery owner', 'ticket seller'])
      return {
        setup: `For sales worth ${dollarText(text.sales)}, a ${agent} receives ${text.percent}% commission on top of a fixed fee of ${dollarText(text.base)}.`,
        ask: `What does the ${agent} receive altogether?`,
        quantity: `the total in dollars that the ${agent} receives`,
        steps: () => commissionSteps(value),
      }
    },
    ({ value, text, story }) => {
      const who = story.person().name
      return {
        setup: `${who} has a new job in a furniture shop: a basic pay of ${dollarText(text.base)} a week plus ${text.percent}% of the value of everything ${who} sells.`,
        ask: `What is the pay in dollars for a week with sales of ${dollarText(text.sales)}?`,
        quantity: `the pay of ${who} in dollars for a week with sales of ${dollarText(text.sales)}`,
        steps: () => commissionSteps(value),
      }
    },
  ],
})

function commissionSteps({
  base,
  percent,
  sales,
}: {
  readonly base: number
  readonly percent: number
  readonly sales: number
}): readonly string[] {
  const share = digits(percent * sales, 100)
  const all = digits(100 * base + percent * sales, 100)
  return [
    `The commission is a percentage of the sales: ${percent}/100 × ${sales} = <<${percent}/100*${sales}=${share}>>${share} dollars.`,
    `The fixed part comes on top: ${base} + ${share} = <<${base}+${share}=${all}>>${all} dollars.`,
  ]
}

/** How many must be sold to cover fixed costs. */
const breakEven: Family = defineFamily({
  id: 'break-even-sales',
  knowledgePoints: ['break-even-point'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    fixed: { minimum: 40, maximum: 2400, step: 10, link: dollars },
    price: { minimum: 4, maximum: 60, link: dollars },
    cost: { minimum: 2, maximum: 40, link: dollars },
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
      const things = story.pick(['candles', 'jars of jam', 'friendship bracelets'])
      return {
        setup: `${story.hero.name} rents a market stall for ${dollarText(text.fixed)} and sells ${things} there for ${dollarText(text.price)} each. Making one costs ${dollarText(text.cost)}.`,
        ask: `How many ${things} must ${story.hero.name} sell to cover all costs exactly?`,
        quantity: `the number of ${things} that ${story.hero.name} must sell to cover all costs exactly`,
        steps: () => breakEvenSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const product = story.pick(['board games', 'cookbooks', 'wooden toys'])
      return {
        setup: `A small company has fixed costs of ${dollarText(text.fixed)} a week. It produces ${product} for ${dollarText(text.cost)} apiece and sells them for ${dollarText(text.price)} apiece.`,
        ask: `At how many ${product} a week does it break even?`,
        quantity: `the number of ${product} a week at which the company breaks even`,
        steps: () => breakEvenSteps(value, product),
      }
    },
    ({ value, text, story }) => {
      const trip = story.pick(['boat trip', 'city tour', 'stargazing night'])
      return {
        setup: `Organising a ${trip} costs ${dollarText(text.fixed)} plus ${dollarText(text.cost)} per guest for food. Each guest pays ${dollarText(text.price)}.`,
        ask: `Find the number of guests for which there is neither profit nor loss.`,
        quantity: `the number of guests for which the ${trip} makes neither profit nor loss`,
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
    `Each one contributes its price minus its own cost: ${price} - ${cost} = <<${price}-${cost}=${margin}>>${margin} dollars.`,
    `These contributions must pay the fixed ${fixed} dollars: ${fixed} ÷ ${margin} = <<${fixed}/${margin}=${count}>>${count}.`,
    `So the point where costs are just covered is at ${count} ${things}.`,
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
    return { rate, amount: fixed.amount ?? rate * random.integer(5, 150) }
  },
  possible: ({ amount, rate }) => amount > rate,
  nice: ({ amount, rate }) => amount % rate === 0,
  solve: ({ amount, rate }) => fractionAnswer(amount, rate),
  check: {
    method: 'inverse',
    accepts: ({ amount, rate }, answer) => Math.abs(numericValue(answer) * rate - amount) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const money = story.pick(['pesos', 'rupees', 'crowns', 'lira'])
      return {
        setup: `After a journey ${story.hero.name} changes ${text.amount} ${money} back into dollars. One dollar is worth ${text.rate} ${money}.`,
        ask: `How many dollars does ${story.hero.name} receive?`,
        quantity: `the number of dollars that ${story.hero.name} receives for the ${money}`,
        steps: () => currencySteps(value.amount, value.rate, money),
      }
    },
    ({ value, text, story }) => {
      const money = story.pick(['baht', 'rand', 'dirhams'])
      const thing = story.pick(['carpet', 'ceramic bowl', 'silver ring'])
      return {
        setup: `At an exchange rate of ${text.rate} ${money} to the dollar, a tourist looks at a ${thing} for ${text.amount} ${money}.`,
        ask: `What is the price of the ${thing} in dollars?`,
        quantity: `the price of the ${thing} in dollars`,
        steps: () => currencySteps(value.amount, value.rate, money),
      }
    },
    ({ value, text, story }) => {
      const money = story.pick(['shillings', 'roubles', 'taka'])
      return {
        setup: `A hotel abroad asks for ${text.amount} ${money} a night, and the bank gives ${text.rate} ${money} for each dollar.`,
        ask: `Find the price of one night in dollars.`,
        quantity: `the price of one night in the hotel in dollars`,
        steps: () => currencySteps(value.amount, value.rate, money),
      }
    },
  ],
})

function currencySteps(amount: number, rate: number, money: string): readonly string[] {
  const result = digits(amount, rate)
  return [
    `Every ${rate} ${money} make one dollar, so divide by the exchange rate.`,
    `${amount} ÷ ${rate} = <<${amount}/${rate}=${result}>>${result}, so the amount is \\$${result}.`,
  ]
}

export const earningAndTradingFamilies: readonly Family[] = [
  tradingProfit,
  overtimePay,
  salaryWithCommission,
  breakEven,
  foreignMoney,
]
