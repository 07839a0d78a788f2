import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits, dollarText, dollars, inDollars } from './everyday-text.ts'

/** A value that falls by the same percentage each year. */
const fallingValue: Family = defineFamily({
  id: 'value-after-depreciation',
  knowledgePoints: ['depreciation'],
  level: 3,
  result: dollars,
  answerStyle: 'money',
  givens: {
    price: { minimum: 400, maximum: 4000, step: 100, link: dollars },
    percent: { minimum: 5, maximum: 40, step: 5, link: { kind: 'percent' } },
    years: { minimum: 2, maximum: 4 },
  },
  possible: ({ percent }) => percent < 100,
  nice: ({ price, percent, years }) => (price * (100 - percent) ** years) % 100 ** years === 0,
  solve: ({ price, percent, years }) => fractionAnswer(price * (100 - percent) ** years, 100 ** years),
  check: {
    method: 'simulation',
    // Year by year, in floating point.
    accepts: ({ price, percent, years }, answer) => {
      let worth = price
      for (let year = 0; year < years; year++) worth -= worth * (percent / 100)
      return Math.abs(numericValue(answer) - worth) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['coffee machine', 'photocopier', 'cargo bike'])
      return {
        setup: `A company buys a ${thing} for ${dollarText(text.price)}. Each year the ${thing} loses ${text.percent}% of the value that it had at the beginning of that year.`,
        ask: `What is the ${thing} worth after ${text.years} years?`,
        quantity: `the value of the ${thing} in dollars after ${text.years} years`,
        steps: () => fallingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['laptop', 'camera', 'motor scooter'])
      const { name } = story.hero
      return {
        setup: `${name} pays ${dollarText(text.price)} for a ${thing}. Every year its resale price drops by ${text.percent}% of the price of the year before.`,
        ask: `For how many dollars can ${name} sell the ${thing} in ${text.years} years?`,
        quantity: `the resale price in dollars of ${name}'s ${thing} after ${text.years} years`,
        steps: () => fallingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const owner = story.pick(['music school', 'yoga studio', 'film club'])
      return {
        setup: `For its accounts a ${owner} writes off ${text.percent}% of the current value of its equipment at the end of each year. The equipment has a value of ${dollarText(text.price)} now.`,
        ask: `Find the value in dollars after ${text.years} years.`,
        quantity: `the value in dollars of the ${owner}'s equipment after ${text.years} years`,
        steps: () => fallingSteps(value),
      }
    },
  ],
})

function fallingSteps({
  price,
  percent,
  years,
}: {
  readonly price: number
  readonly percent: number
  readonly years: number
}): readonly string[] {
  const lines = [
    `Each year the value is multiplied by $1 - \\frac{${percent}}{100}$, because the loss is taken from the current value.`,
  ]
  for (let year = 1; year <= years; year++) {
    const before = digits(price * (100 - percent) ** (year - 1), 100 ** (year - 1))
    const after = digits(price * (100 - percent) ** year, 100 ** year)
    lines.push(
      `After year ${year}: ${before} × (1 - ${percent}/100) = <<${before}*(1-${percent}/100)=${after}>>${inDollars(after)}.`,
    )
  }
  return lines
}

/** Equal instalments of a loan with a flat fee in percent. */
const instalment: Family = defineFamily({
  id: 'monthly-instalment',
  knowledgePoints: ['loan-repayment'],
  level: 2,
  result: dollars,
  answerStyle: 'money',
  givens: {
    loan: { minimum: 400, maximum: 6000, step: 50, link: dollars },
    percent: { minimum: 2, maximum: 25, link: { kind: 'percent' } },
    months: { minimum: 4, maximum: 48, link: { kind: 'number' } },
  },
  possible: ({ months }) => months >= 2,
  nice: ({ loan, percent, months }) =>
    (loan * (100 + percent)) % (100 * months) === 0 && loan >= 5 * months && (loan * percent) % 100 === 0,
  solve: ({ loan, percent, months }) => fractionAnswer(loan * (100 + percent), 100 * months),
  check: {
    method: 'simulation',
    // After all instalments nothing is owed.
    accepts: ({ loan, percent, months }, answer) => {
      let debt = loan + loan * (percent / 100)
      for (let month = 0; month < months; month++) debt -= numericValue(answer)
      return Math.abs(debt) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const purpose = story.pick(['a used car', 'a cargo bike', 'a piano'])
      return {
        setup: `For ${purpose} ${story.hero.name} takes out a loan of ${dollarText(text.loan)}. A single charge of ${text.percent}% of the loan is added, and the sum is paid back in ${text.months} equal monthly instalments.`,
        ask: `How large is each instalment?`,
        quantity: `${story.hero.name}'s monthly instalment in dollars`,
        steps: () => instalmentSteps(value),
      }
    },
    ({ value, text, story }) => {
      const shop = story.pick(['furniture shop', 'music shop', 'camera shop'])
      return {
        setup: `A ${shop} lends a customer ${dollarText(text.loan)} and asks for ${text.months} equal payments that together are ${text.percent}% more than the loan.`,
        ask: `How much is each payment?`,
        quantity: `the amount in dollars of each payment to the ${shop}`,
        steps: () => instalmentSteps(value),
      }
    },
    ({ value, text, story }) => {
      const borrower = story.pick(['farmer', 'ceramic artist', 'taxi driver'])
      return {
        setup: `Altogether the interest on a loan of ${dollarText(text.loan)} is ${text.percent}% of the loan. A ${borrower} repays loan and interest in ${text.months} monthly amounts of the same size.`,
        ask: `Find the monthly amount in dollars.`,
        quantity: `the monthly amount in dollars that the ${borrower} repays`,
        steps: () => instalmentSteps(value),
      }
    },
  ],
})

function instalmentSteps({
  loan,
  percent,
  months,
}: {
  readonly loan: number
  readonly percent: number
  readonly months: number
}): readonly string[] {
  const extra = digits(loan * percent, 100)
  const all = digits(loan * (100 + percent), 100)
  const each = digits(loan * (100 + percent), 100 * months)
  return [
    `The charge is ${percent}/100 × ${loan} = <<${percent}/100*${loan}=${extra}>>${inDollars(extra)}.`,
    `To be paid back in all: ${loan} + ${extra} = <<${loan}+${extra}=${all}>>${inDollars(all)}.`,
    `Shared equally: ${all} ÷ ${months} = <<${all}/${months}=${each}>>${inDollars(each)}.`,
  ]
}

export const loanAndDepreciationFamilies: readonly Family[] = [fallingValue, instalment]
