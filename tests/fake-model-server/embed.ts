import { randomAt, randomKey } from '../../src/core/random.ts'

const dimensions = 64

/** Embeddings by hashed trigrams: texts that share words point the same way. */
export function embed(text: string): object {
  const { input } = JSON.parse(text) as { readonly input: string | readonly string[] }
  const inputs = typeof input === 'string' ? [input] : input
  const data = inputs.map((each, index) => ({ object: 'embedding', index, embedding: vectorOf(each) }))
  const tokens = inputs.join('').length
  return { object: 'list', model: 'fake', data, usage: { prompt_tokens: tokens, total_tokens: tokens } }
}

function vectorOf(text: string): number[] {
  const sums = Array.from({ length: dimensions }, () => 0)
  const folded = `  ${text.toLowerCase()} `
  for (let at = 0; at + 3 <= folded.length; at++) {
    const random = randomAt(randomKey('trigram', folded.slice(at, at + 3)), 0)
    const place = random.integer(0, dimensions - 1)
    sums[place] = (sums[place] as number) + (random.chance(0.5) ? 1 : -1)
  }
  const length = Math.hypot(...sums) || 1
  return sums.map((sum) => sum / length)
}
