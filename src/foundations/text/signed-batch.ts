import { bandCount, bandKeys, createMinHasher, shortSignature, signatureLength } from './min-hash.ts'
import { createQuestionReader } from './question-shingles.ts'
import { tokenClasses } from './question-tokens.ts'

/** Signatures of some consecutive texts in typed arrays that a thread can hand over; nothing of the texts themselves. */
export interface SignedBatch {
  readonly rows: number
  /** 1 for a text, 0 for a place that takes no part. */
  readonly present: Uint8Array
  /** Band keys, a band after the other: key of row r in band b at b × rows + r. */
  readonly keys: Uint32Array
  /** Short signatures, a row after the other. */
  readonly short: Uint8Array
  /** Two 32-bit halves a row, equal for texts of the same words and operators. */
  readonly identities: Uint32Array
}

export interface BatchSigner {
  add(text: string): void
  /** Leaves the next place without a text. */
  addAbsent(): void
  /** What was added since the last call. */
  finish(): SignedBatch
}

export function createBatchSigner(): BatchSigner {
  const reader = createQuestionReader()
  const hasher = createMinHasher()
  const signature = new Uint32Array(signatureLength)
  let room = 1024
  let rows = 0
  let present = new Uint8Array(room)
  let keys = new Uint32Array(room * bandCount)
  let short = new Uint8Array(room * signatureLength)
  let identities = new Uint32Array(room * 2)
  const grow = (): void => {
    room *= 2
    present = grown(present, room)
    keys = grown(keys, room * bandCount)
    short = grown(short, room * signatureLength)
    identities = grown(identities, room * 2)
  }
  return {
    add(text) {
      if (rows === room) grow()
      reader.read(text)
      hasher.sign(reader.shingles(tokenClasses.word), signature)
      bandKeys(signature, keys, rows * bandCount)
      shortSignature(signature, short, rows * signatureLength)
      identities.set(reader.identity(), rows * 2)
      present[rows++] = 1
    },
    addAbsent() {
      if (rows === room) grow()
      present[rows++] = 0
    },
    finish() {
      const batch = {
        rows,
        present: present.slice(0, rows),
        keys: bandsFirst(keys, rows),
        short: short.slice(0, rows * signatureLength),
        identities: identities.slice(0, rows * 2),
      }
      rows = 0
      return batch
    },
  }
}

function grown<Values extends Uint8Array | Uint32Array>(values: Values, length: number): Values {
  const larger = new (values.constructor as new (length: number) => Values)(length)
  larger.set(values)
  return larger
}

function bandsFirst(keys: Uint32Array, rows: number): Uint32Array {
  const turned = new Uint32Array(rows * bandCount)
  for (let row = 0; row < rows; row++)
    for (let band = 0; band < bandCount; band++)
      turned[band * rows + row] = keys[row * bandCount + band] as number
  return turned
}
