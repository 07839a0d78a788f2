import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Start plus a constant rate reaches a goal. */
const steadyGrowth: Family = defineFamily({
  id: 'steady-growth-to-a-goal',
  knowledgePoints: ['word-problems-with-one-unknown'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    start: { minimum: 4, maximum: 150, link: { kind: 'number' } },
    rate: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    goal: { minimum: 20, maximum: 1200 },
  },
  sample: (random, fixed) => {
    const start = fixed.start ?? random.integer(5, 60)
    const rate = fixed.rate ?? random.integer(3, 20)
    return { start, rate, goal: start + rate * random.integer(3, 40) }
  },
  possible: ({ start, rate, goal }) => goal > start && rate > 0 && start > 0,
  nice: ({ start, rate, goal }) => (goal - start) % rate === 0,
  solve: ({ start, rate, goal }) => fractionAnswer(goal - start, rate),
  check: {
    method: 'simulation',
    // The amount is followed step by step to the goal.
    accepts: ({ start, rate, goal }, answer) => {
      let amount = start
      let steps = 0
      while (amount < goal) {
        amount += rate
        steps++
      }
      return amount === goal && numericValue(answer) === steps
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const club = story.pick(['sports club', 'fan club', 'hiking club', 'nature society'])
      return {
        setup: `A ${club} has ${text.start} members, and ${text.rate} new members join every month.`,
        ask: `After how many months does the ${club} have ${text.goal} members?`,
        quantity: `the number of months after which the ${club} has ${text.goal} members`,
        steps: () => growthSteps(value, 'months', story.variable()),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['rain barrel', 'fish tank', 'garden pond', 'cistern'])
      return {
        setup: `There are ${text.start} litres of water in a ${place}. A hose adds ${text.rate} litres every minute until the ${place} holds ${text.goal} litres.`,
        ask: `For how many minutes does the hose run?`,
        quantity: `the number of minutes for which the hose fills the ${place}`,
        steps: () => growthSteps(value, 'minutes', story.variable()),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} has already read ${text.start} pages of a novel with ${text.goal} pages and reads ${text.rate} pages each day from now on.`,
      ask: `How many days does ${story.hero.name} need to finish the novel?`,
      quantity: `the number of days that ${story.hero.name} needs to finish the novel`,
      steps: () => growthSteps(value, 'days', story.variable()),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['rowing boat', 'drum kit', 'tandem', 'market tent'])
      return {
        setup: `Renting a ${thing} costs a basic fee of ${text.start} euros and another ${text.rate} euros for each day. ${story.hero.name} pays ${text.goal} euros in all.`,
        ask: `For how many days does ${story.hero.name} rent the ${thing}?`,
        quantity: `the number of days for which ${story.hero.name} rents the ${thing}`,
        steps: () => growthSteps(value, 'days', story.variable()),
      }
    },
  ],
})

function growthSteps(
  value: { start: number; rate: number; goal: number },
  unit: string,
  x: string,
): readonly string[] {
  const { start, rate, goal } = value
  return [
    `Let $${x}$ be the number of ${unit}. The start is ${start}, and every ${unit.slice(0, -1)} adds ${rate}, so $${start} + ${rate}${x} = ${goal}$.`,
    `Subtract ${start} from both sides: $${rate}${x}$ = ${goal} - ${start} = ${computed(`${goal}-${start}`, goal - start)}.`,
    `Divide both sides by ${rate}: $${x}$ = ${goal - start} ÷ ${rate} = ${computed(`${goal - start}/${rate}`, (goal - start) / rate)}.`,
  ]
}

/** The largest of several consecutive integers from the sum of the outer two. */
const outerSum: Family = defineFamily({
  id: 'consecutive-integers-outer-sum',
  knowledgePoints: ['consecutive-integers'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    count: { minimum: 3, maximum: 40, link: { kind: 'number' } },
    sum: { minimum: 12, maximum: 240, link: { kind: 'number' } },
  },
  possible: ({ count, sum }) => count >= 2 && (sum - count + 1) % 2 === 0 && sum > count - 1,
  solve: ({ count, sum }) => fractionAnswer(sum + count - 1, 2),
  check: {
    method: 'brute force',
    accepts: ({ count, sum }, answer) => {
      for (let first = 1; first <= sum; first++) {
        let last = first
        for (let step = 1; step < count; step++) last++
        if (first + last === sum) return numericValue(answer) === last
      }
      return false
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `In a list of ${text.count} consecutive integers, the smallest and the largest add up to ${text.sum}.`,
      ask: `What is the largest integer in the list?`,
      quantity: `the largest integer in the list of consecutive integers`,
      steps: () => outerSteps(value.count, value.sum),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['lockers', 'houses', 'seats', 'post boxes'])
      return {
        setup: `A row of ${text.count} ${things} is numbered with consecutive integers, and the numbers on the two ${things} at the ends of the row have the sum ${text.sum}.`,
        ask: `What is the greatest number in the row?`,
        quantity: `the greatest number in the row of ${things}`,
        steps: () => outerSteps(value.count, value.sum),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} reads ${text.count} pages of a book without skipping any. The numbers of the first and the last of these pages add up to ${text.sum}.`,
      ask: `What is the number of the last page that ${story.hero.name} reads?`,
      quantity: `the number of the last page that ${story.hero.name} reads`,
      steps: () => outerSteps(value.count, value.sum),
    }),
  ],
})

function outerSteps(count: number, sum: number): readonly string[] {
  return [
    `Among ${count} consecutive integers the largest exceeds the smallest by ${count} - 1 = ${computed(`${count}-1`, count - 1)}.`,
    `Twice the largest is the sum plus the difference of the two: ${sum} + ${count - 1} = ${computed(`${sum}+${count - 1}`, sum + count - 1)}.`,
    `So the largest integer is ${sum + count - 1} ÷ 2 = ${computed(`${sum + count - 1}/2`, (sum + count - 1) / 2)}.`,
  ]
}

/** Three consecutive integers from their sum. */
const threeConsecutive: Family = defineFamily({
  id: 'three-consecutive-even-integers',
  knowledgePoints: ['consecutive-integers'],
  level: 1,
  result: { kind: 'number' },
  givens: { sum: { minimum: 18, maximum: 540, link: { kind: 'number' } } },
  possible: ({ sum }) => sum % 6 === 0 && sum > 6,
  solve: ({ sum }) => fractionAnswer(sum / 3 + 2, 1),
  check: {
    method: 'brute force',
    accepts: ({ sum }, answer) => {
      for (let first = 0; first <= sum; first += 2)
        if (first + (first + 2) + (first + 4) === sum) return numericValue(answer) === first + 4
      return false
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the largest of three consecutive even integers whose sum is ${text.sum}?`,
      quantity: `the largest of three consecutive even integers whose sum is ${text.sum}`,
      steps: () => threeSteps(value.sum),
    }),
    ({ value, text, story }) => {
      const street = story.pick(['Harbour Street', 'Linden Avenue', 'Castle Lane', 'Market Street'])
      const friend = story.person()
      return {
        setup: `Three neighbours live side by side on the side of ${street} that has the even house numbers, and their house numbers add up to ${text.sum}. ${friend.name} lives in the house with the greatest number.`,
        ask: `What is the number of ${friend.name}’s house?`,
        quantity: `the number of ${friend.name}’s house on ${street}`,
        steps: () => threeSteps(value.sum),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The even integer $${x}$, the next even integer and the one after that add up to $${math.sum}$.`,
        ask: `What is the greatest of these three integers?`,
        quantity: `the greatest of the three consecutive even integers`,
        steps: () => threeSteps(value.sum),
      }
    },
  ],
})

function threeSteps(sum: number): readonly string[] {
  return [
    `The middle one of three equally spaced numbers is their mean: ${sum} ÷ 3 = ${computed(`${sum}/3`, sum / 3)}.`,
    `Consecutive even integers differ by 2, so the largest is ${sum / 3} + 2 = ${computed(`${sum / 3}+2`, sum / 3 + 2)}.`,
  ]
}

export const linearWordProblemFamilies: readonly Family[] = [steadyGrowth, outerSum, threeConsecutive]
