import type { VectorTable } from './ports.ts'

/** Vectors as text: their dimension, a blank, and their numbers as little-endian 32-bit floats in base64. */
export function packVectors({ vectors, dimension }: VectorTable): string {
  const bytes = Buffer.alloc(4 * vectors.length)
  for (let at = 0; at < vectors.length; at++) bytes.writeFloatLE(vectors[at] as number, 4 * at)
  return `${dimension} ${bytes.toString('base64')}`
}

/** The inverse of {@link packVectors}; `undefined` for a text that is not its result. */
export function unpackVectors(text: string): VectorTable | undefined {
  const [, size = '', packed = ''] = /^([1-9]\d*) ([A-Za-z0-9+/]*={0,2})$/.exec(text) ?? []
  const bytes = Buffer.from(packed, 'base64')
  const dimension = Number(size)
  if (dimension === 0 || bytes.length % (4 * dimension) !== 0) return undefined
  const vectors = Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(4 * at))
  return { vectors, dimension }
}
