import type { BalancePool } from './balance-pool.ts'
import { classOf } from './strata.ts'

/**
 * Rows that balance cannot tell apart (same concept set, class and skeleton), as one group. Groups are numbered in tie order and their concepts
 * copied in that order, so that a scan over groups reads memory forwards.
 */
export interface RowGroups {
  readonly count: number
  readonly offsets: Uint32Array
  readonly concepts: Uint32Array
  /** By group, see `classOf`. */
  readonly classes: Uint16Array
  /** First 32 bits of the skeleton id, by group. */
  readonly skeletons: Uint32Array
  /** First row of each group in tie order; -1 ends a chain in `nextRow`. */
  readonly firstRow: Int32Array
  readonly nextRow: Int32Array
}

export function groupRows(pool: BalancePool, order: Uint32Array): RowGroups {
  const { rows, offsets, concepts } = pool
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, rows) * 2)))
  const slots = new Int32Array(2 ** bits).fill(-1)
  const firstRow = new Int32Array(rows)
  const lastRow = new Int32Array(rows)
  const nextRow = new Int32Array(rows).fill(-1)
  const classes = new Uint16Array(rows)
  const skeletons = new Uint32Array(rows)
  const groupOffsets = new Uint32Array(rows + 1)
  const groupConcepts = new Uint32Array(concepts.length)
  let count = 0
  let used = 0
  const sameConcepts = (group: number, start: number, end: number): boolean => {
    const shift = (groupOffsets[group] as number) - start
    if ((groupOffsets[group + 1] as number) - shift !== end) return false
    for (let at = start; at < end; at++) if (groupConcepts[at + shift] !== concepts[at]) return false
    return true
  }
  for (const row of order) {
    const start = offsets[row] as number
    const end = offsets[row + 1] as number
    const own = classOf(pool, row)
    const skeleton = pool.skeletons[row] as number
    let hash = Math.imul(own + 1, 0x9e3779b1) ^ skeleton
    for (let at = start; at < end; at++) {
      hash = Math.imul((hash ^ (concepts[at] as number)) + 0x7f4a7c15, 0x85ebca6b)
      hash ^= hash >>> 15
    }
    let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits)
    for (;;) {
      const group = slots[slot] as number
      if (group === -1) {
        slots[slot] = count
        firstRow[count] = lastRow[count] = row
        classes[count] = own
        skeletons[count] = skeleton
        for (let at = start; at < end; at++) groupConcepts[used++] = concepts[at] as number
        groupOffsets[++count] = used
        break
      }
      if (classes[group] === own && skeletons[group] === skeleton && sameConcepts(group, start, end)) {
        nextRow[lastRow[group] as number] = row
        lastRow[group] = row
        break
      }
      slot = (slot + 1) & (slots.length - 1)
    }
  }
  return {
    count,
    offsets: groupOffsets.subarray(0, count + 1),
    concepts: groupConcepts.subarray(0, used),
    classes: classes.subarray(0, count),
    skeletons: skeletons.subarray(0, count),
    firstRow: firstRow.subarray(0, count),
    nextRow,
  }
}
