import type { ContentId } from '../../../core/identity.ts'

/** Most samples of one item. */
const maximumSamples = 1 << 20

export interface SampleNumbers {
  /** The number of a completion; `undefined` where the item has one with this number already, or the number is too large. */
  take(itemId: ContentId, wanted: number | undefined): number | undefined
}

/** Numbers the completions of each item 0, 1, 2, …, or as they number themselves; one bit for each. */
export function openSampleNumbers(): SampleNumbers {
  const taken = new Map<ContentId, { bits: Uint32Array; next: number }>()
  return {
    take(itemId, wanted) {
      const held = taken.get(itemId) ?? { bits: new Uint32Array(1), next: 0 }
      taken.set(itemId, held)
      let number = wanted ?? held.next
      if (wanted === undefined) while (has(held.bits, number)) number++
      if (number >= maximumSamples || has(held.bits, number)) return undefined
      if (number >= held.bits.length * 32) {
        const wider = new Uint32Array(Math.max(held.bits.length * 2, (number >>> 5) + 1))
        wider.set(held.bits)
        held.bits = wider
      }
      const word = number >>> 5
      held.bits[word] = (held.bits[word] as number) | (1 << (number & 31))
      if (wanted === undefined) held.next = number + 1
      return number
    },
  }
}

function has(bits: Uint32Array, number: number): boolean {
  return (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1
}
