import { readFileSync } from 'node:fs'
import { randomAt, randomKey, type Random } from '../../src/core/random.ts'
import { topics } from '../../src/foundations/taxonomy/taxonomy.ts'

/** Real names: those of recorded extractions where their file is there, and those of the taxonomy. */
export function realNames(extractions: string | undefined): readonly string[] {
  const recorded =
    extractions === undefined
      ? []
      : readFileSync(extractions, 'utf8')
          .trim()
          .split('\n')
          .flatMap((line) => {
            const row = JSON.parse(line) as {
              readonly topics?: string[]
              readonly knowledge_points?: string[]
            }
            return [...(row.topics ?? []), ...(row.knowledge_points ?? [])]
          })
  const curated = topics.flatMap((topic) =>
    [topic, ...topic.knowledgePoints].flatMap(({ name, aliases }) => [name, ...aliases]),
  )
  return [...new Set([...recorded, ...curated])]
}

const leads = [
  'Understanding',
  'Calculating',
  'Applying',
  'Properties of',
  'Basic',
  'Introduction to',
  'Solving problems with',
]
const tails = [
  'of a function',
  'in real life',
  'for polynomials',
  'of two numbers',
  'in geometry',
  'with fractions',
  'methods',
  'formulas',
]

/** `count` different names: the real ones, and seeded changes and combinations of them. */
export function makeNames(real: readonly string[], count: number): readonly string[] {
  const names = new Set(real.slice(0, count))
  for (let at = 0; names.size < count; at++) names.add(nameAt(real, at))
  return [...names]
}

function nameAt(real: readonly string[], at: number): string {
  const random = randomAt(randomKey('bench canonicalise'), at)
  const name = random.pick(real)
  const words = name.split(' ')
  const kind = random.integer(0, 6)
  if (kind === 0) return `${random.pick(leads)} ${lower(name)}`
  if (kind === 1) return `${name} ${random.pick(tails)}`
  if (kind === 2) return `${name} and ${lower(random.pick(real))}`
  if (kind === 3) return misspelt(name, random)
  if (kind === 4) return swapped(words, random.pick(real).split(' '), random)
  if (kind === 5 && words.length > 1) return `${words.slice(1).join(' ')} of ${lower(words[0] as string)}`
  return `${name} ${random.integer(2, 99)}`
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function misspelt(name: string, random: Random): string {
  const at = random.integer(1, Math.max(1, name.length - 2))
  return name.slice(0, at) + name.slice(at + 1)
}

function swapped(words: readonly string[], other: readonly string[], random: Random): string {
  const at = random.integer(0, words.length - 1)
  return words.map((word, place) => (place === at ? random.pick(other) : word)).join(' ')
}
