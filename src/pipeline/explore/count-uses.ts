import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ContentId } from '../../core/identity.ts'
import type { ExploredView } from './explored-view.ts'
import type { PairIndex } from './pair-index.ts'

/** How many stored, unmarked pairs realise each concept of a view, by place, and all uses of knowledge points together. */
export interface ConceptUses {
  readonly pairs: Uint32Array
  /** Knowledge points that some unmarked pair realises. */
  readonly usedPoints: number
  /** Σ over knowledge points of the pairs that realise them. */
  readonly pointUses: number
}

/** Postings looked at in one turn of the event loop. */
const postingsPerTurn = 200_000

export async function countUses(view: ExploredView, index: PairIndex): Promise<ConceptUses> {
  const { nodes } = view.graph
  const pairs = new Uint32Array(nodes.length)
  let usedPoints = 0
  let pointUses = 0
  let looked = 0
  for (const [place, { kind }] of nodes.entries()) {
    const found = unionOf(index, view.storedPoints(place), 'realising')
    let unmarked = 0
    for (const pair of found) if (index.marks(pair) === 0) unmarked++
    pairs[place] = unmarked
    if (kind === 'knowledge-point' && unmarked > 0) {
      usedPoints++
      pointUses += unmarked
    }
    looked += found.length
    if (looked > postingsPerTurn) {
      looked = 0
      await nextTurn()
    }
  }
  return { pairs, usedPoints, pointUses }
}

/** Places of the pairs that realise (or request) any of the concepts, ascending, each once. */
export function unionOf(
  index: PairIndex,
  conceptIds: readonly ContentId[],
  relation: 'realising' | 'requesting',
): Uint32Array {
  const lists = conceptIds.map((id) => index[relation](id)).filter((list) => list.length > 0)
  const [first, ...others] = lists
  if (first === undefined) return new Uint32Array(0)
  if (others.length === 0) return first
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let length = 0
  for (const list of lists) {
    all.set(list, length)
    length += list.length
  }
  all.sort()
  let kept = 0
  for (const place of all) if (kept === 0 || all[kept - 1] !== place) all[kept++] = place
  return all.subarray(0, kept)
}
