import type { AnswerNode } from './answer-node.ts'

/** An end of a piece; `node` is absent at infinity. */
export interface Bound {
  readonly value: number
  readonly closed: boolean
  readonly node?: AnswerNode
}

export interface Piece {
  readonly low: Bound
  readonly high: Bound
}

export const everything: Piece = {
  low: { value: Number.NEGATIVE_INFINITY, closed: false },
  high: { value: Number.POSITIVE_INFINITY, closed: false },
}

/** The numbers on one side of a bound, or all but it for `!=`. */
export function halfLine(bound: Bound, sign: string): readonly Piece[] {
  const open = { ...bound, closed: false }
  if (sign === '!=')
    return [
      { low: everything.low, high: open },
      { low: open, high: everything.high },
    ]
  return sign.startsWith('<')
    ? [{ low: everything.low, high: bound }]
    : [{ low: bound, high: everything.high }]
}

function isEmpty({ low, high }: Piece): boolean {
  return low.value > high.value || (low.value === high.value && !(low.closed && high.closed))
}

/** Pieces in order, those that touch joined. */
export function merge(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = pieces
    .filter((piece) => !isEmpty(piece))
    .sort((a, b) => a.low.value - b.low.value || Number(b.low.closed) - Number(a.low.closed))
  const merged: Piece[] = []
  for (const piece of sorted) {
    const last = merged.at(-1)
    const touches =
      last !== undefined &&
      (piece.low.value < last.high.value ||
        (piece.low.value === last.high.value && (piece.low.closed || last.high.closed)))
    if (!touches) merged.push(piece)
    else if (
      piece.high.value > last.high.value ||
      (piece.high.value === last.high.value && piece.high.closed)
    )
      merged[merged.length - 1] = { low: last.low, high: piece.high }
  }
  return merged
}

/** Numbers in both. */
export function intersect(left: readonly Piece[], right: readonly Piece[]): readonly Piece[] {
  const pieces = left.flatMap((a) =>
    right.map((b): Piece => {
      const low = a.low.value > b.low.value || (a.low.value === b.low.value && !a.low.closed) ? a.low : b.low
      const high =
        a.high.value < b.high.value || (a.high.value === b.high.value && !a.high.closed) ? a.high : b.high
      return { low, high }
    }),
  )
  return merge(pieces)
}

/** Numbers in none. */
export function complement(pieces: readonly Piece[]): readonly Piece[] {
  let rest: readonly Piece[] = [everything]
  for (const { low, high } of pieces)
    rest = intersect(rest, [
      { low: everything.low, high: { ...low, closed: !low.closed } },
      { low: { ...high, closed: !high.closed }, high: everything.high },
    ])
  return rest
}
