import { randomAt, randomKey } from '../../src/core/random.ts'
import { type ArithmeticQuestion, makeQuestion, solve } from './arithmetic.ts'
import type { Mischief } from './settings.ts'

type Schema = Readonly<Record<string, unknown>>

export interface ChatBody {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly seed?: number
  /** Replies wanted. */
  readonly n?: number
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: Schema } }
}

/** The text of a reply: JSON that fits the schema of the request, or a question with its solution in plain words. */
export function answerText(body: ChatBody, mischief: Mischief, place = 0): string {
  const prompt = body.messages.map(({ content }) => content).join('\n')
  const seed = body.seed ?? (place === 0 ? prompt : `${prompt} ${place}`)
  const asked = solve(body.messages.at(-1)?.content ?? '')
  const pair = spoil(makeQuestion(seed), { mischief, prompt })
  const facts: Facts = { pair, asked, prompt, seed }
  const schema = body.response_format?.json_schema?.schema
  if (schema !== undefined) return JSON.stringify(fill(schema, { name: '', facts, root: schema }))
  if (asked !== undefined) return `${asked.solution}\n#### ${asked.answer}`
  return `Question: ${pair.question}\nSolution: ${pair.solution}\n#### ${pair.answer}`
}

interface Facts {
  readonly pair: ArithmeticQuestion
  readonly asked: { readonly solution: string; readonly answer: number } | undefined
  readonly prompt: string
  readonly seed: number | string
}

function spoil(
  pair: ArithmeticQuestion,
  { mischief, prompt }: { readonly mischief: Mischief; readonly prompt: string },
): ArithmeticQuestion {
  const { question, solution, answer } = pair
  switch (mischief) {
    case 'echo':
      return {
        ...pair,
        question: prompt.split('\n').findLast((line) => line.includes('?')) ?? prompt.slice(-200),
      }
    case 'wrong-answer':
      return {
        question,
        solution: solution.replaceAll(String(answer), String(answer + 1)),
        answer: answer + 1,
      }
    case 'off-concept':
      return { question: 'Which city is the capital of France?', solution: 'It is Paris.', answer: 0 }
    case 'leak':
      return { ...pair, question: `${question} ${solution}` }
    case 'two-questions':
      return { ...pair, question: `${question} ${makeQuestion(question).question}` }
    case 'obey':
      return { ...pair, question: prompt.match(/ignore[^\n]*say ([^\n.]+)/i)?.[1] ?? question }
    default:
      return pair
  }
}

interface Place {
  readonly name: string
  readonly facts: Facts
  readonly root: Schema
}

/** A value that fits a schema, with content guessed from the names of its fields. */
function fill(schema: Schema, place: Place): unknown {
  const reference = schema['$ref']
  if (typeof reference === 'string') return fill(lookUp(place.root, reference), place)
  const constant = schema['const']
  if (constant !== undefined) return constant
  const choices = schema['enum']
  if (Array.isArray(choices)) return choices[0]
  const either = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(either)) return fill(either[0] as Schema, place)
  const type = Array.isArray(schema['type']) ? (schema['type'] as unknown[])[0] : schema['type']
  if (type === 'object') {
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
    return Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, fill(inner, { ...place, name })]),
    )
  }
  if (type === 'array') return fillList(schema, place)
  if (type === 'boolean') return !/leak|flaw|wrong|error|ambiguous/i.test(place.name)
  if (type === 'integer' || type === 'number') return numberFor(schema, place)
  if (type === 'null') return null
  return wordsFor(place)
}

function lookUp(root: Schema, reference: string): Schema {
  return reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .reduce<Schema>((at, part) => (at[part] ?? {}) as Schema, root)
}

const topics = [
  'Addition and subtraction',
  'Multiplication',
  'Word problems',
  'Money',
  'Fractions',
  'Division',
  'Number sense',
  'Measurement',
  'Mental arithmetic',
  'Whole numbers',
]
const points = [
  'Adding whole numbers',
  'Multiplying whole numbers',
  'Equal groups',
  'Unit prices',
  'Parts of a whole',
  'Taking away',
  'Comparing amounts',
  'Sharing equally',
  'Total cost',
  'Counting on',
  'Doubling',
  'Halving',
  'Rounding',
  'Place value',
  'Order of operations',
  'Repeated addition',
  'Finding a difference',
  'Times tables',
  'Estimating',
  'Checking by the inverse',
]

function fillList(schema: Schema, place: Place): unknown[] {
  const least = Number(schema['minItems'] ?? 1)
  const most = Number(schema['maxItems'] ?? Math.max(2, least))
  const length = Math.max(least, Math.min(2, most))
  const items = (schema['items'] ?? { type: 'string' }) as Schema
  if (items['type'] !== 'string' || items['enum'] !== undefined)
    return Array.from({ length }, () => fill(items, place))
  const random = randomAt(randomKey('fake list', place.name, place.facts.seed), 0)
  const pool = /topic/i.test(place.name)
    ? topics
    : /point|concept|skill/i.test(place.name)
      ? points
      : undefined
  if (pool === undefined) return Array.from({ length }, (_, index) => `${wordsFor(place)} (${index + 1})`)
  const shuffled = random.shuffle(pool)
  return Array.from({ length }, (_, index) => shuffled[index] ?? `${shuffled[0]} ${index}`)
}

function numberFor(schema: Schema, { name, facts }: Place): number {
  const value = /answer|result|value/i.test(name) ? (facts.asked ?? facts.pair).answer : 4
  const least = Number(schema['minimum'] ?? Number.NEGATIVE_INFINITY)
  return Math.max(least, Math.min(Number(schema['maximum'] ?? Number.POSITIVE_INFINITY), value))
}

function wordsFor({ name, facts }: Place): string {
  if (/answer|result/i.test(name)) return String((facts.asked ?? facts.pair).answer)
  if (/question|problem|instruction|created|final/i.test(name)) return facts.pair.question
  if (/solution|reason|step|explanation|work/i.test(name)) return (facts.asked ?? facts.pair).solution
  if (/topic/i.test(name)) return topics[0] as string
  if (/point|concept|skill/i.test(name)) return points[0] as string
  return `about ${name === '' ? 'it' : name}`
}
