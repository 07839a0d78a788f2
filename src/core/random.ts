import { hash } from 'node:crypto'

/** Four 32-bit words from which every stream of random numbers of one purpose starts. */
export type RandomKey = readonly [number, number, number, number]

/** A key for a purpose, for example `randomKey('walk', graphVersion, seed)`. Parts are joined unambiguously and hashed. */
export function randomKey(...parts: readonly (string | number)[]): RandomKey {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer')
  return [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12)]
}

/** A seeded source of numbers. It is mutable: make one per draw with {@link randomAt} and let it go. */
export interface Random {
  /** Uniform 32-bit unsigned integer. */
  uint32(): number
  /** Uniform in [0, 1) with 53 bits. */
  float(): number
  /** Uniform integer in [minimum, maximum], both included, without modulo bias. */
  integer(minimum: number, maximum: number): number
  /** One element, each equally likely. Throws RangeError on an empty list. */
  pick<T>(items: readonly T[]): T
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[]
  /** True with the given probability. */
  chance(probability: number): boolean
}

function scramble(word: number): number {
  let x = word | 0
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

/**
 * The sfc32 state of draw `index` under `key`. Counter-based: draw i needs no draw before it, so any worker can make it.
 * `index` is a non-negative safe integer; `target` holds a, b, c, counter.
 */
export function stateAt(key: RandomKey, index: number, target: Uint32Array): void {
  const low = index >>> 0
  const high = (index * 2 ** -32) >>> 0
  let a = scramble(key[0] ^ low) | 0
  let b = scramble(key[1] ^ high ^ scramble(low + 0x9e3779b9)) | 0
  let c = scramble(key[2] ^ scramble(low ^ 0x85ebca6b) ^ scramble(high + 0xc2b2ae35)) | 0
  let counter = scramble(key[3] + low) | 1
  // Twelve steps of sfc32 in local variables: this runs once per draw.
  for (let round = 0; round < 12; round++) {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
  }
  target[0] = a
  target[1] = b
  target[2] = c
  target[3] = counter
}

/** One step of sfc32 (Chris Doty-Humphrey's small fast counting generator, public domain) on a 4-word state. */
export function nextUint32(state: Uint32Array): number {
  const a = state[0] as number
  const b = state[1] as number
  const c = state[2] as number
  const counter = state[3] as number
  const result = (a + b + counter) >>> 0
  state[3] = counter + 1
  state[0] = b ^ (b >>> 9)
  state[1] = c + (c << 3)
  state[2] = ((c << 21) | (c >>> 11)) + result
  return result
}

/**
 * The random numbers of draw `index`: a pure function of (key, index).
 *
 * @example
 * const random = randomAt(randomKey('draft', graphVersion, 7), 42)
 * random.integer(1, 6)
 */
export function randomAt(key: RandomKey, index: number): Random {
  const state = new Uint32Array(4)
  stateAt(key, index, state)
  return fromState(state)
}

function fromState(state: Uint32Array): Random {
  const random: Random = {
    uint32: () => nextUint32(state),
    float: () => (nextUint32(state) * 0x20_0000 + (nextUint32(state) >>> 11)) / 0x20_0000_0000_0000,
    integer(minimum, maximum) {
      const span = maximum - minimum + 1
      if (!(span >= 1) || span > 0x1_0000_0000)
        throw new RangeError(`empty or too wide range: ${minimum}..${maximum}`)
      // Values at or above the largest multiple of span are drawn again: the rest is unbiased.
      const limit = 0x1_0000_0000 - (0x1_0000_0000 % span)
      let word = nextUint32(state)
      while (word >= limit) word = nextUint32(state)
      return minimum + (word % span)
    },
    pick(items) {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[random.integer(0, items.length - 1)] as (typeof items)[number]
    },
    shuffle(items) {
      const copy = [...items]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = random.integer(0, last)
        const held = copy[last] as (typeof items)[number]
        copy[last] = copy[other] as (typeof items)[number]
        copy[other] = held
      }
      return copy
    },
    chance: (probability) => random.float() < probability,
  }
  return random
}
