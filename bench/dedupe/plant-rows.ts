import { closeSync, openSync, writeSync } from 'node:fs'
import { randomAt, randomKey, type Random } from '../../src/core/random.ts'

/** How a reader of the file may cut texts into tokens; none of them is the one that is measured. */
export const tokenisers: Readonly<Record<'spaces' | 'words' | 'marks', (text: string) => readonly string[]>> =
  {
    spaces: (text) => text.split(/\s+/).filter((token) => token !== ''),
    words: (text) => text.toLowerCase().match(/\w+/g) ?? [],
    marks: (text) => text.toLowerCase().match(/\w+|[^\w\s]/g) ?? [],
  }
export type TokeniserName = keyof typeof tokenisers

/** Two rows that were planted as alike, with the Jaccard index of the 3-grams of their raw texts under each tokeniser. */
export interface PlantedPair {
  readonly first: number
  readonly second: number
  readonly jaccard: Readonly<Record<TokeniserName, number>>
}

export function rawJaccard(first: string, second: string, name: TokeniserName): number {
  const [a, b] = [first, second].map((text) => {
    const tokens = tokenisers[name](text)
    return new Set(
      tokens.slice(0, Math.max(1, tokens.length - 2)).map((_, at) => tokens.slice(at, at + 3).join('\u0001')),
    )
  }) as [Set<string>, Set<string>]
  let common = 0
  for (const gram of a) if (b.has(gram)) common++
  return common / (a.size + b.size - common)
}

const lists = {
  name: 'Ana Bo Carla Deniz Elif Farid Grace Hana Ivan Jules Kofi Lena Mateo Nora Omar Priya Quinn Rosa Sven Tara Uma Vera Wen Ximena Yara Zeno',
  thing:
    'apples pears tickets pencils marbles stamps shells bricks tiles ribbons candles buttons coins cards flowers loaves cups plates lamps chairs books pages posters beads ropes planks nails bottles jars baskets',
  place:
    'market school library harbour farm garden station museum bakery workshop stadium theatre village factory hospital beach forest island bridge square',
  day: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  verb: 'buys sells finds loses paints repairs collects carries counts plants packs borrows returns delivers weighs measures draws cuts folds stacks',
  adjective:
    'red blue green old new small large heavy light round square broken clean wooden golden silver empty full ripe cheap',
  letter: 'a b c k m n p q r t x y z',
} as const
const words: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(lists).map(([kind, text]) => [kind, text.split(' ')]),
)

const sentences = [
  'name verb # adjective thing at the place on day.',
  'Every day the place sells # adjective thing for $# each, and name verb # of them.',
  'There are # rows of adjective thing near the place, with # thing in each row.',
  'If letter + # = #, then letter is used as the number of adjective thing.',
  'A adjective box holds # thing and weighs #.# kilograms when it is full.',
  'After day, name gives #% of the thing to name, who already has # thing.',
  'Let $f(letter) = #letter^2 - #letter + #$ be defined for all real letter.',
  'The adjective place is # metres long and # metres wide, and name walks around it # times.',
  'name and name share # thing in the ratio #:# before they leave the place.',
  'On day the price of adjective thing rises from $# to $#, so name verb only # of them.',
  'It takes name # minutes to get from the place to the place by bus.',
  'Out of # adjective thing, # are adjective and the rest belong to name.',
  'A train leaves the place at #:# and travels #.# kilometres to the place.',
  'Suppose that $\\frac{#}{letter} + \\sqrt{#} = #letter$ for some integer letter.',
] as const
const questions = [
  'How many thing does name have now?',
  'What is the value of letter?',
  'How much does name pay in total?',
  'Find the number of adjective thing that are left at the place.',
  'How many minutes does the whole trip take?',
  'What is the probability that a thing chosen at random is adjective?',
] as const

function fill(template: string, random: Random): string {
  return template.replaceAll(
    /\b(?:name|thing|place|day|verb|adjective|letter)\b|(?<=[#\d])letter|#/g,
    (mark) =>
      mark === '#'
        ? `${random.integer(2, random.chance(0.3) ? 2000 : 60)}`
        : random.pick(words[mark] as readonly string[]),
  )
}

export function plantedQuestion(random: Random): string {
  const parts = Array.from({ length: random.integer(2, 6) }, () => fill(random.pick(sentences), random))
  return [...parts, fill(random.pick(questions), random)].join(' ')
}

function solutionFor(question: string, random: Random): string {
  const steps = Array.from({ length: random.integer(2, 6) }, (_, step) => {
    const [a, b] = [random.integer(2, 900), random.integer(2, 900)]
    return `Step ${step + 1}: from the text we get ${a} + ${b} = <<${a}+${b}=${a + b}>>${a + b}, which is used below.`
  })
  return `${steps.join('\n')}\nThis answers a question of ${question.length} characters.`
}

/** Word edits, case, spaces and punctuation: what makes near duplicates differ. */
export function edited(text: string, random: Random): string {
  const tokens = text.split(' ')
  const edits = random.integer(1, Math.max(2, Math.round(tokens.length / 9)))
  for (let edit = 0; edit < edits; edit++) {
    const at = random.integer(0, tokens.length - 1)
    const kind = random.float()
    const word = random.pick(words[random.pick(['thing', 'place', 'adjective'])] as readonly string[])
    if (kind < 0.5) tokens[at] = word
    else if (kind < 0.7) tokens.splice(at, 1)
    else if (kind < 0.85) tokens.splice(at, 0, word)
    else tokens[at] = (tokens[at] as string).replaceAll(/\d+/g, () => `${random.integer(2, 99)}`)
  }
  const dressed = tokens.join(' ')
  const kind = random.float()
  if (kind < 0.1) return dressed.toUpperCase()
  if (kind < 0.2) return dressed.replaceAll(' ', '  ')
  return kind < 0.25 ? dressed.replaceAll(/[.,?]/g, '') : dressed
}

export interface PlantedFile {
  readonly bytes: number
  readonly pairs: readonly PlantedPair[]
}

/**
 * Writes rows of about 800 bytes: fresh ones, 2 % copies of an earlier row (half of them in capitals with double spaces) and 10 % edited
 * copies, on both sides of 0.8. The same seed gives the same file. Every row is made from its index alone.
 */
export function plantRows(
  file: string,
  { rows, seed }: { readonly rows: number; readonly seed: number },
): PlantedFile {
  const key = randomKey('bench-dedupe', seed)
  const descriptor = openSync(file, 'w')
  const pairs: PlantedPair[] = []
  let text = ''
  let bytes = 0
  const flush = (): void => {
    bytes += writeSync(descriptor, text)
    text = ''
  }
  for (let row = 0; row < rows; row++) {
    const { question, first } = questionAt(row, key)
    if (first !== undefined) pairs.push(plantedPair(row, { question, first }, key))
    const random = randomAt(randomKeyOf(key), row)
    const answer = `${random.integer(1, 9999)}`
    text += `${JSON.stringify({ id: `row-${row}`, question, solution: solutionFor(question, random), final_answer: answer, rung: random.integer(2, 5) })}\n`
    if (text.length > 1 << 20) flush()
  }
  flush()
  closeSync(descriptor)
  return { bytes, pairs }
}

type Key = ReturnType<typeof randomKey>
const randomKeyOf = ([a, b, c, d]: Key): Key => [a ^ 1, b, c, d]

function plantedPair(
  row: number,
  { question, first }: { question: string; first: number },
  key: Key,
): PlantedPair {
  const original = questionAt(first, key).question
  const jaccard = (name: TokeniserName): number => rawJaccard(original, question, name)
  return {
    first,
    second: row,
    jaccard: { spaces: jaccard('spaces'), words: jaccard('words'), marks: jaccard('marks') },
  }
}

/** The questions of some rows of the file that {@link plantRows} writes, for a list of protected problems. */
export function plantedQuestions(rows: readonly number[], seed: number): readonly string[] {
  const key = randomKey('bench-dedupe', seed)
  return rows.map((row) => questionAt(row, key).question)
}

/** A fresh question, or one made from an earlier fresh row. */
function questionAt(row: number, key: Key): { readonly question: string; readonly first?: number } {
  const random = randomAt(key, row)
  const kind = random.float()
  const first = row === 0 || kind >= 0.12 ? undefined : random.integer(0, row - 1)
  if (first === undefined || randomAt(key, first).float() < 0.12) return { question: plantedQuestion(random) }
  const { question } = questionAt(first, key)
  if (kind >= 0.02) return { question: edited(question, random), first }
  return { question: kind < 0.01 ? question : question.toUpperCase().replaceAll(' ', '  '), first }
}
