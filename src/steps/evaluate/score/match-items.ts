import type { BenchItem, BenchSet } from '../bench-item.ts'
import type { Bench } from '../load/read-bench.ts'
import type { ItemReference } from './read-completion-row.ts'

/** The item a line is about; that its row is left out by a rule; or why no item is found. */
export type MatchedItem =
  | { readonly item: BenchItem }
  | { readonly excluded: string }
  | { readonly reason: string }

/** One row under any of its names. */
type Target =
  | { readonly set: BenchSet; readonly item: BenchItem }
  | { readonly set: BenchSet; readonly excluded: string }

export interface MatchOptions {
  /** The set of lines that name none. */
  readonly set?: BenchSet
}

/**
 * Finds the items that completions are about: by id, by the source's own number, by question text (white space aside), by row of the
 * set's copy; in this order, each within the set where one is known. A name that several sets have is not guessed at.
 */
export function openMatcher(bench: Bench, options: MatchOptions = {}): (about: ItemReference) => MatchedItem {
  const ids = new Map<string, Target>()
  const numbers = new Map<string, Target[]>()
  const questions = new Map<string, Target[]>()
  const rows = new Map<BenchSet, Map<number, Target>>()
  for (const { set, items, places, excluded } of bench.sets) {
    const placed = new Map<number, Target>()
    rows.set(set, placed)
    const add = (
      target: Target,
      names: { readonly number?: string; readonly question: string; readonly place: number },
    ): void => {
      if (names.number !== undefined) append(numbers, names.number, target)
      append(questions, plainQuestion(names.question), target)
      placed.set(names.place, target)
    }
    for (const [at, item] of items.entries()) {
      const target = { set, item }
      ids.set(item.id, target)
      add(target, { ...item, place: places[at] as number })
    }
    for (const row of excluded) add({ set, excluded: row.reason }, row)
  }
  // Copies of one question in one set take turns.
  const turns = new Map<string, number>()
  const oneOf = (targets: readonly Target[], name: string): Target => {
    if (targets.length === 1) return targets[0] as Target
    const turn = turns.get(name) ?? 0
    turns.set(name, turn + 1)
    return targets[turn % targets.length] as Target
  }
  const only = bench.sets.length === 1 ? bench.sets[0]?.set : undefined

  return (about) => {
    const set = about.set ?? options.set ?? only
    const inSet = (targets: readonly Target[] = []): readonly Target[] =>
      set === undefined ? targets : targets.filter((target) => target.set === set)
    const { itemId, number, question, index } = about
    const byId = ids.get(itemId ?? number ?? '')
    if (byId !== undefined) return byId
    if (itemId !== undefined) return { reason: `no item with this id: ${itemId}` }
    const byNumber =
      number === undefined ? [] : inSet(numbers.get(number) ?? inOwnSet(number, { numbers, rows }))
    if (byNumber.length === 1) return byNumber[0] as Target
    const byQuestion = question === undefined ? [] : inSet(questions.get(plainQuestion(question)))
    if (byQuestion.length > 0) return severalSets(byQuestion) ?? oneOf(byQuestion, question as string)
    if (byNumber.length > 0)
      return severalSets(byNumber) ?? { reason: `several items with this number: ${number}` }
    const row = index ?? (number !== undefined && /^\d{1,9}$/.test(number) ? Number(number) : undefined)
    if (question === undefined && row !== undefined) return ofRow(row, set, rows)
    return { reason: `no such item: ${describe(about)}` }
  }
}

function ofRow(
  row: number,
  set: string | undefined,
  rows: ReadonlyMap<BenchSet, ReadonlyMap<number, Target>>,
): MatchedItem {
  if (set === undefined)
    return { reason: `row ${row} of which set? Name one with --set, or a set in each line` }
  return rows.get(set as BenchSet)?.get(row) ?? { reason: `no row ${row} in ${set}` }
}

/** `gsm8k/12` and `math/algebra/3.json`: set, then number or row. */
function inOwnSet(
  name: string,
  {
    numbers,
    rows,
  }: {
    readonly numbers: ReadonlyMap<string, Target[]>
    readonly rows: ReadonlyMap<BenchSet, ReadonlyMap<number, Target>>
  },
): Target[] {
  const cut = name.search(/[/:]/)
  if (cut < 0) return []
  const placed = rows.get(name.slice(0, cut) as BenchSet)
  if (placed === undefined) return []
  const rest = name.slice(cut + 1)
  const set = name.slice(0, cut)
  const named = (numbers.get(rest) ?? []).filter((target) => target.set === set)
  const byRow = /^\d{1,9}$/.test(rest) ? placed.get(Number(rest)) : undefined
  return named.length > 0 ? named : byRow === undefined ? [] : [byRow]
}

function severalSets(targets: readonly Target[]): MatchedItem | undefined {
  const sets = [...new Set(targets.map(({ set }) => set))]
  return sets.length > 1
    ? { reason: `the same in several sets: ${sets.join(', ')}; name one with --set, or a set in each line` }
    : undefined
}

function describe({ number, question }: ItemReference): string {
  if (question === undefined) return number ?? 'no name'
  return question.length <= 60 ? question : `${question.slice(0, 59)}…`
}

function plainQuestion(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}
