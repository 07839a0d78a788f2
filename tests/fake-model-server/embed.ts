import { randomAt, randomKey } from '../../src/core/random.ts'

const dimensions = 64

/** Embeddings by hashed trigrams: texts that share words point the same way. Numbers, or base64 where it is asked for. */
export function embed(text: string): Record<string, unknown> {
  const { input, encoding_format: format } = JSON.parse(text) as {
    readonly input: string | readonly string[]
    readonly encoding_format?: string
  }
  const inputs = typeof input === 'string' ? [input] : input
  const data = inputs.map((each, index) => ({
    object: 'embedding',
    index,
    embedding: written(vectorOf(each), format),
  }))
  const tokens = inputs.join('').length
  return { object: 'list', model: 'fake', data, usage: { prompt_tokens: tokens, total_tokens: tokens } }
}

function written(vector: readonly number[], format: string | undefined): readonly number[] | string {
  return format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector
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
