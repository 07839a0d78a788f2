import { setImmediate as nextTurn } from 'node:timers/promises'
import { UsageError } from '../../core/errors.ts'
import type { Pair } from '../../core/pair.ts'
import type { PairStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import type { Page } from '../../surfaces/api/contract/page.ts'
import type { PairsQuery, PairSummary, ReviewState } from '../../surfaces/api/contract/pairs.ts'
import { unionOf } from './count-uses.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { summarisePair } from './describe-pair.ts'
import type { ExploredView } from './explored-view.ts'
import { markBit, type PairIndex } from './pair-index.ts'
import { usualLimit } from './page-of.ts'

/** Name of the list in its cursors. */
export const pairsList = 'pairs'

export interface ListedPairs {
  readonly run: Run
  readonly view: ExploredView
  readonly index: PairIndex
  readonly store: PairStore
  /** By key of the pair's id. */
  readonly decisions: ReadonlyMap<number, ReviewState>
}

/** Pairs looked at in one turn of the event loop. */
const pairsPerTurn = 100_000

/** One page of the pairs that fit, in draw order. */
export async function listPairs(listed: ListedPairs, query: PairsQuery): Promise<Page<PairSummary>> {
  const { run, index, view } = listed
  const limit = query.limit ?? usualLimit
  const places = await placesOf(listed, query, limit + 1)
  const page = await readPairs(listed, places.slice(0, limit))
  const items = page.map(({ pair, place }) => summarisePair(pair, view, reviewAt(listed, place)))
  const last = places[limit - 1]
  if (places.length <= limit || last === undefined) return { items }
  return { items, next: cursorOf(pairsList, { run: run.id, key: index.drawIndex(last), id: '' }) }
}

async function placesOf(listed: ListedPairs, query: PairsQuery, most: number): Promise<readonly number[]> {
  const { index } = listed
  const first = query.cursor === undefined ? 0 : index.placeFrom(drawAfter(query.cursor))
  const within = ofConcept(listed, query)
  const start = within === undefined ? first : lowerBound(within, first)
  const end = within?.length ?? index.size
  const fits = filterOf(listed, query)
  const found: number[] = []
  for (let at = start; at < end && found.length < most; at++) {
    const place = within === undefined ? at : (within[at] as number)
    if (fits(place)) found.push(place)
    if ((at - start) % pairsPerTurn === pairsPerTurn - 1) await nextTurn()
  }
  return found
}

function ofConcept({ view, index }: ListedPairs, { concept }: PairsQuery): Uint32Array | undefined {
  if (concept === undefined) return undefined
  const place = view.placeOf(view.shownId(concept))
  return place === undefined ? new Uint32Array(0) : unionOf(index, view.storedPoints(place), 'realising')
}

function filterOf(listed: ListedPairs, query: PairsQuery): (place: number) => boolean {
  const { index } = listed
  const { minimumRung = 0, maximumRung = 5, minimumDifficulty = 0, maximumDifficulty = Infinity } = query
  const bit = query.mark === undefined ? 0 : markBit(query.mark)
  return (place) =>
    index.rung(place) >= minimumRung &&
    index.rung(place) <= maximumRung &&
    index.difficulty(place) >= minimumDifficulty &&
    index.difficulty(place) <= maximumDifficulty &&
    (bit === 0 || (index.marks(place) & bit) !== 0) &&
    (query.method === undefined || index.method(place) === query.method) &&
    (query.split === undefined || index.split(place) === query.split) &&
    (query.review === undefined || reviewAt(listed, place) === query.review)
}

const waits = markBit('review') | markBit('answer-conflict')

function reviewAt({ index, decisions }: ListedPairs, place: number): ReviewState {
  return decisions.get(index.idKey(place)) ?? ((index.marks(place) & waits) === 0 ? 'none' : 'pending')
}

function drawAfter(cursor: string): number {
  const { key } = readCursor(pairsList, cursor)
  if (typeof key !== 'number') throw new UsageError('cursor: not one of this list; begin it again')
  return key + 1
}

/** The stored pairs at places that ascend; those near each other are read together. */
async function readPairs(
  { run, index, store }: ListedPairs,
  places: readonly number[],
): Promise<readonly { readonly pair: Pair; readonly place: number }[]> {
  const found: { readonly pair: Pair; readonly place: number }[] = []
  for (let at = 0; at < places.length;) {
    let end = at + 1
    while (end < places.length && (places[end] as number) - (places[end - 1] as number) <= 4) end++
    const wanted = new Map(places.slice(at, end).map((place) => [index.drawIndex(place), place]))
    const window = {
      from: index.drawIndex(places[at] as number),
      to: index.drawIndex(places[end - 1] as number) + 1,
    }
    for await (const batch of store.range(run.id, window))
      for (const pair of batch) {
        const place = wanted.get(pair.index)
        if (place !== undefined) found.push({ pair, place })
      }
    at = end
  }
  return found
}

function lowerBound(values: Uint32Array, least: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) >= least) high = middle
    else low = middle + 1
  }
  return low
}
