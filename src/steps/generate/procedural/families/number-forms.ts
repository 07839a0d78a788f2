import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor } from './everyday-text.ts'

/** A decimal with a repeating block of two digits, as a fraction. */
const repeatingBlock: Family = defineFamily({
  id: 'repeating-block-as-fraction',
  knowledgePoints: ['repeating-decimals'],
  level: 3,
  result: { kind: 'number' },
  givens: { block: { minimum: 12, maximum: 98 } },
  possible: ({ block }) => block >= 10,
  // Equal digits would be a block of one.
  nice: ({ block }) => block % 11 !== 0,
  solve: ({ block }) => integerAnswer((block + 99) / commonDivisor(block, 99)),
  check: {
    method: 'numeric',
    accepts: ({ block }, answer) => {
      const decimal = Number(`0.${`${block}`.repeat(9)}`)
      for (let bottom = 2; bottom <= 99; bottom++) {
        const top = Math.round(decimal * bottom)
        if (Math.abs(top / bottom - decimal) < 1e-12) return integerValue(answer) === top + bottom
      }
      return false
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the numerator and the denominator of the fraction in lowest terms that equals the repeating decimal $0.\\overline{${math.block}}$?`,
      quantity: `the sum of the numerator and the denominator of the fraction in lowest terms that equals the repeating decimal $0.\\overline{${math.block}}$`,
      constants: ['0'],
      steps: () => repeatingSteps(value.block),
    }),
    ({ value, math, story }) => {
      const [p, q] = [story.variable(), story.variable()]
      return {
        setup: `Let $0.\\overline{${math.block}} = \\frac{${p}}{${q}}$, where $${p}$ and $${q}$ are positive integers without a common factor greater than one.`,
        ask: `Find $${p} + ${q}$.`,
        quantity: `the sum $${p} + ${q}$`,
        constants: ['0'],
        steps: () => repeatingSteps(value.block),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} divides one whole number by another. After the decimal point the two digits ${text.block} appear again and again without end, and there is a zero before the point. Then ${name} writes the same number as a simplified fraction.`,
        ask: `What do the numerator and the denominator of this fraction add up to?`,
        quantity: `the sum of the numerator and the denominator of the fraction that ${name} writes`,
        steps: () => repeatingSteps(value.block),
      }
    },
  ],
})

function repeatingSteps(block: number): readonly string[] {
  const divisor = commonDivisor(block, 99)
  const [top, bottom] = [block / divisor, 99 / divisor]
  return [
    `Shifting the point by two places multiplies by 100, and subtracting the decimal itself removes the endless part: 100 - 1 = <<100-1=99>>99 times the decimal is ${block}.`,
    divisor === 1
      ? `So the fraction is $\\frac{${block}}{99}$. Since ${block} and 99 have no common factor, this is already in lowest terms.`
      : `So the fraction is $\\frac{${block}}{99}$; divided by ${divisor}, ${block}/${divisor} = <<${block}/${divisor}=${top}>>${top} and 99/${divisor} = <<99/${divisor}=${bottom}>>${bottom}.`,
    `The sum is ${top} + ${bottom} = <<${top}+${bottom}=${top + bottom}>>${top + bottom}.`,
  ]
}

/** The digits of a two-digit number that is added to its mirror image. */
const mirrorSum: Family = defineFamily({
  id: 'letters-in-mirror-sum',
  knowledgePoints: ['cryptarithms'],
  level: 3,
  result: { kind: 'number' },
  givens: { total: { minimum: 33, maximum: 187, step: 11, link: { kind: 'number' } } },
  possible: ({ total }) => total % 11 === 0 && total >= 22 && total <= 198,
  solve: ({ total }) => integerAnswer(total / 11),
  check: {
    method: 'brute force',
    // Every pair of digits that makes the sum right must give this sum of digits.
    accepts: ({ total }, answer) => {
      let found = false
      for (let tens = 1; tens <= 9; tens++) {
        for (let ones = 1; ones <= 9; ones++) {
          if (10 * tens + ones + 10 * ones + tens !== total) continue
          if (integerValue(answer) !== tens + ones) return false
          found = true
        }
      }
      return found
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `In the addition $\\overline{AB} + \\overline{BA} = ${math.total}$ each letter stands for a digit that is not zero.`,
      ask: `What is the value of $A + B$?`,
      quantity: `the value of $A + B$`,
      steps: () => mirrorSteps(value.total),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} thinks of a two-digit number without the digit zero, writes its digits in reverse order and adds the two numbers. The sum is ${text.total}.`,
        ask: `What is the sum of the digits of the number that ${name} thinks of?`,
        quantity: `the sum of the digits of the number that ${name} thinks of`,
        steps: () => mirrorSteps(value.total),
      }
    },
    ({ value, text }) => ({
      setup: `A code replaces digits by symbols: the two-digit numbers $\\heartsuit\\spadesuit$ and $\\spadesuit\\heartsuit$ have the sum ${text.total}, and neither symbol stands for zero.`,
      ask: `Find $\\heartsuit + \\spadesuit$.`,
      quantity: `the value of $\\heartsuit + \\spadesuit$`,
      steps: () => mirrorSteps(value.total),
    }),
  ],
})

function mirrorSteps(total: number): readonly string[] {
  return [
    `Write the numbers by place value: each digit stands once in the tens and once in the ones, so it counts 10 + 1 = <<10+1=11>>11 times.`,
    `Hence 11 times the sum of the two digits is ${total}, and the sum of the digits is ${total} ÷ 11 = <<${total}/11=${total / 11}>>${total / 11}.`,
  ]
}

export const numberFormFamilies: readonly Family[] = [repeatingBlock, mirrorSum]
