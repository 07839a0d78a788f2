import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollarText, dollars, inDollars } from './everyday-text.ts'

/** Bought and sold by the piece. */
const tradingProfit: Family = defineFamily({
  id: 'trading-profit',
  knowledgePoints: ['profit-and-loss'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    count: { minimum: 4, maximum: 80, link: { kind: 'count' } },
    cost: { minimum: 3, maximum: 12, link: dollars },
    price: { minimum: 5, maximum: 24, link: dollars },
  },
  possible: ({ cost, price }) => price > cost,
  nice: ({ cost, price }) => price >= cost + 2 && price <= 3 * cost,
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
      const things = story.pick(['vases', 'lanterns', 'straw hats', 'cushions'])
      return {
        setup: `${story.hero.name} buys ${text.count} ${things} for ${dollarText(text.cost)} each and sells all of them for ${dollarText(text.price)} each.`,
        ask: `What profit does ${story.hero.name} make?`,
        quantity: `the profit in dollars that ${story.hero.name} makes from the ${things}`,
        steps: () => profitSteps(value),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['T-shirts', 'tote bags', 'calendars'])
      return {
        setup: `A youth club has ${text.count} ${things} printed for ${dollarText(text.cost)} each. At a fair it sells all of them for ${dollarText(text.price)} each.`,
        ask: `How many dollars of profit does the club make?`,
        quantity: `the youth club's profit in dollars`,
        steps: () => profitSteps(value),
      }
    },
    ({ value, text, story }) => {
      const goods = story.pick(['potted herbs', 'scented candles', 'bunches of flowers'])
      return {
        setup: `A trader pays ${dollarText(text.cost)} each for ${goods}. In one day ${text.count} of them are sold at ${dollarText(text.price)} each.`,
        ask: `Find the trader's profit in dollars on the ${goods} sold that day.`,
        quantity: `the trader's profit in dollars on the ${goods} sold that day`,
        steps: () => profitSteps(value),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['school fair', 'football match', 'street festival'])
      return {
        setup: `At a ${event} a stand sells ${text.count} meals at ${dollarText(text.price)} each. The ingredients of each meal cost ${dollarText(text.cost)}.`,
        ask: `How much money do all the meals together bring in after the ingredients have been paid for?`,
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
    `Profit is income minus cost. On one of them it is ${price} - ${cost} = <<${price}-${cost}=${gain}>>${inDollars(gain)}.`,
    `On all ${count} it is ${count} × ${gain} = <<${count}*${gain}=${count * gain}>>${count * gain} dollars.`,
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
    // By the hour: an amount of money from elsewhere would mean nothing here.
    wage: { minimum: 12, maximum: 48 },
    normal: { minimum: 30, maximum: 40, link: { kind: 'time', unit: 'hours' } },
    extra: { minimum: 2, maximum: 12, link: { kind: 'time', unit: 'hours' } },
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
        quantity: `${story.hero.name}'s pay in dollars for this week`,
        steps: () => overtimeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const who = story.person().name
      return {
        setup: `${who} has a contract for ${text.normal} hours a week at ${dollarText(text.wage)} an hour. Every additional hour is paid at one and a half times this rate. Last week ${who} worked ${text.extra} additional hours.`,
        ask: `How much was ${who} paid for last week?`,
        quantity: `${who}'s pay in dollars for last week`,
        steps: () => overtimeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['cannery', 'shipyard', 'sawmill'])
      return {
        setup: `A ${place} pays ${dollarText(text.wage)} per hour on weekdays, and one and a half times as much on Sundays. In one week a worker spends ${text.normal} hours there on weekdays and ${text.extra} hours on Sunday.`,
        ask: `Find the worker's pay for this week in dollars.`,
        quantity: `the pay in dollars of the worker at the ${place}`,
        steps: () => overtimeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const work = story.pick(['night', 'holiday', 'weekend'])
      return {
        setup: `Hours of ${work} work are paid at one and a half times the normal rate. Last week ${name} worked ${text.normal} hours at the normal rate of ${dollarText(text.wage)} and ${text.extra} hours of ${work} work.`,
        ask: `Find ${name}'s pay for the whole week in dollars.`,
        quantity: `${name}'s pay in dollars for the whole week`,
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
    `The higher wage is 1.5 × ${wage} = <<1.5*${wage}=${higher}>>${inDollars(higher)} per hour, so these hours bring ${extra} × ${higher} = <<${extra}*${higher}=${more}>>${inDollars(more)}.`,
    `Together: ${normal * wage} + ${more} = <<${normal * wage}+${more}=${all}>>${inDollars(all)}.`,
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
    base: { minimum: 150, maximum: 900, step: 10, link: dollars },
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
      const seller = story.person()
      const goods = story.pick(['garden furniture', 'insurance', 'solar panels'])
      return {
        setup: `${seller.name} sells ${goods}. Each week ${seller.they} gets ${dollarText(text.base)} and a commission of ${text.percent}% of all sales. This week ${seller.name}'s sales amount to ${dollarText(text.sales)}.`,
        ask: `How much does ${seller.name} earn this week?`,
        quantity: `the amount in dollars that ${seller.name} earns this week`,
        steps: () => commissionSteps(value),
      }
    },
    ({ value, text, story }) => {
      const agent = story.pick(['travel agent', 'gallery owner', 'ticket seller'])
      return {
        setup: `For sales worth ${dollarText(text.sales)}, a ${agent} receives ${text.percent}% commission on top of a fixed fee of ${dollarText(text.base)}.`,
        ask: `What does the ${agent} receive altogether?`,
        quantity: `the total amount in dollars that the ${agent} receives`,
        steps: () => commissionSteps(value),
      }
    },
    ({ value, text, story }) => {
      const who = story.person().name
      return {
        setup: `In a furniture shop ${who} earns a basic ${dollarText(text.base)} a week plus ${text.percent}% of the value of everything ${who} sells.`,
        ask: `What is ${who}'s pay for a week with sales of ${dollarText(text.sales)}?`,
        quantity: `${who}'s pay in dollars for a week with sales of ${dollarText(text.sales)}`,
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
    `The commission is a percentage of the sales: ${percent}/100 × ${sales} = <<${percent}/100*${sales}=${share}>>${inDollars(share)}.`,
    `Add the fixed part: ${base} + ${share} = <<${base}+${share}=${all}>>${inDollars(all)}.`,
  ]
}

export const earningFamilies: readonly Family[] = [tradingProfit, overtimePay, salaryWithCommission]
