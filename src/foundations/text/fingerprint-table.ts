/** A 64-bit fingerprint in two halves. */
export interface Fingerprint {
  readonly high: number
  readonly low: number
}

/**
 * A set of 64-bit fingerprints, each with a number: open addressing behind a Bloom filter of one bit per key, so that the common miss
 * reads one word. Plain typed arrays on shared memory: a thread that is given it copies nothing.
 */
export interface FingerprintTable {
  readonly filter: Uint32Array
  readonly filterShift: number
  readonly high: Int32Array
  readonly low: Int32Array
  /** Value + 1; 0 is an empty place. */
  readonly value: Int32Array
}

/** An empty table for up to `capacity` keys. */
export function createFingerprintTable(capacity: number): FingerprintTable {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, capacity) * 2)))
  // About 16 bits a key, at most 2^31.
  const filterBits = Math.min(31, Math.max(10, bits + 3))
  const size = 2 ** bits
  return {
    filter: new Uint32Array(shared(2 ** (filterBits - 5))),
    filterShift: 32 - filterBits,
    high: new Int32Array(shared(size)),
    low: new Int32Array(shared(size)),
    value: new Int32Array(shared(size)),
  }
}

/** Memory of so many 32-bit words. */
function shared(words: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * words)
}

/** Whether some fingerprint with this half may be in the table; false is certain. */
export function mayHold({ filter, filterShift }: FingerprintTable, high: number): boolean {
  const bit = Math.imul(high, 0x9e3779b1) >>> filterShift
  return ((filter[bit >>> 5] as number) & (1 << (bit & 31))) !== 0
}

/** The number stored under a fingerprint, or -1. */
export function findFingerprint(table: FingerprintTable, high: number, low: number): number {
  const mask = table.value.length - 1
  for (let place = placeOf(high) & mask; ; place = (place + 1) & mask) {
    const held = table.value[place] as number
    if (held === 0) return -1
    if (table.high[place] === high && table.low[place] === low) return held - 1
  }
}

/** Stores a number under a fingerprint unless one is there; the one that is there comes back. The caller keeps to the capacity. */
export function addFingerprint(table: FingerprintTable, { high, low }: Fingerprint, value: number): number {
  const bit = Math.imul(high, 0x9e3779b1) >>> table.filterShift
  const word = bit >>> 5
  table.filter[word] = (table.filter[word] as number) | (1 << (bit & 31))
  const mask = table.value.length - 1
  for (let place = placeOf(high) & mask; ; place = (place + 1) & mask) {
    const held = table.value[place] as number
    if (held === 0) {
      table.high[place] = high
      table.low[place] = low
      table.value[place] = value + 1
      return value
    }
    if (table.high[place] === high && table.low[place] === low) return held - 1
  }
}

/** Changes the number of a fingerprint that is there. */
export function replaceFingerprint(table: FingerprintTable, { high, low }: Fingerprint, value: number): void {
  const mask = table.value.length - 1
  for (let place = placeOf(high) & mask; table.value[place] !== 0; place = (place + 1) & mask) {
    if (table.high[place] !== high || table.low[place] !== low) continue
    table.value[place] = value + 1
    return
  }
}

function placeOf(high: number): number {
  const product = Math.imul(high, 0x85ebca6b)
  return product ^ (product >>> 15)
}
