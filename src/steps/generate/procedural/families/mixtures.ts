import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits } from './everyday-text.ts'

/** Two solutions poured together. */
const mixedStrength: Family = defineFamily({
  id: 'strength-of-mixture',
  knowledgePoints: ['mixture-concentration'],
  level: 3,
  result: { kind: 'percent' },
  answerStyle: 'decimal',
  givens: {
    firstAmount: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    firstPercent: { minimum: 4, maximum: 90, link: { kind: 'percent' } },
    secondAmount: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    secondPercent: { minimum: 4, maximum: 90 },
  },
  sample: (random, fixed) => {
    const firstAmount = fixed.firstAmount ?? random.integer(2, 40)
    const secondAmount = fixed.secondAmount ?? random.integer(2, 40)
    const percent = fixed.firstPercent ?? random.integer(10, 80)
    // The difference of the two percentages is a multiple of what makes their weighted mean whole.
    const total = firstAmount + secondAmount
    const step = total / commonDivisor(total, secondAmount)
    const steps = Math.max(1, Math.floor(40 / step))
    return {
      firstAmount,
      secondAmount,
      firstPercent: percent,
      secondPercent: percent + step * random.integer(1, steps) * (random.chance(0.5) ? 1 : -1),
    }
  },
  possible: ({ firstPercent, secondPercent }) =>
    firstPercent !== secondPercent && firstPercent <= 100 && secondPercent <= 100,
  nice: ({ firstAmount, firstPercent, secondAmount, secondPercent }) =>
    (firstAmount * firstPercent + secondAmount * secondPercent) % (firstAmount + secondAmount) === 0 &&
    firstAmount !== secondAmount,
  solve: ({ firstAmount, firstPercent, secondAmount, secondPercent }) =>
    fractionAnswer(firstAmount * firstPercent + secondAmount * secondPercent, firstAmount + secondAmount),
  check: {
    method: 'inverse',
    // The lever rule: what one loses in strength the other gains.
    accepts: ({ firstAmount, firstPercent, secondAmount, secondPercent }, answer) =>
      Math.abs(
        firstAmount * (firstPercent - numericValue(answer)) -
          secondAmount * (numericValue(answer) - secondPercent),
      ) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const [liquid, part] = story.pick([
        ['fruit punch', 'juice'],
        ['sugar syrup', 'sugar'],
        ['salad dressing', 'oil'],
      ] as const)
      return {
        setup: `A cook mixes ${text.firstAmount} litres of ${liquid} that is ${text.firstPercent}% ${part} with ${text.secondAmount} litres of ${liquid} that is ${text.secondPercent}% ${part}.`,
        ask: `What percentage of the mixture is ${part}?`,
        quantity: `the percentage of ${part} in the mixture`,
        steps: () => strengthSteps(value),
      }
    },
    ({ value, text, story }) => {
      const metal = story.pick(['copper', 'silver', 'tin'])
      return {
        setup: `A foundry melts ${text.firstAmount} kg of an alloy with ${text.firstPercent}% ${metal} together with ${text.secondAmount} kg of an alloy with ${text.secondPercent}% ${metal}.`,
        ask: `Find the percentage of ${metal} in the new alloy.`,
        quantity: `the percentage of ${metal} in the new alloy`,
        steps: () => strengthSteps(value),
      }
    },
    ({ value, text, story }) => {
      const drink = story.pick(['pear', 'cherry', 'passion fruit'])
      return {
        setup: `For a party ${story.hero.name} pours two ${drink} drinks into one bowl: ${text.firstAmount} cups with a juice content of ${text.firstPercent}% and ${text.secondAmount} cups with a juice content of ${text.secondPercent}%.`,
        ask: `How many percent of the drink in the bowl is juice?`,
        quantity: `the percentage of juice in the ${drink} drink in the bowl`,
        steps: () => strengthSteps(value),
      }
    },
  ],
})

interface TwoSolutions {
  readonly firstAmount: number
  readonly firstPercent: number
  readonly secondAmount: number
  readonly secondPercent: number
}

function strengthSteps({
  firstAmount,
  firstPercent,
  secondAmount,
  secondPercent,
}: TwoSolutions): readonly string[] {
  const first = digits(firstAmount * firstPercent, 100)
  const second = digits(secondAmount * secondPercent, 100)
  const part = digits(firstAmount * firstPercent + secondAmount * secondPercent, 100)
  const all = firstAmount + secondAmount
  const percent = digits(firstAmount * firstPercent + secondAmount * secondPercent, all)
  return [
    `Find how much of the substance each part contains: ${firstPercent}/100 × ${firstAmount} = <<${firstPercent}/100*${firstAmount}=${first}>>${first} and ${secondPercent}/100 × ${secondAmount} = <<${secondPercent}/100*${secondAmount}=${second}>>${second}.`,
    `Together that is ${first} + ${second} = <<${first}+${second}=${part}>>${part} out of ${firstAmount} + ${secondAmount} = <<${firstAmount}+${secondAmount}=${all}>>${all}.`,
    `As a percentage: ${part} ÷ ${all} × 100 = <<${part}/${all}*100=${percent}>>${percent} percent.`,
  ]
}

/** The mean of two groups taken together. */
const groupsAverage: Family = defineFamily({
  id: 'average-of-two-groups',
  knowledgePoints: ['weighted-average'],
  level: 2,
  result: { kind: 'number' },
  answerStyle: 'decimal',
  givens: {
    firstCount: { minimum: 3, maximum: 60, link: { kind: 'count' } },
    firstMean: { minimum: 12, maximum: 80, link: { kind: 'number' } },
    secondCount: { minimum: 3, maximum: 60, link: { kind: 'count' } },
    secondMean: { minimum: 12, maximum: 80, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const firstCount = fixed.firstCount ?? random.integer(3, 40)
    const secondCount = fixed.secondCount ?? random.integer(3, 40)
    const firstMean = fixed.firstMean ?? random.integer(12, 80)
    // The means differ by a multiple of what makes the common mean whole.
    const step = (firstCount + secondCount) / commonDivisor(firstCount + secondCount, secondCount)
    const steps = Math.max(1, Math.floor(30 / step))
    const difference = step * random.integer(1, steps) * (random.chance(0.5) ? 1 : -1)
    return { firstCount, firstMean, secondCount, secondMean: fixed.secondMean ?? firstMean + difference }
  },
  possible: ({ firstMean, secondMean }) => firstMean !== secondMean,
  nice: ({ firstCount, firstMean, secondCount, secondMean }) =>
    (firstCount * firstMean + secondCount * secondMean) % (firstCount + secondCount) === 0 &&
    firstCount !== secondCount,
  solve: ({ firstCount, firstMean, secondCount, secondMean }) =>
    fractionAnswer(firstCount * firstMean + secondCount * secondMean, firstCount + secondCount),
  check: {
    method: 'brute force',
    // Write down every single value and take the mean.
    accepts: ({ firstCount, firstMean, secondCount, secondMean }, answer) => {
      const values = [...Array(firstCount).fill(firstMean), ...Array(secondCount).fill(secondMean)]
      const total = values.reduce((sum: number, one: number) => sum + one, 0)
      return Math.abs(numericValue(answer) * values.length - total) < 1e-7
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const test = story.pick(['chemistry', 'Latin', 'mathematics'])
      return {
        setup: `In a ${test} test the ${text.firstCount} pupils of one class score ${text.firstMean} points on average, and the ${text.secondCount} pupils of another class score ${text.secondMean} points on average.`,
        ask: `What is the average score of all pupils of both classes?`,
        quantity: `the average score of all pupils of both classes in the ${test} test`,
        steps: () => averageSteps(value),
      }
    },
    ({ value, text, story }) => {
      const fruit = story.pick(['avocado', 'apple', 'orange'])
      return {
        setup: `The average yield of ${text.firstCount} young ${fruit} trees is ${text.firstMean} kg. For ${text.secondCount} old ${fruit} trees it is ${text.secondMean} kg.`,
        ask: `How many kilograms does a tree yield on average if all these trees are taken together?`,
        quantity: `the average yield in kilograms of all these ${fruit} trees`,
        steps: () => averageSteps(value),
      }
    },
    ({ value, text, story }) => {
      const club = story.pick(['chess club', 'choir', 'hiking group'])
      return {
        setup: `A ${club} has ${text.firstCount} members with an average age of ${text.firstMean} years. It is joined by ${text.secondCount} new members whose average age is ${text.secondMean} years.`,
        ask: `Find the new average age in years.`,
        quantity: `the new average age of the ${club} in years`,
        steps: () => averageSteps(value),
      }
    },
  ],
})

interface TwoGroups {
  readonly firstCount: number
  readonly firstMean: number
  readonly secondCount: number
  readonly secondMean: number
}

function averageSteps({ firstCount, firstMean, secondCount, secondMean }: TwoGroups): readonly string[] {
  const [first, second] = [firstCount * firstMean, secondCount * secondMean]
  const people = firstCount + secondCount
  const mean = digits(first + second, people)
  return [
    `Groups of different size count differently, so go back to the sums: ${firstCount} × ${firstMean} = <<${firstCount}*${firstMean}=${first}>>${first} and ${secondCount} × ${secondMean} = <<${secondCount}*${secondMean}=${second}>>${second}.`,
    `Altogether ${first} + ${second} = <<${first}+${second}=${first + second}>>${first + second}, shared by ${firstCount} + ${secondCount} = <<${firstCount}+${secondCount}=${people}>>${people}.`,
    `The average is ${first + second} ÷ ${people} = <<${first + second}/${people}=${mean}>>${mean}.`,
  ]
}

/** Mass from density and volume. */
const massFromDensity: Family = defineFamily({
  id: 'mass-from-density',
  knowledgePoints: ['density'],
  level: 1,
  result: { kind: 'mass', unit: 'g' },
  answerStyle: 'decimal',
  givens: {
    density: { minimum: 11, maximum: 96, style: 'tenths' },
    volume: { minimum: 5, maximum: 250, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ density, volume }) => density % 10 !== 0 && (density * volume) % 10 === 0,
  solve: ({ density, volume }) => fractionAnswer(density * volume, 10),
  check: {
    method: 'inverse',
    accepts: ({ density, volume }, answer) => Math.abs(numericValue(answer) / volume - density / 10) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['stone', 'metal bolt', 'clay figure'])
      return {
        setup: `When a ${thing} is dropped into a full jar, ${text.volume} cubic centimetres of water run over. Its material has a density of ${text.density} grams per cubic centimetre.`,
        ask: `What is the mass of the ${thing} in grams?`,
        quantity: `the mass of the ${thing} in grams`,
        steps: () => densitySteps(value.density, value.volume),
      }
    },
    ({ value, text, story }) => {
      const material = story.pick(['an unknown alloy', 'a rare mineral', 'a new ceramic'])
      return {
        setup: `One cubic centimetre of ${material} has a mass of ${text.density} g. A solid block of it has a volume of ${text.volume} cubic centimetres.`,
        ask: `How many grams does the block weigh?`,
        quantity: `the mass of the block in grams`,
        steps: () => densitySteps(value.density, value.volume),
      }
    },
    ({ value, text, story }) => {
      const figure = story.pick(['chess figure', 'trophy', 'paperweight'])
      return {
        setup: `${story.hero.name} casts a ${figure} of ${text.volume} cubic centimetres from a material with a density of ${text.density} grams per cubic centimetre.`,
        ask: `Find the mass of the ${figure} in grams.`,
        quantity: `the mass in grams of the ${figure} that ${story.hero.name} casts`,
        steps: () => densitySteps(value.density, value.volume),
      }
    },
  ],
})

function densitySteps(density: number, volume: number): readonly string[] {
  const each = digits(density, 10)
  const mass = digits(density * volume, 10)
  return [
    `Density is mass per volume, so every cubic centimetre has a mass of ${each} g.`,
    `${each} × ${volume} = <<${each}*${volume}=${mass}>>${mass}, so the mass is ${mass} g.`,
  ]
}

export const mixtureFamilies: readonly Family[] = [mixedStrength, groupsAverage, massFromDensity]
