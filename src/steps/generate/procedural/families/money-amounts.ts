import { fractionAnswer, integerAnswer, integerValue, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits, dollarText, dollars, inDollars, withCents } from './everyday-text.ts'

/** A percentage of an amount of money. */
const percentOfAmount: Family = defineFamily({
  id: 'percent-of-amount',
  knowledgePoints: ['percent-of-a-quantity'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    amount: { minimum: 60, maximum: 1200, step: 10, link: dollars },
    percent: { minimum: 5, maximum: 90, step: 5, link: { kind: 'percent' } },
  },
  possible: ({ percent }) => percent < 100,
  nice: ({ amount, percent }) => (amount * percent) % 100 === 0,
  solve: ({ amount, percent }) => fractionAnswer(amount * percent, 100),
  check: {
    method: 'inverse',
    accepts: ({ amount, percent }, answer) =>
      Math.abs((numericValue(answer) * 100) / amount - percent) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const purpose = story.pick(['rent', 'food', 'travel'])
      return {
        setup: `${story.hero.name} earns ${dollarText(text.amount)} a month in a part-time job and spends ${text.percent}% of it on ${purpose}.`,
        ask: `How much does ${story.hero.name} spend on ${purpose} each month?`,
        quantity: `the amount in dollars that ${story.hero.name} spends on ${purpose} each month`,
        steps: () => percentSteps(value.amount, value.percent),
      }
    },
    ({ value, text, story }) => {
      const cause = story.pick(['the animal shelter', 'the hospital', 'the tree nursery'])
      return {
        setup: `A charity run raises ${dollarText(text.amount)}. Of this sum, ${text.percent}% goes to ${cause}.`,
        ask: `How much money does ${cause} receive?`,
        quantity: `the number of dollars that ${cause} receives`,
        steps: () => percentSteps(value.amount, value.percent),
      }
    },
    ({ value, text, story }) => {
      const project = story.pick(['class trip', 'theatre visit', 'sports day'])
      return {
        setup: `A ${project} costs ${dollarText(text.amount)} in total. The parents' association pays ${text.percent}% of this.`,
        ask: `Find the amount in dollars that the parents' association pays.`,
        quantity: `the amount in dollars that the parents' association pays for the ${project}`,
        steps: () => percentSteps(value.amount, value.percent),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const thing = story.pick(['sewing machine', 'bicycle', 'garden bench'])
      return {
        setup: `${friend} orders a ${thing} for ${dollarText(text.amount)} and must pay ${text.percent}% of the price in advance.`,
        ask: `How much does ${friend} pay in advance?`,
        quantity: `the amount in dollars that ${friend} pays in advance for the ${thing}`,
        steps: () => percentSteps(value.amount, value.percent),
      }
    },
  ],
})

function percentSteps(amount: number, percent: number): readonly string[] {
  const part = digits(amount * percent, 100)
  return [
    `${percent}% means ${percent} hundredths, so take ${percent}/100 of ${amount} dollars.`,
    `${percent}/100 × ${amount} = <<${percent}/100*${amount}=${part}>>${part}, so the amount is \\$${withCents(part)}.`,
  ]
}

/** What a fraction of an amount of money leaves. */
const moneyLeft: Family = defineFamily({
  id: 'money-left-after-fraction',
  knowledgePoints: ['fraction-of-a-quantity'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    amount: { minimum: 20, maximum: 300, link: dollars },
    part: { minimum: 1, maximum: 9 },
    whole: { minimum: 3, maximum: 12 },
  },
  sample: (random, fixed) => {
    const whole = random.integer(3, 12)
    const part = random.integer(1, whole - 1)
    return { part, whole, amount: fixed.amount ?? whole * random.integer(4, 60) }
  },
  possible: ({ part, whole }) => part < whole,
  nice: ({ amount, part, whole }) => commonDivisor(part, whole) === 1 && amount % whole === 0,
  solve: ({ amount, part, whole }) => fractionAnswer(amount * (whole - part), whole),
  check: {
    method: 'inverse',
    // What is left and what was spent make the amount.
    accepts: ({ amount, part, whole }, answer) =>
      Math.abs(numericValue(answer) + (part / whole) * amount - amount) < 1e-9,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const thing = story.pick(['birthday presents', 'concert tickets', 'running shoes'])
      return {
        setup: `${story.hero.name} has ${dollarText(text.amount)} and spends $\\frac{${math.part}}{${math.whole}}$ of it on ${thing}.`,
        ask: `How much money does ${story.hero.name} have left?`,
        quantity: `the amount in dollars that ${story.hero.name} has left`,
        steps: () => leftSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const club = story.pick(['sailing club', 'brass band', 'film society'])
      return {
        setup: `A ${club} had a debt of ${dollarText(text.amount)} and has paid back $\\frac{${math.part}}{${math.whole}}$ of it.`,
        ask: `How much money in dollars does the ${club} still owe?`,
        quantity: `the amount in dollars that the ${club} still owes`,
        steps: () => leftSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const goal = story.pick(['a trip to the zoo', 'new books', 'a farewell party'])
      return {
        setup: `At a cake sale a class takes in ${dollarText(text.amount)}. It spends $\\frac{${math.part}}{${math.whole}}$ of the money on ${goal} and keeps the rest.`,
        ask: `Find the amount in dollars that the class keeps.`,
        quantity: `the amount in dollars that the class keeps`,
        steps: () => leftSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.person()
      const thing = story.pick(['a drum kit', 'a sewing machine', 'a violin'])
      return {
        setup: `To buy ${thing} for ${dollarText(text.amount)}, ${name} has so far saved $\\frac{${math.part}}{${math.whole}}$ of the price.`,
        ask: `How much money in dollars does ${name} still need?`,
        quantity: `the amount in dollars that ${name} still needs`,
        steps: () => leftSteps(value, { part: 'saved so far', rest: 'What is still missing' }),
      }
    },
  ],
})

function leftSteps(
  value: { readonly amount: number; readonly part: number; readonly whole: number },
  words = { part: 'that is gone', rest: 'What is left' },
): readonly string[] {
  const { amount, part, whole } = value
  const used = digits(amount * part, whole)
  const rest = digits(amount * (whole - part), whole)
  return [
    `First find the part ${words.part}: ${part}/${whole} × ${amount} = <<${part}/${whole}*${amount}=${used}>>${inDollars(used)}.`,
    `${words.rest} is ${amount} - ${used} = <<${amount}-${used}=${rest}>>${inDollars(rest)}.`,
  ]
}

/** Money that comes in and goes out. */
const balance: Family = defineFamily({
  id: 'account-balance',
  knowledgePoints: ['addition-and-subtraction-of-whole-numbers'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    start: { minimum: 20, maximum: 600, link: dollars },
    added: { minimum: 10, maximum: 400, link: dollars },
    spent: { minimum: 5, maximum: 400, link: dollars },
  },
  possible: ({ start, added, spent }) => spent < start + added,
  nice: ({ start, added, spent }) => start + added - spent >= 5 && added !== spent,
  solve: ({ start, added, spent }) => integerAnswer(start + added - spent),
  check: {
    method: 'simulation',
    // Dollar by dollar in and out.
    accepts: ({ start, added, spent }, answer) => {
      let balance = start
      for (let dollar = 0; dollar < added; dollar++) balance++
      for (let dollar = 0; dollar < spent; dollar++) balance--
      return integerValue(answer) === balance
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} has ${dollarText(text.start)} in a bank account. First a payment of ${dollarText(text.added)} comes in, and later ${story.hero.name} withdraws ${dollarText(text.spent)}.`,
      ask: `How much money is in the account now?`,
      quantity: `the amount in dollars in ${story.hero.name}'s account now`,
      steps: () => balanceSteps(value),
    }),
    ({ value, text, story }) => {
      const goal = story.pick(['a ski trip', 'a trip to the coast', 'a language camp'])
      return {
        setup: `A class collects money for ${goal}. It raises ${dollarText(text.start)} at a bake sale and ${dollarText(text.added)} at a flea market, and then pays ${dollarText(text.spent)} for the bus.`,
        ask: `How many dollars does the class have left?`,
        quantity: `the amount in dollars that the class has left in the end`,
        steps: () => balanceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      return {
        setup: `${name} starts a market day with ${dollarText(text.start)} in the cash box. Customers pay ${dollarText(text.added)} in all, and ${name} buys supplies for ${dollarText(text.spent)}.`,
        ask: `Find the amount in dollars that is in the cash box at the end of the day.`,
        quantity: `the amount in dollars in ${name}'s cash box at the end of the day`,
        steps: () => balanceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      return {
        setup: `${friend} has savings of ${dollarText(text.start)} and is given ${dollarText(text.added)} on a birthday. Then ${friend} spends ${dollarText(text.spent)} on new clothes.`,
        ask: `How much money does ${friend} have left?`,
        quantity: `the amount in dollars that ${friend} has left after buying the clothes`,
        steps: () => balanceSteps(value),
      }
    },
  ],
})

function balanceSteps({
  start,
  added,
  spent,
}: {
  readonly start: number
  readonly added: number
  readonly spent: number
}): readonly string[] {
  const all = start + added
  return [
    `What comes in is added: ${start} + ${added} = <<${start}+${added}=${all}>>${inDollars(all)}.`,
    `What goes out is subtracted: ${all} - ${spent} = <<${all}-${spent}=${all - spent}>>${all - spent} dollars.`,
  ]
}

/** The same amount of money again and again. */
const repeatedAmount: Family = defineFamily({
  id: 'repeated-amount',
  knowledgePoints: ['multiplication-of-whole-numbers'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    // A price for each time: a total from elsewhere would mean nothing here.
    amount: { minimum: 3, maximum: 40 },
    times: { minimum: 3, maximum: 48, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ amount, times }) => amount * times <= 1500 && amount !== times,
  solve: ({ amount, times }) => integerAnswer(amount * times),
  check: {
    method: 'simulation',
    accepts: ({ amount, times }, answer) => {
      let paid = 0
      for (let turn = 0; turn < times; turn++) paid += amount
      return isFraction(answer, paid)
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} puts ${dollarText(text.amount)} into a money box every week for ${text.times} weeks.`,
      ask: `How much money does ${story.hero.name} put into the box in all?`,
      quantity: `the amount in dollars that ${story.hero.name} puts into the money box in all`,
      steps: () =>
        repeatedSteps(
          value.amount,
          value.times,
          `The same amount goes into the box every week for ${value.times} weeks, so multiply.`,
        ),
    }),
    ({ value, text, story }) => {
      const event = story.pick(['comedy night', 'museum night', 'cooking class'])
      return {
        setup: `Each of the ${text.times} guests of a ${event} pays ${dollarText(text.amount)}.`,
        ask: `How many dollars do the guests pay altogether?`,
        quantity: `the number of dollars that the guests of the ${event} pay altogether`,
        steps: () =>
          repeatedSteps(
            value.amount,
            value.times,
            `Each of the ${value.times} guests pays the same amount, so multiply.`,
          ),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['cello', 'bicycle', 'canoe'])
      const friend = story.person().name
      return {
        setup: `Hiring a ${thing} costs ${dollarText(text.amount)} a day. ${friend} hires one for ${text.times} days.`,
        ask: `Find the total cost in dollars.`,
        quantity: `the total cost in dollars of ${friend}'s ${thing} hire`,
        steps: () =>
          repeatedSteps(
            value.amount,
            value.times,
            `Each of the ${value.times} days costs the same amount, so multiply.`,
          ),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const job = story.pick(['walking dogs', 'tutoring pupils', 'washing cars'])
      return {
        setup: `${name} earns ${dollarText(text.amount)} an hour by ${job} and has worked for ${text.times} hours this month.`,
        ask: `How much has ${name} earned so far this month?`,
        quantity: `the amount in dollars that ${name} has earned so far this month by ${job}`,
        steps: () =>
          repeatedSteps(
            value.amount,
            value.times,
            `Each of the ${value.times} hours brings the same amount, so multiply.`,
          ),
      }
    },
  ],
})

function repeatedSteps(amount: number, times: number, reason: string): readonly string[] {
  return [
    reason,
    `${times} × ${amount} = <<${times}*${amount}=${amount * times}>>${amount * times}, so the total is \\$${amount * times}.`,
  ]
}

export const moneyAmountFamilies: readonly Family[] = [percentOfAmount, moneyLeft, balance, repeatedAmount]
