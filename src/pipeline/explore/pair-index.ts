import { draftMethods, type DraftMethod } from '../../core/draft.ts'
import type { ContentId } from '../../core/identity.ts'
import { pairMarks, type Pair, type PairMark } from '../../core/pair.ts'
import { growingColumn, type Column } from './growing-column.ts'

/**
 * What lists and filters need of the pairs of a run, by place in draw order, as typed arrays: 31 bytes a pair and four for each concept
 * it requests or realises.
 */
export interface PairIndex {
  readonly size: number
  add(pair: Pair): void
  /** Takes what a person's decision made of a pair that is held. */
  replace(place: number, pair: Pair): void
  drawIndex(place: number): number
  rung(place: number): number
  difficulty(place: number): number
  method(place: number): DraftMethod
  split(place: number): string
  /** Bits of {@link markBit}; 0 for a pair without a mark. */
  marks(place: number): number
  /** First 13 digits of the id as a number. */
  idKey(place: number): number
  /** The place of a draw, or of the first draw after it. */
  placeFrom(drawIndex: number): number
  /** Places of the pairs that realise, or request, a concept, ascending. */
  realising(conceptId: ContentId): Uint32Array
  requesting(conceptId: ContentId): Uint32Array
  /** Stored pairs by mark. */
  countMarked(mark: PairMark): number
}

const markNumbers = new Map(pairMarks.map((mark, number) => [mark, number]))

export function markBit(mark: PairMark): number {
  return 1 << (markNumbers.get(mark) as number)
}

/** Ids that agree in 52 bits are taken for one: one in 10^9 among a million pairs. */
export function idKeyOf(id: ContentId): number {
  return Number.parseInt(id.slice(0, 13), 16)
}

const none = new Uint32Array(0)

export function createPairIndex(): PairIndex {
  const columns = {
    draw: growingColumn(Float64Array, 1024),
    key: growingColumn(Float64Array, 1024),
    difficulty: growingColumn(Float64Array, 1024),
    marks: growingColumn(Uint16Array, 1024),
    rung: growingColumn(Uint8Array, 1024),
    method: growingColumn(Uint8Array, 1024),
    split: growingColumn(Uint8Array, 1024),
  }
  let views = viewsOf(columns)
  const splits: string[] = []
  const realised = new Map<ContentId, Column<Uint32Array>>()
  const requested = new Map<ContentId, Column<Uint32Array>>()
  const marked = new Float64Array(pairMarks.length)

  function splitNumber(split: string): number {
    const known = splits.indexOf(split)
    return known === -1 ? splits.push(split) - 1 : known
  }

  function count(bits: number, by: 1 | -1): void {
    for (let number = 0; number < pairMarks.length; number++)
      if ((bits & (1 << number)) !== 0) marked[number] = (marked[number] as number) + by
  }

  return {
    get size() {
      return columns.draw.length
    },
    add(pair) {
      const { draft, verdict } = pair
      const place = columns.draw.length
      const bits = bitsOf(pair.marks)
      columns.draw.add(pair.index)
      columns.key.add(idKeyOf(pair.id))
      columns.difficulty.add(draft.difficulty)
      columns.marks.add(bits)
      columns.rung.add(verdict.rung)
      columns.method.add(draftMethods.indexOf(draft.method))
      columns.split.add(splitNumber(pair.split))
      count(bits, 1)
      for (const id of draft.realised) postingOf(realised, id).add(place)
      for (const id of draft.requested) postingOf(requested, id).add(place)
      views = viewsOf(columns)
    },
    replace(place, { marks, verdict, draft }) {
      const bits = bitsOf(marks)
      count(views.marks[place] as number, -1)
      count(bits, 1)
      views.marks[place] = bits
      views.rung[place] = verdict.rung
      views.difficulty[place] = draft.difficulty
    },
    drawIndex: (place) => views.draw[place] as number,
    rung: (place) => views.rung[place] as number,
    difficulty: (place) => views.difficulty[place] as number,
    method: (place) => draftMethods[views.method[place] as number] as DraftMethod,
    split: (place) => splits[views.split[place] as number] as string,
    marks: (place) => views.marks[place] as number,
    idKey: (place) => views.key[place] as number,
    placeFrom(drawIndex) {
      let low = 0
      let high = columns.draw.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((views.draw[middle] as number) >= drawIndex) high = middle
        else low = middle + 1
      }
      return low
    },
    realising: (id) => realised.get(id)?.values() ?? none,
    requesting: (id) => requested.get(id)?.values() ?? none,
    countMarked: (mark) => marked[markNumbers.get(mark) as number] as number,
  }
}

type Columns = Readonly<Record<'draw' | 'key' | 'difficulty', Column<Float64Array>>> &
  Readonly<Record<'rung' | 'method' | 'split', Column<Uint8Array>>> & { readonly marks: Column<Uint16Array> }

interface ColumnViews {
  readonly draw: Float64Array
  readonly key: Float64Array
  readonly difficulty: Float64Array
  readonly marks: Uint16Array
  readonly rung: Uint8Array
  readonly method: Uint8Array
  readonly split: Uint8Array
}

function viewsOf({ draw, key, difficulty, marks, rung, method, split }: Columns): ColumnViews {
  return {
    draw: draw.values(),
    key: key.values(),
    difficulty: difficulty.values(),
    marks: marks.values(),
    rung: rung.values(),
    method: method.values(),
    split: split.values(),
  }
}

function bitsOf(marks: readonly PairMark[]): number {
  return marks.reduce((bits, mark) => bits | markBit(mark), 0)
}

function postingOf(postings: Map<ContentId, Column<Uint32Array>>, id: ContentId): Column<Uint32Array> {
  const known = postings.get(id)
  if (known !== undefined) return known
  const made = growingColumn(Uint32Array)
  postings.set(id, made)
  return made
}
