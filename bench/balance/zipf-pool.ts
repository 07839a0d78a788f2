import { nextUint32, randomKey, stateAt } from '../../src/core/random.ts'
import { lengthBucketEnds, type BalancePool } from '../../src/steps/curate/balance/balance-pool.ts'

export interface ZipfPoolOptions {
  readonly rows: number
  readonly concepts: number
  /** Share of rank r falls as r^-exponent. */
  readonly exponent: number
  readonly seed: number
}

/** Rows with 2 to 6 distinct concepts each, drawn by a Zipf law; length and difficulty are independent of them. */
export function zipfPool(options: ZipfPoolOptions): BalancePool {
  const state = new Uint32Array(4)
  stateAt(randomKey('zipf-pool', options.seed), 0, state)
  const cumulative = new Float64Array(options.concepts)
  let total = 0
  for (let rank = 0; rank < options.concepts; rank++)
    cumulative[rank] = total += (rank + 1) ** -options.exponent
  const drawConcept = (): number => {
    const point = (nextUint32(state) / 0x1_0000_0000) * total
    let low = 0
    let high = options.concepts - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] as number) > point) high = middle
      else low = middle + 1
    }
    return low
  }
  const offsets = new Uint32Array(options.rows + 1)
  const concepts = new Uint32Array(options.rows * 6)
  const lengthBuckets = new Uint8Array(options.rows)
  const difficulties = new Uint8Array(options.rows)
  const ties = new Uint32Array(options.rows)
  const skeletons = new Uint32Array(options.rows)
  const answers = new Uint8Array(options.rows)
  const stepBuckets = new Uint8Array(options.rows)
  let used = 0
  for (let row = 0; row < options.rows; row++) {
    const size = 2 + (nextUint32(state) % 5)
    const own = new Set<number>()
    while (own.size < size) own.add(drawConcept())
    for (const concept of [...own].sort((left, right) => left - right)) concepts[used++] = concept
    offsets[row + 1] = used
    lengthBuckets[row] = nextUint32(state) % (lengthBucketEnds.length + 1)
    difficulties[row] = 1 + (nextUint32(state) % 5)
    ties[row] = nextUint32(state)
    skeletons[row] = nextUint32(state) % 100_000
    // Three answers in four are whole numbers, and long solutions are rarer than short ones.
    answers[row] = Math.max(0, (nextUint32(state) % 24) - 17)
    stepBuckets[row] = Math.min(nextUint32(state) % 5, nextUint32(state) % 5)
  }
  return {
    rows: options.rows,
    conceptIds: Array.from({ length: options.concepts }, (_, concept) => String(concept).padStart(32, '0')),
    offsets,
    concepts: concepts.slice(0, used),
    lengthBuckets,
    difficulties,
    answerTypes: answers,
    stepBuckets,
    skeletons,
    ties,
  }
}
