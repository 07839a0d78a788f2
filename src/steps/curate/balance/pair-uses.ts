import type { RowGroups } from './group-rows.ts'

/** Uses of concept pairs, for groups of rows whose concepts they are. */
export interface PairUses {
  /** Mean of `worth(uses)` over the pairs of a group; 0 for a group of fewer than two concepts. */
  mean(group: number, worth: (uses: number) => number): number
  /** Notes one more row of a group. */
  use(group: number): void
}

/** Numbers the concept pairs of all groups; about 4 bytes for each pair of a group. */
export function countPairUses(groups: RowGroups): PairUses {
  const { count, offsets, concepts } = groups
  const numbers = new Map<number, number>()
  const starts = new Uint32Array(count + 1)
  for (let group = 0; group < count; group++) {
    const size = (offsets[group + 1] as number) - (offsets[group] as number)
    starts[group + 1] = (starts[group] as number) + (size * (size - 1)) / 2
  }
  const pairs = new Uint32Array(starts[count] as number)
  let at = 0
  for (let group = 0; group < count; group++) {
    const end = offsets[group + 1] as number
    for (let high = (offsets[group] as number) + 1; high < end; high++) {
      for (let low = offsets[group] as number; low < high; low++) {
        const key = (concepts[high] as number) * 0x20_0000 + (concepts[low] as number)
        let number = numbers.get(key)
        if (number === undefined) numbers.set(key, (number = numbers.size))
        pairs[at++] = number
      }
    }
  }
  const uses = new Uint32Array(numbers.size)
  return {
    mean(group, worth) {
      const start = starts[group] as number
      const end = starts[group + 1] as number
      let sum = 0
      for (let place = start; place < end; place++) sum += worth(uses[pairs[place] as number] as number)
      return end === start ? 0 : sum / (end - start)
    },
    use(group) {
      const end = starts[group + 1] as number
      for (let place = starts[group] as number; place < end; place++) {
        const pair = pairs[place] as number
        uses[pair] = (uses[pair] as number) + 1
      }
    },
  }
}
