import { randomAt, randomKey } from '../../src/core/random.ts'

/** A question whose answer can be told from its text alone. */
export interface ArithmeticQuestion {
  readonly question: string
  readonly solution: string
  readonly answer: number
}

const goods = ['pencils', 'apples', 'stickers', 'marbles', 'tickets', 'shells', 'stamps', 'cards']
const names = ['Ada', 'Ben', 'Chloe', 'Daniel', 'Elif', 'Farid', 'Grace', 'Hugo']

const stories = [
  {
    tell: (name: string, a: number, b: number, good: string) =>
      `${name} collects ${a} ${good} in the morning and ${b} ${good} in the afternoon. How many ${good} does ${name} collect that day?`,
    read: /collects (\d+) \w+ in the morning and (\d+)/,
    sign: '+',
    solve: (a: number, b: number) => a + b,
  },
  {
    tell: (name: string, a: number, b: number, good: string) =>
      `${name} fills ${a} boxes with ${b} ${good} each. How many ${good} are there altogether?`,
    read: /fills (\d+) boxes with (\d+)/,
    sign: '*',
    solve: (a: number, b: number) => a * b,
  },
  {
    tell: (name: string, a: number, b: number, good: string) =>
      `${name} owns ${a + b} ${good} and gives ${b} of them away. How many ${good} does ${name} still have?`,
    read: /owns (\d+) \w+ and gives (\d+)/,
    sign: '-',
    solve: (a: number, b: number) => a - b,
  },
]

/** The question a request of this seed is answered with: the same for the same seed. */
export function makeQuestion(seed: number | string): ArithmeticQuestion {
  const random = randomAt(randomKey('fake question', seed), 0)
  const story = random.pick(stories)
  const [a, b] = [random.integer(12, 980), random.integer(3, 97)]
  const question = story.tell(random.pick(names), a, b, random.pick(goods))
  return { question, ...(solve(question) as { solution: string; answer: number }) }
}

/** Solves the last question of our own kind in a text; `undefined` for others. */
export function solve(text: string): { readonly solution: string; readonly answer: number } | undefined {
  const found = stories
    .flatMap((story) =>
      [...text.matchAll(new RegExp(story.read, 'g'))].map((match) => ({ story, match, at: match.index })),
    )
    .toSorted((one, other) => other.at - one.at)[0]
  if (found === undefined) return undefined
  const [a, b] = [Number(found.match[1]), Number(found.match[2])]
  const answer = found.story.solve(a, b)
  return {
    answer,
    solution: `We calculate ${a} ${found.story.sign} ${b} = ${answer}. The answer is ${answer}.`,
  }
}
