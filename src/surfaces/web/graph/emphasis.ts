import type { TracedStep } from '../../api/contract/walks.ts'

/** What of a picture stands out; all else fades. */
export interface Emphasis {
  /** Drawn in the accent, larger. */
  readonly current: ReadonlySet<string>
  /** Keep their colours and are named. */
  readonly marked: ReadonlySet<string>
  /** Keep their colours. */
  readonly kept: ReadonlySet<string>
  /** Edges in the accent, by {@link edgeKey}. */
  readonly edges: ReadonlySet<string>
}

export function edgeKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}

/** One concept and what it is joined to. */
export function emphasiseConcept(
  id: string,
  edges: readonly { readonly a: string; readonly b: string }[],
): Emphasis {
  const joined = edges.filter(({ a, b }) => a === id || b === id)
  return {
    current: new Set([id]),
    marked: new Set(),
    kept: new Set(joined.map(({ a, b }) => (a === id ? b : a))),
    edges: new Set(joined.map(({ a, b }) => edgeKey(a, b))),
  }
}

/** A walk as far as a step: the way so far, where it stands, and what else could have been taken. */
export function emphasiseWalk(steps: readonly TracedStep[], at: number): Emphasis {
  const taken = steps.slice(0, at + 1)
  const here = taken.at(-1)
  return {
    current: new Set(here === undefined ? [] : [here.conceptId]),
    marked: new Set(taken.map(({ conceptId }) => conceptId)),
    kept: new Set((here?.candidates ?? []).map(({ conceptId }) => conceptId)),
    edges: new Set(
      taken.flatMap(({ conceptId, from }) => (from === undefined ? [] : [edgeKey(from, conceptId)])),
    ),
  }
}
