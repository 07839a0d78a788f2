import { edgeWeight, type EdgeWeighting } from '../../foundations/statistics/edge-weight.ts'
import { fillAliasRow } from './alias-row.ts'

/**
 * One sub-graph of the walk as compressed sparse rows: the neighbours of row r are entries `offsets[r]` to `offsets[r + 1]`,
 * ascending by target. An entry is three 32-bit words: the threshold of Vose's alias method, the entry's own target (20 bits) with
 * the low 12 bits of the edge's count, and the alias target (20 bits) with the high 12 bits. All arrays stand on shared memory, so
 * worker threads read one copy.
 */
export interface SubGraph {
  readonly offsets: Uint32Array
  readonly entries: Uint32Array
  /** Sum of the weights of a row, the denominator of its transition probabilities. */
  readonly sums: Float64Array
  /** Seeds per row concept and per target concept. */
  readonly rowCounts: Uint32Array
  readonly targetCounts: Uint32Array
  /** Multiplies the weight of edges to a target; empty where nothing is steered. */
  readonly factors: Float64Array
  /** Weight of ending the phase at a row, held as a last entry whose target is the row itself; empty where a walk never ends by choice. */
  readonly stops: Float64Array
  readonly weighting: EdgeWeighting
  readonly seedCount: number
}

/** What the draw of a target answers where the row has no neighbour. */
export const noTarget = 0xffff_ffff
export const wordsPerEntry = 3
/** Scales a random word to [0, 1); a product with it, below 2^31, is cut off by `| 0`, which is faster than Math.floor. */
export const perWord: number = 2 ** -32
const targetBits = 20
export const targetMask: number = (1 << targetBits) - 1
const countBits = 12
export const maximumNodes: number = 1 << targetBits
const maximumCount = 2 ** (2 * countBits) - 1

export interface SubGraphInput {
  readonly rows: number
  /** Directed edges: from row, to target, count. Ascending targets within a row. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly counts: Uint32Array
  readonly rowCounts: Uint32Array
  readonly targetCounts: Uint32Array
  readonly weighting: EdgeWeighting
  readonly seedCount: number
  readonly factors?: Float64Array
  readonly stops?: Float64Array
}

/** Builds rows and alias tables in O(edges). Throws RangeError when a limit of the layout is passed or targets do not ascend. */
export function buildSubGraph(input: SubGraphInput): SubGraph {
  const { rows, from, to, counts } = input
  const factors = input.factors ?? new Float64Array(0)
  const stops = input.stops ?? new Float64Array(0)
  const extra = stops.length === 0 ? 0 : 1
  const offsets = sharedWords(rows + 1)
  for (const row of from) offsets[row + 1] = (offsets[row + 1] as number) + 1
  for (let row = 0; row < rows; row++) {
    offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number) + extra
  }
  const entries = sharedWords((offsets[rows] as number) * wordsPerEntry)
  const next = offsets.slice(0, rows)
  for (let edge = 0; edge < from.length; edge++) {
    const row = from[edge] as number
    const target = to[edge] as number
    const count = counts[edge] as number
    if (count > maximumCount) throw new RangeError(`count of an edge: ${count}; at most ${maximumCount}`)
    const entry = next[row] as number
    if (entry > (offsets[row] as number) && entryTarget(entries, entry - 1) >= target) {
      throw new RangeError(`edges out of order: target ${target} of row ${row}; sort them by (a, b)`)
    }
    entries[entry * wordsPerEntry + 1] = target | ((count & 0xfff) << targetBits)
    entries[entry * wordsPerEntry + 2] = (count >>> countBits) << targetBits
    next[row] = entry + 1
  }
  const graph: SubGraph = {
    offsets,
    entries,
    sums: sharedFloats(rows),
    rowCounts: input.rowCounts,
    targetCounts: input.targetCounts,
    factors,
    stops,
    weighting: input.weighting,
    seedCount: input.seedCount,
  }
  for (let row = 0; row < rows; row++) finishRow(graph, row, extra === 1)
  return graph
}

function finishRow(graph: SubGraph, row: number, withStop: boolean): void {
  const { offsets, entries } = graph
  const start = offsets[row] as number
  const end = offsets[row + 1] as number
  const weights = new Float64Array(end - start)
  const targets = new Uint32Array(end - start)
  if (withStop) entries[(end - 1) * wordsPerEntry + 1] = row
  let sum = 0
  for (let entry = start; entry < end; entry++) {
    const stopping = withStop && entry === end - 1
    const weight = stopping ? (graph.stops[row] as number) : entryWeight(graph, row, entry)
    weights[entry - start] = weight
    targets[entry - start] = entryTarget(entries, entry)
    sum += weight
  }
  graph.sums[row] = sum
  fillAliasRow(weights, sum, (place, threshold, alias) => {
    const at = (start + place) * wordsPerEntry
    entries[at] = threshold
    entries[at + 2] = ((entries[at + 2] as number) & ~targetMask) | (targets[alias] as number)
  })
}

export function entryTarget(entries: Uint32Array, entry: number): number {
  return (entries[entry * wordsPerEntry + 1] as number) & targetMask
}

/** Number of seeds behind the edge of an entry. */
export function entryCount(entries: Uint32Array, entry: number): number {
  const low = (entries[entry * wordsPerEntry + 1] as number) >>> targetBits
  const high = (entries[entry * wordsPerEntry + 2] as number) >>> targetBits
  return high * 2 ** countBits + low
}

/** Weight of an entry; over `sums[row]` it is the transition probability. */
export function entryWeight(graph: SubGraph, row: number, entry: number): number {
  const target = entryTarget(graph.entries, entry)
  const both = entryCount(graph.entries, entry)
  const { scheme, temperature } = graph.weighting
  const weight =
    scheme === 'count' && temperature === 1
      ? both // what edgeWeight gives, without making an object for every edge of a large graph
      : edgeWeight(
          {
            both,
            left: graph.rowCounts[row] as number,
            right: graph.targetCounts[target] as number,
            total: graph.seedCount,
          },
          graph.weighting,
        )
  return graph.factors.length === 0 ? weight : weight * (graph.factors[target] as number)
}

/** End of the entries of a row that are edges. */
export function edgesEnd(graph: SubGraph, row: number): number {
  return (graph.offsets[row + 1] as number) - (graph.stops.length === 0 ? 0 : 1)
}

/** The entry of an edge, or −1 when row and target are not neighbours. */
export function findEntry(graph: SubGraph, row: number, target: number): number {
  let low = graph.offsets[row] as number
  let high = edgesEnd(graph, row) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = entryTarget(graph.entries, middle)
    if (found === target) return middle
    if (found < target) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/**
 * Draws a neighbour of a row from two 32-bit random words: {@link noTarget} for an empty row, the row itself when the walk is to end
 * here. Exact up to the rounding of 32 bits: each probability is off by at most degree · 2^−32.
 */
export function drawTarget(graph: SubGraph, row: number, first: number, second: number): number {
  const start = graph.offsets[row] as number
  const degree = (graph.offsets[row + 1] as number) - start
  if (degree === 0) return noTarget
  const at = (start + ((first * degree * perWord) | 0)) * wordsPerEntry
  const word = second < (graph.entries[at] as number) ? at + 1 : at + 2
  return (graph.entries[word] as number) & targetMask
}

export function sharedWords(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4))
}

export function sharedFloats(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * 8))
}
