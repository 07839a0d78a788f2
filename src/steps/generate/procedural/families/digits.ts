import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { digitsOf } from './whole-numbers.ts'

/** The digit that completes a number made of equal digits to a multiple of nine. */
const missingDigit: Family = defineFamily({
  id: 'missing-digit-for-nine',
  knowledgePoints: ['divisibility-rules'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    copies: { minimum: 3, maximum: 120, link: { kind: 'number' } },
    digit: { minimum: 2, maximum: 8, link: { kind: 'number' } },
  },
  possible: ({ copies, digit }) => copies >= 2 && digit >= 1 && digit <= 9 && (copies * digit) % 9 !== 0,
  nice: ({ copies, digit }) => (copies * digit) % 9 !== 8,
  solve: ({ copies, digit }) => integerAnswer(9 - ((copies * digit) % 9)),
  check: {
    method: 'brute force',
    accepts: ({ copies, digit }, answer) => {
      const fitting: number[] = []
      for (let last = 0; last <= 9; last++)
        if (BigInt(`${digit}`.repeat(copies) + `${last}`) % 9n === 0n) fitting.push(last)
      return fitting.length === 1 && integerValue(answer) === fitting[0]
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `An integer that is divisible by nine begins with ${text.copies} digits that are all equal to ${text.digit}, and exactly one more digit follows.`,
      ask: `What is the last digit of the integer?`,
      quantity: `the last digit of the integer that is divisible by nine`,
      steps: () => missingSteps(value.copies, value.digit),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} writes the digit ${text.digit} on a strip of paper ${text.copies} times in a row and reads the result as one long number.`,
      ask: `What is the smallest positive integer that must be added to this number so that the sum is a multiple of nine?`,
      quantity: `the smallest positive integer that must be added to the number on ${story.hero.name}’s strip to give a multiple of nine`,
      steps: () => missingSteps(value.copies, value.digit),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['computer program', 'robot', 'printer'])
      return {
        setup: `As a test, a ${thing} writes a number that begins with the digit ${text.digit} repeated ${text.copies} times. One check digit follows, chosen so that the sum of all digits is a multiple of nine.`,
        ask: `What is the check digit?`,
        quantity: `the check digit of the number that the ${thing} writes`,
        steps: () => missingSteps(value.copies, value.digit),
      }
    },
  ],
})

function missingSteps(copies: number, digit: number): readonly string[] {
  const sum = copies * digit
  const target = sum + 9 - (sum % 9)
  return [
    `A number leaves the same remainder on division by nine as the sum of its digits.`,
    `The equal digits add up to ${copies} × ${digit} = ${computed(`${copies}*${digit}`, sum)}.`,
    `The next multiple of nine is ${target}, so what is missing is ${target} - ${sum} = ${computed(`${target}-${sum}`, target - sum)}.`,
  ]
}

/** Digit sum of a product. */
const productDigitSum: Family = defineFamily({
  id: 'digit-sum-of-a-product',
  knowledgePoints: ['digit-sums'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 12, maximum: 125, link: { kind: 'number' } },
    second: { minimum: 12, maximum: 99, link: { kind: 'number' } },
  },
  possible: ({ first, second }) => first >= 1 && second >= 1,
  solve: ({ first, second }) =>
    integerAnswer(digitsOf(first * second).reduce((sum, digit) => sum + digit, 0)),
  check: {
    method: 'simulation',
    // Written multiplication, column by column with carries.
    accepts: ({ first, second }, answer) => {
      const columns = Array.from({ length: 12 }, () => 0)
      const [one, other] = [`${first}`.split('').reverse(), `${second}`.split('').reverse()]
      for (const [i, x] of one.entries())
        for (const [j, y] of other.entries()) columns[i + j] = (columns[i + j] ?? 0) + Number(x) * Number(y)
      let [carry, sum] = [0, 0]
      for (const column of columns) {
        carry += column
        sum += carry % 10
        carry = (carry - (carry % 10)) / 10
      }
      return integerValue(answer) === sum
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the digits of the product $${math.first} \\times ${math.second}$?`,
      quantity: `the sum of the digits of the product $${math.first} \\times ${math.second}$`,
      steps: () => digitSumSteps(value.first, value.second),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} multiplies ${text.first} by ${text.second} and then adds up all the digits of the product.`,
      ask: `What does ${story.hero.name} get?`,
      quantity: `the digit sum that ${story.hero.name} gets`,
      steps: () => digitSumSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const place = story.pick(['A cinema', 'A concert hall', 'An orchard', 'A stadium block'])
      const things = place === 'An orchard' ? 'trees' : 'seats'
      return {
        setup: `${place} has ${text.first} rows with ${text.second} ${things} each. The total number of ${things} is written on a board.`,
        ask: `What is the sum of the digits on the board?`,
        quantity: `the sum of the digits on the board that shows the number of ${things}`,
        steps: () => digitSumSteps(value.first, value.second),
      }
    },
  ],
})

function digitSumSteps(first: number, second: number): readonly string[] {
  const digits = digitsOf(first * second)
  return [
    `Multiply: ${first} × ${second} = ${computed(`${first}*${second}`, first * second)}.`,
    `Add the digits: ${digits.join(' + ')} = ${computed(
      digits.join('+'),
      digits.reduce((sum, digit) => sum + digit, 0),
    )}.`,
  ]
}

/** Digit sum of a power of ten minus a small number. */
const powerOfTenDigitSum: Family = defineFamily({
  id: 'digit-sum-below-a-power-of-ten',
  knowledgePoints: ['digit-sums'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    exponent: { minimum: 4, maximum: 40, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 99, link: { kind: 'number' } },
  },
  possible: ({ exponent, less }) => exponent >= 3 && less >= 1,
  solve: ({ exponent, less }) =>
    integerAnswer(9 * exponent - digitsOf(less - 1).reduce((sum, digit) => sum + digit, 0)),
  check: {
    method: 'brute force',
    accepts: ({ exponent, less }, answer) => {
      let sum = 0
      for (const character of `${10n ** BigInt(exponent) - BigInt(less)}`) sum += Number(character)
      return integerValue(answer) === sum
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the digits of $10^{${math.exponent}} - ${math.less}$ when it is written in decimal form?`,
      quantity: `the sum of the decimal digits of $10^{${math.exponent}} - ${math.less}$`,
      constants: ['10'],
      steps: () => ninesSteps(value.exponent, value.less),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} writes a one followed by ${text.exponent} zeros and subtracts ${text.less} from this number.`,
      ask: `What is the digit sum of the difference?`,
      quantity: `the digit sum of the difference that ${story.hero.name} finds`,
      steps: () => ninesSteps(value.exponent, value.less),
    }),
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `Let $${letter}$ be the integer that is $${math.less}$ less than ten raised to the power $${math.exponent}$.`,
        ask: `What do the digits of $${letter}$ add up to?`,
        quantity: `the sum of the digits of $${letter}$`,
        steps: () => ninesSteps(value.exponent, value.less),
      }
    },
  ],
})

function ninesSteps(exponent: number, less: number): readonly string[] {
  const lost = digitsOf(less - 1).reduce((sum, digit) => sum + digit, 0)
  return [
    `One less than the power of ten is the number with ${exponent} nines, and its digit sum is ${exponent} × 9 = ${computed(`${exponent}*9`, exponent * 9)}.`,
    `A further ${less} - 1 = ${computed(`${less}-1`, less - 1)} is subtracted from the nines, and nothing has to be borrowed, so the digit sum falls by the digit sum of ${less - 1}, which is ${lost}.`,
    `The digit sum is ${exponent * 9} - ${lost} = ${computed(`${exponent * 9}-${lost}`, exponent * 9 - lost)}.`,
  ]
}

/** Palindromes above a bound. */
const nextPalindrome: Family = defineFamily({
  id: 'palindromes-up-to',
  knowledgePoints: ['palindromic-numbers'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 11, maximum: 400, link: { kind: 'number' } },
    high: { minimum: 120, maximum: 1500, link: { kind: 'number' } },
  },
  possible: ({ low, high }) => high > low && low >= 1,
  nice: ({ low, high }) => palindromesIn(low, high).length >= 3,
  solve: ({ low, high }) => integerAnswer(palindromesIn(low, high).length),
  check: {
    method: 'brute force',
    // Build every palindrome from its first half, with and without a repeated middle digit.
    accepts: ({ low, high }, answer) => {
      let count = 0
      for (let half = 1; half <= high; half++) {
        const mirrored = `${half}`.split('').reverse().join('')
        const [even, odd] = [Number(`${half}${mirrored}`), Number(`${half}${mirrored.slice(1)}`)]
        if (odd > high) break
        for (const palindrome of [even, odd]) if (palindrome >= low && palindrome <= high) count++
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many palindromes are there from $${math.low}$ to $${math.high}$ inclusive?`,
      quantity: `the number of palindromes from $${math.low}$ to $${math.high}$ inclusive`,
      steps: () => palindromeSteps(value.low, value.high),
    }),
    ({ value, text, story }) => {
      const thing = story.pick([
        'pages of an atlas',
        'lockers of a railway station',
        'houses of a long avenue',
      ])
      return {
        setup: `${story.hero.name} looks at the ${thing} that are numbered from ${text.low} to ${text.high} and notes each number that reads the same from left to right and from right to left.`,
        ask: `How many numbers does ${story.hero.name} note?`,
        quantity: `the number of palindromic numbers that ${story.hero.name} notes`,
        steps: () => palindromeSteps(value.low, value.high),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `A positive integer is called a palindrome if reversing the order of its digits does not change it.`,
        ask: `How many palindromes $${letter}$ satisfy $${math.low} \\le ${letter} \\le ${math.high}$?`,
        quantity: `the number of palindromes $${letter}$ with $${math.low} \\le ${letter} \\le ${math.high}$`,
        steps: () => palindromeSteps(value.low, value.high),
      }
    },
  ],
})

function palindromesIn(low: number, high: number): readonly number[] {
  const found: number[] = []
  for (let number = low; number <= high; number++) {
    const digits = digitsOf(number)
    if (digits.every((digit, at) => digit === digits[digits.length - 1 - at])) found.push(number)
  }
  return found
}

function palindromeSteps(low: number, high: number): readonly string[] {
  const lengths = [...new Set([low, high].map((bound) => `${bound}`.length))]
  const counts: number[] = []
  const lines: string[] = []
  for (let length = Math.min(...lengths); length <= Math.max(...lengths); length++) {
    const found = palindromesIn(Math.max(low, 10 ** (length - 1)), Math.min(high, 10 ** length - 1))
    if (found.length === 0) continue
    counts.push(found.length)
    const half = Math.ceil(length / 2)
    const [first, last] = [`${found[0]}`.slice(0, half), `${found.at(-1)}`.slice(0, half)]
    lines.push(
      found.length === 1
        ? `With ${length} digits there is only ${found[0]}.`
        : `With ${length} digits they run from ${found[0]} to ${found.at(-1)}. ${half === 1 ? 'The first digit runs' : 'The first two digits run'} from ${first} to ${last}, so there are ${last} - ${first} + 1 = ${computed(`${last}-${first}+1`, found.length)}.`,
    )
  }
  const total = counts.reduce((sum, count) => sum + count, 0)
  return [
    `A palindrome is fixed by the first half of its digits, with the middle digit included, so count the palindromes by their number of digits.`,
    ...lines,
    counts.length > 1
      ? `Together that is ${counts.join(' + ')} = ${computed(counts.join('+'), total)}.`
      : `So there are ${total} palindromes.`,
  ]
}

export const digitFamilies: readonly Family[] = [
  missingDigit,
  productDigitSum,
  powerOfTenDigitSum,
  nextPalindrome,
]
