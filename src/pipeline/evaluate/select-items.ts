import { UsageError } from '../../core/errors.ts'
import type { BenchItem, BenchSet } from '../../steps/evaluate/bench-item.ts'
import type { ExcludedItems } from '../../steps/evaluate/evaluation.ts'
import type { Bench } from '../../steps/evaluate/load/read-bench.ts'

/** Which part of a bench is evaluated. */
export interface ItemSelection {
  /** @default all of the bench */
  readonly sets?: readonly BenchSet[]
  /** First so many items of each set. @default all */
  readonly limit?: number
}

/** The part of a bench that is chosen. @throws UsageError where a named set is not in it, or nothing is left */
export function selectItems(bench: Bench, { sets, limit }: ItemSelection): Bench {
  const missing = sets?.find((set) => !bench.sets.some((loaded) => loaded.set === set))
  if (missing !== undefined)
    throw new UsageError(`no such set in the bench file: ${missing}; name its copy under sets.${missing}`)
  const chosen = bench.sets.filter(({ set }) => sets === undefined || sets.includes(set))
  const selected = chosen.map((loaded) =>
    limit === undefined ? loaded : { ...loaded, items: loaded.items.slice(0, limit) },
  )
  if (selected.every(({ items }) => items.length === 0))
    throw new UsageError('nothing to evaluate: the sets have no items; look at them with `evaluate sets`')
  return { ...bench, sets: selected }
}

export function itemsOf(bench: Bench): readonly BenchItem[] {
  return bench.sets.flatMap(({ items }) => items)
}

/** Rows that loaders left out, by set and reason. */
export function excludedRows(bench: Bench): readonly ExcludedItems[] {
  return bench.sets.flatMap(({ set, excluded, bad }) => {
    const counts = new Map<string, number>()
    for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1)
    if (bad.length > 0) counts.set('bad row', bad.length)
    return [...counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([reason, count]) => ({ set, reason, count }))
  })
}
