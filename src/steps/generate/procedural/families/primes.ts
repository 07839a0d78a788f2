import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { factorisationExpression, factorise, showDivisions, showFactorisation } from './whole-numbers.ts'

/** Sum of the different primes in the factorisation. */
const primeFactorSum: Family = defineFamily({
  id: 'sum-of-prime-factors',
  knowledgePoints: ['prime-factorization'],
  level: 2,
  result: { kind: 'number' },
  givens: { whole: { minimum: 12, maximum: 900, link: { kind: 'number' } } },
  possible: ({ whole }) => whole >= 2,
  nice: ({ whole }) => {
    const factors = factorise(whole)
    return factors.length >= 2 && (factors.at(-1)?.prime ?? 0) <= 97
  },
  solve: ({ whole }) => integerAnswer(factorise(whole).reduce((sum, { prime }) => sum + prime, 0)),
  check: {
    method: 'brute force',
    accepts: ({ whole }, answer) => {
      let sum = 0
      for (let candidate = 2; candidate <= whole; candidate++) {
        if (whole % candidate !== 0) continue
        let isPrime = true
        for (let divisor = 2; divisor < candidate; divisor++) if (candidate % divisor === 0) isPrime = false
        if (isPrime) sum += candidate
      }
      return integerValue(answer) === sum
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the distinct prime factors of $${math.whole}$?`,
      quantity: `the sum of the distinct prime factors of $${math.whole}$`,
      steps: () => primeSteps(value.whole),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} draws a factor tree for ${text.whole} and writes down each prime number that appears at the end of a branch, equal primes only once.`,
      ask: `What is the sum of the primes that ${story.hero.name} writes down?`,
      quantity: `the sum of the primes that ${story.hero.name} writes down`,
      steps: () => primeSteps(value.whole),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `Find the sum of the bases when $${math.whole}$ is written as a product of powers of different primes.`,
      quantity: `the sum of the bases when $${math.whole}$ is written as a product of powers of different primes`,
      steps: () => primeSteps(value.whole),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['locker', 'safe', 'treasure chest'])
      return {
        setup: `The code of a ${thing} is the sum of all the different primes that divide ${text.whole}.`,
        ask: `What is the code of the ${thing}?`,
        quantity: `the code of the ${thing}`,
        steps: () => primeSteps(value.whole),
      }
    },
  ],
})

function primeSteps(whole: number): readonly string[] {
  const factors = factorise(whole)
  const primes = factors.map(({ prime }) => prime)
  const sum = primes.reduce((total, prime) => total + prime, 0)
  return [
    `Divide by the smallest possible prime again and again: ${showDivisions(whole)}.`,
    `So the prime factorization is $${showFactorisation(factors)}$ = ${computed(factorisationExpression(factors), whole)}.`,
    `The distinct primes are ${primes.join(', ')}.`,
    `Their sum is ${primes.join(' + ')} = ${computed(primes.join('+'), sum)}.`,
  ]
}

/** The largest prime factor. */
const largestPrimeFactor: Family = defineFamily({
  id: 'largest-prime-factor',
  knowledgePoints: ['prime-factorization'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 12, maximum: 99, link: { kind: 'number' } },
    second: { minimum: 12, maximum: 99, link: { kind: 'number' } },
  },
  possible: ({ first, second }) => first + second >= 2,
  nice: ({ first, second }) => factorise(first + second).length >= 2,
  solve: ({ first, second }) => integerAnswer(factorise(first + second).at(-1)?.prime ?? 1),
  check: {
    method: 'brute force',
    // From the top down: the first divisor that nothing smaller divides.
    accepts: ({ first, second }, answer) => {
      const sum = first + second
      for (let candidate = sum; candidate >= 2; candidate--) {
        if (sum % candidate !== 0) continue
        let smallest = 2
        while (candidate % smallest !== 0) smallest++
        if (smallest === candidate) return integerValue(answer) === candidate
      }
      return false
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the largest prime factor of $${math.first} + ${math.second}$?`,
      quantity: `the largest prime factor of $${math.first} + ${math.second}$`,
      steps: () => largestSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['almonds', 'shells', 'buttons', 'postcards'])
      return {
        setup: `${story.hero.name} has ${text.first} ${things} and gets ${text.second} more. Then all the ${things} are put into equal piles, and the number of piles must be a prime number.`,
        ask: `What is the greatest possible number of piles?`,
        quantity: `the greatest prime number of equal piles that ${story.hero.name} can make with all the ${things}`,
        steps: () => largestSteps(value.first, value.second),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `The sum of the numbers $${math.first}$ and $${math.second}$ is written as a product of primes, and $${letter}$ is the greatest prime in this product.`,
        ask: `What is the value of $${letter}$?`,
        quantity: `the value of $${letter}$`,
        steps: () => largestSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['children’s choir', 'adult choir'],
        ['town band', 'school band'],
        ['morning dance class', 'evening dance class'],
      ] as const)
      return {
        setup: `The ${one} has ${text.first} members and the ${other} has ${text.second} members. On stage, all of them stand in rows of equal length, and the number of rows is a prime number.`,
        ask: `What is the greatest possible number of rows on stage?`,
        quantity: `the greatest prime number of equal rows that the members of the ${one} and the ${other} can form together`,
        steps: () => [
          `The number of rows is a prime that divides the total number of members.`,
          ...largestSteps(value.first, value.second),
        ],
      }
    },
  ],
})

function largestSteps(first: number, second: number): readonly string[] {
  const whole = first + second
  const factors = factorise(whole)
  return [
    `First add: ${first} + ${second} = ${computed(`${first}+${second}`, whole)}.`,
    `Factor the sum into primes: ${showDivisions(whole)}, so $${whole} = ${showFactorisation(factors)}$.`,
    `The largest prime in this product is ${factors.at(-1)?.prime ?? 1}.`,
  ]
}

/** Primes between two bounds, counted. */
const primesBetween: Family = defineFamily({
  id: 'primes-between',
  knowledgePoints: ['prime-identification'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 2, maximum: 120, link: { kind: 'number' } },
    high: { minimum: 12, maximum: 180, link: { kind: 'number' } },
  },
  possible: ({ low, high }) => high > low + 1 && low >= 1,
  nice: ({ low, high }) => high - low <= 60 && primesIn(low, high).length >= 2,
  solve: ({ low, high }) => integerAnswer(primesIn(low, high).length),
  check: {
    method: 'brute force',
    // A sieve instead of factoring each number.
    accepts: ({ low, high }, answer) => {
      const crossed = new Set([0, 1])
      for (let p = 2; p < high; p++)
        for (let multiple = 2 * p; multiple < high; multiple += p) crossed.add(multiple)
      let left = 0
      for (let candidate = low + 1; candidate < high; candidate++) if (!crossed.has(candidate)) left++
      return integerValue(answer) === left
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many prime numbers are greater than $${math.low}$ and less than $${math.high}$?`,
      quantity: `the number of primes that are greater than $${math.low}$ and less than $${math.high}$`,
      steps: () => betweenSteps(value.low, value.high),
    }),
    ({ value, text, story }) => {
      const [place, things] = story.pick([
        ['On a long street', 'houses'],
        ['In a long corridor', 'doors'],
        ['On a campsite', 'pitches'],
      ] as const)
      return {
        setup: `${place}, ${story.hero.name} walks past all the ${things} whose numbers are strictly between ${text.low} and ${text.high} and notes down the numbers that are prime.`,
        ask: `How many numbers does ${story.hero.name} note down?`,
        quantity: `the number of primes that ${story.hero.name} notes down`,
        steps: () => betweenSteps(value.low, value.high),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: '',
        ask: `For how many prime numbers $${letter}$ is the inequality $${math.low} < ${letter} < ${math.high}$ true?`,
        quantity: `the number of primes $${letter}$ with $${math.low} < ${letter} < ${math.high}$`,
        steps: () => betweenSteps(value.low, value.high),
      }
    },
  ],
})

function primesIn(low: number, high: number): readonly number[] {
  const primes: number[] = []
  for (let candidate = Math.max(2, low + 1); candidate < high; candidate++)
    if (factorise(candidate)[0]?.prime === candidate) primes.push(candidate)
  return primes
}

function betweenSteps(low: number, high: number): readonly string[] {
  const primes = primesIn(low, high)
  return [
    `A prime has no divisor other than 1 and itself, so it is enough to test division by the primes up to the square root of ${high}.`,
    `Strictly between ${low} and ${high} the numbers that pass are ${primes.join(', ')}.`,
    `That makes ${primes.length} primes.`,
  ]
}

/** The first prime above a bound. */
const nextPrime: Family = defineFamily({
  id: 'next-prime',
  knowledgePoints: ['prime-identification'],
  level: 1,
  result: { kind: 'number' },
  givens: { bound: { minimum: 8, maximum: 200, link: { kind: 'number' } } },
  possible: ({ bound }) => bound >= 1,
  solve: ({ bound }) => {
    let candidate = bound + 1
    while (factorise(candidate)[0]?.prime !== candidate) candidate++
    return integerAnswer(candidate)
  },
  check: {
    method: 'brute force',
    accepts: ({ bound }, answer) => {
      const prime = integerValue(answer)
      if (prime === undefined || prime <= bound) return false
      const hasDivisor = (whole: number): boolean => {
        for (let divisor = 2; divisor < whole; divisor++) if (whole % divisor === 0) return true
        return false
      }
      for (let between = bound + 1; between < prime; between++) if (!hasDivisor(between)) return false
      return !hasDivisor(prime)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the smallest prime number greater than $${math.bound}$?`,
      quantity: `the smallest prime number greater than $${math.bound}$`,
      steps: () => nextSteps(value.bound),
    }),
    ({ value, text, story }) => {
      const event = story.pick(['marathon', 'chess tournament', 'dance contest', 'cycling race'])
      return {
        setup: `At a ${event}, the competitors’ numbers up to ${text.bound} have already been given out. ${story.hero.name} waits until the next prime number is handed out and takes it.`,
        ask: `What number does ${story.hero.name} take?`,
        quantity: `${story.hero.name}’s number at the ${event}`,
        steps: () => nextSteps(value.bound),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} counts upwards in ones from ${text.bound} and stops at the first larger number that has no divisors except one and itself.`,
      ask: `At which number does ${story.hero.name} stop?`,
      quantity: `the number at which ${story.hero.name} stops counting`,
      steps: () => nextSteps(value.bound),
    }),
  ],
})

function nextSteps(bound: number): readonly string[] {
  const lines: string[] = []
  let candidate = bound + 1
  for (;;) {
    const prime = factorise(candidate)[0]?.prime ?? candidate
    if (prime === candidate) break
    lines.push(`${candidate} = ${prime} × ${candidate / prime}`)
    candidate++
  }
  return [
    `Test the numbers after ${bound} one by one for divisors.`,
    lines.length > 0
      ? `Not prime: ${lines.join(', ')}.`
      : `The very first one, ${bound} + 1 = ${computed(`${bound}+1`, candidate)}, is already prime.`,
    `The number ${candidate} is not divisible by any prime up to its square root, so it is prime.`,
  ]
}

export const primeFamilies: readonly Family[] = [primeFactorSum, largestPrimeFactor, primesBetween, nextPrime]
