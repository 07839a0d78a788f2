import { EndpointFailure, type EndpointReply, type TokenUsage } from '../../core/model-endpoint.ts'
import { packVectors } from '../../core/packed-vectors.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the body of an embeddings reply.
 *
 * @throws EndpointFailure `malformed` (with its usage, which was paid) when there is not one vector of numbers per text, all equally long
 */
export function readEmbeddings(body: unknown, texts: readonly string[]): EndpointReply {
  const reply = (typeof body === 'object' && body !== null ? body : {}) as Fields
  const usage = usageOf(reply['usage'], texts)
  const malformed = (what: string): EndpointFailure =>
    new EndpointFailure(what, { verdict: 'retry', reason: 'malformed', usage })
  const data = reply['data']
  if (!Array.isArray(data) || data.length !== texts.length)
    throw malformed(`reply without one embedding per text: ${texts.length} were sent`)
  const rows = texts.map((_, index) => {
    const item =
      (data as readonly Fields[]).find((each) => each?.['index'] === index) ?? (data[index] as Fields)
    return numbersOf(item?.['embedding'])
  })
  const dimension = rows[0]?.length ?? 0
  const vectors = new Float32Array(rows.length * dimension)
  for (const [row, numbers] of rows.entries()) {
    if (
      numbers === undefined ||
      numbers.length !== dimension ||
      dimension === 0 ||
      !numbers.every(Number.isFinite)
    )
      throw malformed('reply with an embedding that is no list of numbers, or not as long as the others')
    vectors.set(numbers, row * dimension)
  }
  const model = typeof reply['model'] === 'string' ? reply['model'] : ''
  return { outcome: 'answered', text: packVectors({ vectors, dimension }), usage, detail: { model } }
}

/** Numbers, or the same as little-endian 32-bit floats in base64. */
function numbersOf(value: unknown): readonly number[] | Float32Array | undefined {
  if (Array.isArray(value)) return value as readonly number[]
  if (typeof value !== 'string') return undefined
  const bytes = Buffer.from(value, 'base64')
  if (bytes.length % 4 !== 0) return undefined
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(4 * at))
}

function usageOf(value: unknown, texts: readonly string[]): TokenUsage {
  const told = (value as Fields | undefined)?.['prompt_tokens']
  const counted = typeof told === 'number' && Number.isSafeInteger(told) && told >= 0
  const estimate = Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 4)
  return { promptTokens: counted ? told : estimate, cachedTokens: 0, completionTokens: 0, counted }
}
