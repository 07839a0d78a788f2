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
    ({ value, text, story }) => {
      const event = story.pick(['school fair', 'football match', 'street festival'])
      return {
        setup: `At a ${event} a stand sells ${text.count} meals at ${dollarText(text.price)} each. The ingredients of each meal cost ${dollarText(text.cost)}.`,
        ask: `How much is earned on all the meals together after the ingredients have been paid for?`,
        quantity: `the profit in dollars on all the meals sold at the ${event}`,
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
    normal: { minimum: 12, maximum: 40, link: { kind: 'time', unit: 'hours' } },
    extra: { minimum: 2, maximum: 14, link: { kind: 'time', unit: 'hours' } },
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
    percent: { minimum: 2, maximum: 15, link: { kind: 'percent' } },
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

export const earningFamilies: readonly Family[] = [tradingProfit, overtimePay, salaryWithCommission]
