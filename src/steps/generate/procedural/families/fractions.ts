import { fractionAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits } from './everyday-text.ts'

/** A fraction of a group. */
const fractionOfGroup: Family = defineFamily({
  id: 'fraction-of-group',
  knowledgePoints: ['fraction-of-a-quantity'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    part: { minimum: 2, maximum: 9 },
    whole: { minimum: 3, maximum: 12 },
    total: { minimum: 24, maximum: 600, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const whole = random.integer(3, 12)
    const part = random.integer(2, whole - 1)
    return { part, whole, total: fixed.total ?? whole * random.integer(2, 50) }
  },
  possible: ({ part, whole, total }) => part < whole && total >= whole,
  nice: ({ part, whole, total }) => commonDivisor(part, whole) === 1 && total % whole === 0,
  solve: ({ part, whole, total }) => fractionAnswer(part * total, whole),
  check: {
    method: 'inverse',
    accepts: ({ part, whole, total }, answer) => Math.abs(numericValue(answer) / total - part / whole) < 1e-9,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const plants = story.pick(['tulips', 'roses', 'sunflowers', 'lilies'])
      return {
        setup: `A gardener grows ${text.total} ${plants}. Of these, $\\frac{${math.part}}{${math.whole}}$ are already in bloom.`,
        ask: `How many ${plants} are in bloom?`,
        quantity: `the number of ${plants} in bloom`,
        steps: () => partSteps(value, `${plants} are in bloom`),
      }
    },
    ({ value, text, math, story }) => {
      const place = story.pick(['company', 'village', 'swimming club'])
      const way = story.pick(['cycle to work', 'own a dog', 'can play an instrument'])
      return {
        setup: `In a survey, $\\frac{${math.part}}{${math.whole}}$ of the ${text.total} people in a ${place} say that they ${way}.`,
        ask: `How many people say so?`,
        quantity: `the number of people in the ${place} who say that they ${way}`,
        steps: () => partSteps(value, `people say so`),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.hero
      const things = story.pick(['beads', 'seashells', 'buttons'])
      return {
        setup: `${name} has a jar with ${text.total} ${things} and uses $\\frac{${math.part}}{${math.whole}}$ of them for a mosaic.`,
        ask: `How many ${things} does ${name} use for the mosaic?`,
        quantity: `the number of ${things} that ${name} uses for the mosaic`,
        steps: () => partSteps(value, `${things} are used`),
      }
    },
    ({ value, text, math, story }) => {
      const [book, content] = story.pick([
        ['cookbook', 'a photograph'],
        ['travel guide', 'a map'],
        ['songbook', 'a drawing'],
      ] as const)
      return {
        setup: `A ${book} has ${text.total} pages, and there is ${content} on $\\frac{${math.part}}{${math.whole}}$ of them.`,
        ask: `Find the number of pages with ${content}.`,
        quantity: `the number of pages of the ${book} with ${content}`,
        steps: () => partSteps(value, `pages have ${content}`),
      }
    },
  ],
})

interface PartOf {
  readonly part: number
  readonly whole: number
  readonly total: number
}

function partSteps({ part, whole, total }: PartOf, result: string): readonly string[] {
  const share = digits(total, whole)
  const taken = digits(part * total, whole)
  return [
    `The denominator says into how many equal parts the ${total} are split: ${total} ÷ ${whole} = <<${total}/${whole}=${share}>>${share} in each part.`,
    `The numerator says how many parts are taken: ${part} × ${share} = <<${part}*${share}=${taken}>>${taken}.`,
    `So ${taken} ${result}.`,
  ]
}

/** Two fractions with different denominators; what is left of the whole. */
const fractionLeft: Family = defineFamily({
  id: 'fraction-of-whole-left',
  knowledgePoints: ['adding-and-subtracting-fractions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    firstPart: { minimum: 2, maximum: 9 },
    firstWhole: { minimum: 3, maximum: 12 },
    secondPart: { minimum: 2, maximum: 9 },
    secondWhole: { minimum: 3, maximum: 12 },
  },
  sample: (random) => {
    const [firstWhole, secondWhole] = [random.integer(4, 12), random.integer(4, 12)]
    return {
      firstPart: random.integer(2, Math.max(2, Math.floor(firstWhole / 2))),
      firstWhole,
      secondPart: random.integer(2, Math.max(2, Math.floor(secondWhole / 2))),
      secondWhole,
    }
  },
  possible: ({ firstPart, firstWhole, secondPart, secondWhole }) =>
    firstPart * secondWhole + secondPart * firstWhole < firstWhole * secondWhole,
  nice: ({ firstPart, firstWhole, secondPart, secondWhole }) =>
    firstWhole !== secondWhole &&
    commonDivisor(firstPart, firstWhole) === 1 &&
    commonDivisor(secondPart, secondWhole) === 1,
  solve: ({ firstPart, firstWhole, secondPart, secondWhole }) =>
    fractionAnswer(
      firstWhole * secondWhole - firstPart * secondWhole - secondPart * firstWhole,
      firstWhole * secondWhole,
    ),
  check: {
    method: 'inverse',
    // All three parts together are the whole again.
    accepts: ({ firstPart, firstWhole, secondPart, secondWhole }, answer) =>
      Math.abs(numericValue(answer) + firstPart / firstWhole + secondPart / secondWhole - 1) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const friend = story.person().name
      const cake = story.pick(['pizza', 'pie', 'cheesecake'])
      return {
        setup: `${story.hero.name} eats $\\frac{${math.firstPart}}{${math.firstWhole}}$ of a ${cake}, and ${friend} eats $\\frac{${math.secondPart}}{${math.secondWhole}}$ of it.`,
        ask: `What fraction of the ${cake} is left?`,
        quantity: `the fraction of the ${cake} that is left`,
        steps: () => leftSteps(value),
      }
    },
    ({ value, math, story }) => {
      const place = story.pick(['field', 'hillside', 'terrace'])
      return {
        setup: `A farmer plants beans on $\\frac{${math.firstPart}}{${math.firstWhole}}$ of a ${place} and maize on another $\\frac{${math.secondPart}}{${math.secondWhole}}$ of it. The rest is left fallow.`,
        ask: `Which fraction of the ${place} is left fallow?`,
        quantity: `the fraction of the ${place} that is left fallow`,
        steps: () => leftSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `What must be added to $\\frac{${math.firstPart}}{${math.firstWhole}} + \\frac{${math.secondPart}}{${math.secondWhole}}$ to make one whole?`,
      quantity: `the fraction that must be added to $\\frac{${math.firstPart}}{${math.firstWhole}} + \\frac{${math.secondPart}}{${math.secondWhole}}$ to make one whole`,
      steps: () => leftSteps(value),
    }),
    ({ value, math, story }) => {
      const { name } = story.hero
      return {
        setup: `On Friday ${name} walks $\\frac{${math.firstPart}}{${math.firstWhole}}$ of a long trail, on Saturday $\\frac{${math.secondPart}}{${math.secondWhole}}$ of the whole trail, and on Sunday the remaining part.`,
        ask: `What part of the trail does ${name} walk on Sunday?`,
        quantity: `the part of the trail that ${name} walks on Sunday`,
        steps: () => leftSteps(value),
      }
    },
  ],
})

interface TwoParts {
  readonly firstPart: number
  readonly firstWhole: number
  readonly secondPart: number
  readonly secondWhole: number
}

function leftSteps({ firstPart, firstWhole, secondPart, secondWhole }: TwoParts): readonly string[] {
  const common = (firstWhole * secondWhole) / commonDivisor(firstWhole, secondWhole)
  const first = (common / firstWhole) * firstPart
  const second = (common / secondWhole) * secondPart
  const rest = common - first - second
  const divisor = commonDivisor(rest, common)
  return [
    `Bring both fractions to the common denominator ${common}: $\\frac{${firstPart}}{${firstWhole}} = \\frac{${first}}{${common}}$ and $\\frac{${secondPart}}{${secondWhole}} = \\frac{${second}}{${common}}$.`,
    `Together they make $\\frac{${first}}{${common}} + \\frac{${second}}{${common}}$ = <<${first}/${common}+${second}/${common}=${first + second}/${common}>>$\\frac{${first + second}}{${common}}$.`,
    divisor === 1
      ? `What is missing from the whole is $1 - \\frac{${first + second}}{${common}}$ = <<1-${first + second}/${common}=${rest}/${common}>>$\\frac{${rest}}{${common}}$. Since ${rest} and ${common} have no common factor, this is already in lowest terms.`
      : `What is missing from the whole is $1 - \\frac{${first + second}}{${common}}$ = <<1-${first + second}/${common}=${rest}/${common}>>$\\frac{${rest}}{${common}}$; dividing both by ${divisor} gives $\\frac{${rest / divisor}}{${common / divisor}}$.`,
  ]
}

/** A fraction of a fraction. */
const fractionOfFraction: Family = defineFamily({
  id: 'fraction-of-fraction',
  knowledgePoints: ['multiplying-fractions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    outerPart: { minimum: 2, maximum: 9 },
    outerWhole: { minimum: 3, maximum: 12 },
    innerPart: { minimum: 2, maximum: 9 },
    innerWhole: { minimum: 3, maximum: 12 },
  },
  possible: ({ outerPart, outerWhole, innerPart, innerWhole }) =>
    outerPart < outerWhole && innerPart < innerWhole,
  nice: ({ outerPart, outerWhole, innerPart, innerWhole }) =>
    outerWhole * innerWhole <= 100 &&
    commonDivisor(outerPart, outerWhole) === 1 &&
    commonDivisor(innerPart, innerWhole) === 1,
  solve: ({ outerPart, outerWhole, innerPart, innerWhole }) =>
    fractionAnswer(outerPart * innerPart, outerWhole * innerWhole),
  check: {
    method: 'brute force',
    // Count cells of a grid with outerWhole columns and innerWhole rows.
    accepts: ({ outerPart, outerWhole, innerPart, innerWhole }, answer) => {
      let inside = 0
      for (let column = 0; column < outerWhole; column++)
        for (let row = 0; row < innerWhole; row++) if (column < outerPart && row < innerPart) inside++
      return isFraction(answer, inside, outerWhole * innerWhole)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [place, flowers, colour] = story.pick([
        ['garden', 'tulips', 'yellow'],
        ['park', 'roses', 'white'],
        ['meadow', 'poppies', 'orange'],
      ] as const)
      return {
        setup: `Of all the flowers in a ${place}, $\\frac{${math.outerPart}}{${math.outerWhole}}$ are ${flowers}, and $\\frac{${math.innerPart}}{${math.innerWhole}}$ of the ${flowers} are ${colour}.`,
        ask: `What fraction of all the flowers are ${colour} ${flowers}?`,
        quantity: `the fraction of the flowers in the ${place} that are ${colour} ${flowers}`,
        steps: () => productSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `How much is $\\frac{${math.innerPart}}{${math.innerWhole}}$ of $\\frac{${math.outerPart}}{${math.outerWhole}}$?`,
      quantity: `the number that is $\\frac{${math.innerPart}}{${math.innerWhole}}$ of $\\frac{${math.outerPart}}{${math.outerWhole}}$`,
      steps: () => productSteps(value),
    }),
    ({ value, math, story }) => {
      const { name } = story.hero
      const drink = story.pick(['apple juice', 'lemonade', 'iced tea'])
      return {
        setup: `A jug is $\\frac{${math.outerPart}}{${math.outerWhole}}$ full of ${drink}. ${name} pours $\\frac{${math.innerPart}}{${math.innerWhole}}$ of the ${drink} into glasses.`,
        ask: `What fraction of a full jug has ${name} poured out?`,
        quantity: `the fraction of a full jug that ${name} has poured out`,
        steps: () => productSteps(value),
      }
    },
    ({ value, math, story }) => {
      const subject = story.pick(['languages', 'science', 'music'])
      return {
        setup: `In a school, $\\frac{${math.outerPart}}{${math.outerWhole}}$ of the pupils take an extra course. Of the pupils who take one, $\\frac{${math.innerPart}}{${math.innerWhole}}$ choose ${subject}.`,
        ask: `Which fraction of all pupils take an extra course in ${subject}?`,
        quantity: `the fraction of all pupils who take an extra course in ${subject}`,
        steps: () => productSteps(value),
      }
    },
  ],
})

interface NestedParts {
  readonly outerPart: number
  readonly outerWhole: number
  readonly innerPart: number
  readonly innerWhole: number
}

function productSteps({ outerPart, outerWhole, innerPart, innerWhole }: NestedParts): readonly string[] {
  const top = outerPart * innerPart
  const bottom = outerWhole * innerWhole
  const divisor = commonDivisor(top, bottom)
  return [
    `"Of" a fraction means times: multiply $\\frac{${innerPart}}{${innerWhole}} \\cdot \\frac{${outerPart}}{${outerWhole}}$.`,
    `Numerators: ${innerPart} × ${outerPart} = <<${innerPart}*${outerPart}=${top}>>${top}. Denominators: ${innerWhole} × ${outerWhole} = <<${innerWhole}*${outerWhole}=${bottom}>>${bottom}.`,
    divisor === 1
      ? `${top} and ${bottom} have no common factor, so $\\frac{${top}}{${bottom}}$ is already in lowest terms.`
      : `Dividing both by ${divisor} gives $\\frac{${top / divisor}}{${bottom / divisor}}$.`,
  ]
}

export const fractionFamilies: readonly Family[] = [fractionOfGroup, fractionLeft, fractionOfFraction]
