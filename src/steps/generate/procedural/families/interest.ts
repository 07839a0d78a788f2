import { fractionAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollarText, dollars, inDollars } from './everyday-text.ts'

/** Simple interest over whole years. */
const simpleInterest: Family = defineFamily({
  id: 'simple-interest-earned',
  knowledgePoints: ['simple-interest'],
  level: 1,
  result: dollars,
  answerStyle: 'money',
  givens: {
    principal: { minimum: 400, maximum: 5000, step: 50, link: dollars },
    percent: { minimum: 2, maximum: 12, link: { kind: 'percent' } },
    years: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ principal, percent, years }) => (principal * percent * years) % 100 === 0 && percent !== years,
  solve: ({ principal, percent, years }) => fractionAnswer(principal * percent * years, 100),
  check: {
    method: 'simulation',
    accepts: ({ principal, percent, years }, answer) => {
      let cents = 0
      for (let year = 0; year < years; year++) cents += principal * percent
      return isFraction(answer, cents, 100)
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} puts ${dollarText(text.principal)} into an account with ${text.percent}% simple interest per year and leaves it there for ${text.years} years.`,
      ask: `How much interest does the money earn in this time?`,
      quantity: `the interest in dollars that ${story.hero.name}'s money earns`,
      steps: () => simpleSteps(value),
    }),
    ({ value, text, story }) => {
      const purpose = story.pick(['a used tractor', 'a piano', 'new windows'])
      return {
        setup: `To buy ${purpose}, a family borrows ${dollarText(text.principal)} for ${text.years} years at a simple interest rate of ${text.percent}% a year.`,
        ask: `How much interest in dollars does the family pay altogether?`,
        quantity: `the interest in dollars that the family pays altogether`,
        steps: () => simpleSteps(value),
      }
    },
    ({ value, text, story }) => {
      const owner = story.pick(['foundation', 'village', 'school'])
      return {
        setup: `A ${owner} owns a bond of ${dollarText(text.principal)}, which pays out ${text.percent}% of this sum at the end of each year.`,
        ask: `Find the total payout in dollars after ${text.years} years.`,
        quantity: `the total payout in dollars that the ${owner} receives in ${text.years} years`,
        steps: () => simpleSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      return {
        setup: `${name} lends a friend ${dollarText(text.principal)} and asks for simple interest of ${text.percent}% a year. The friend keeps the money for ${text.years} years.`,
        ask: `How much interest does ${name} receive?`,
        quantity: `the interest in dollars that ${name} receives from the friend`,
        steps: () => simpleSteps(value),
      }
    },
  ],
})

function simpleSteps({
  principal,
  percent,
  years,
}: {
  readonly principal: number
  readonly percent: number
  readonly years: number
}): readonly string[] {
  const one = digits(principal * percent, 100)
  const all = digits(principal * percent * years, 100)
  return [
    `Simple interest is the same every year: ${percent}/100 × ${principal} = <<${percent}/100*${principal}=${one}>>${inDollars(one)}.`,
    `In ${years} years that is ${years} × ${one} = <<${years}*${one}=${all}>>${inDollars(all)}.`,
  ]
}

/** An amount after two years of compound interest. */
const compoundInterest: Family = defineFamily({
  id: 'compound-interest-amount',
  knowledgePoints: ['compound-interest'],
  level: 3,
  result: dollars,
  answerStyle: 'money',
  givens: {
    principal: { minimum: 100, maximum: 8000, step: 100, link: dollars },
    percent: { minimum: 2, maximum: 12, link: { kind: 'percent' } },
    years: { minimum: 2, maximum: 3 },
  },
  possible: () => true,
  nice: ({ principal, percent, years }) => (principal * (100 + percent) ** years) % 100 ** (years - 1) === 0,
  solve: ({ principal, percent, years }) =>
    fractionAnswer(principal * (100 + percent) ** years, 100 ** years),
  check: {
    method: 'simulation',
    // Year by year, in floating point.
    accepts: ({ principal, percent, years }, answer) => {
      let amount = principal
      for (let year = 0; year < years; year++) amount += amount * (percent / 100)
      return Math.abs(numericValue(answer) - amount) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} invests ${dollarText(text.principal)} at ${text.percent}% interest per year, compounded once a year.`,
      ask: `What is the investment worth after ${text.years} years?`,
      quantity: `the value in dollars of ${story.hero.name}'s investment after ${text.years} years`,
      steps: () => compoundSteps(value),
    }),
    ({ value, text, story }) => {
      const lender = story.pick(['cousin', 'neighbour', 'cooperative'])
      return {
        setup: `A loan of ${dollarText(text.principal)} from a ${lender} is not paid back for ${text.years} years. At the end of each year, ${text.percent}% of the debt at that time is added to the debt.`,
        ask: `How large is the debt at the end?`,
        quantity: `the debt in dollars at the end of the loan from the ${lender}`,
        steps: () => compoundSteps(value),
      }
    },
    ({ value, text, story }) => {
      const bank = story.pick(['savings bank', 'credit union', 'pension fund'])
      return {
        setup: `A ${bank} pays ${text.percent}% interest each year, and the interest stays in the account and earns interest too. A client deposits ${dollarText(text.principal)} and waits ${text.years} years.`,
        ask: `Find the balance of the account in dollars after that time.`,
        quantity: `the balance in dollars of the client's account`,
        steps: () => compoundSteps(value),
      }
    },
  ],
})

function compoundSteps({
  principal,
  percent,
  years,
}: {
  readonly principal: number
  readonly percent: number
  readonly years: number
}): readonly string[] {
  const lines = [
    `Each year the amount is multiplied by $1 + \\frac{${percent}}{100}$, because interest is paid on earlier interest too.`,
  ]
  for (let year = 1; year <= years; year++) {
    const before = digits(principal * (100 + percent) ** (year - 1), 100 ** (year - 1))
    const after = digits(principal * (100 + percent) ** year, 100 ** year)
    lines.push(
      `After year ${year}: ${before} × (1 + ${percent}/100) = <<${before}*(1+${percent}/100)=${after}>>${inDollars(after)}.`,
    )
  }
  return lines
}

export const interestFamilies: readonly Family[] = [simpleInterest, compoundInterest]
