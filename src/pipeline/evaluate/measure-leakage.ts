import { UsageError, type InputPlace } from '../../core/errors.ts'
import { openOverlapCounter, type Overlap } from '../../steps/curate/decontaminate/count-overlaps.ts'
import {
  contaminationRules,
  openDecontaminator,
  type ContaminationRule,
  type Decontaminator,
} from '../../steps/curate/decontaminate/open-decontaminator.ts'
import type { BenchItem } from '../../steps/evaluate/bench-item.ts'
import { datasetFiles, readQuestions } from './dataset-questions.ts'

/** A row of the dataset and the item of the bench that it matches. */
export interface LeakExample {
  readonly row: string
  readonly item: string
  /** What the two have in common, at most 240 characters. */
  readonly text: string
  readonly similarity?: number
}

/** What a dataset and one set of the bench have in common. */
export interface SetLeakage {
  readonly set: string
  readonly items: number
  /** Plain runs of 10, 20 and 30 words, in both directions. */
  readonly overlaps: readonly Omit<Overlap, 'group'>[]
  /** By the rules of `conceptloom decontaminate`, the first that holds for a row; `items` are those named first for some row. */
  readonly rules: Readonly<Record<ContaminationRule, { readonly rows: number; readonly items: number }>>
  /** Rows that a decontaminated dataset would not have. */
  readonly blocked: number
  /** Rows that are an item with other numbers, names or things. */
  readonly twins: number
  /** The first rows of each rule. */
  readonly examples: Readonly<Partial<Record<ContaminationRule, readonly LeakExample[]>>>
}

export interface LeakageReport {
  readonly files: readonly string[]
  readonly rows: number
  /** Rows that could not be read. */
  readonly bad: readonly { readonly place: InputPlace; readonly reason: string }[]
  readonly sets: readonly SetLeakage[]
  /** Rows blocked, and twins, for any set. */
  readonly blocked: number
  readonly twins: number
}

const examplesKept = 3

/**
 * Compares every row of a dataset with every set of a bench: plain n-gram overlap, and the rules of the decontaminator, for each set apart,
 * since sets share problems (AGIEval-MATH is a part of MATH).
 *
 * @throws UsageError when a file does not exist or holds no row
 */
export async function measureLeakage(
  dataset: readonly string[],
  items: readonly BenchItem[],
): Promise<LeakageReport> {
  const files = dataset.flatMap(datasetFiles)
  const counter = openOverlapCounter(
    items.map(({ id, set, question }) => ({ id, group: set, text: question })),
  )
  const sets = [...Map.groupBy(items, ({ set }) => set)].map(([set, own]) => openSet(set, own))
  const bad: { place: InputPlace; reason: string }[] = []
  const total = { rows: 0, blocked: 0, twins: 0 }
  for (const file of files) {
    for await (const { place, id, question, reason } of readQuestions(file)) {
      if (question === undefined) {
        bad.push({ place, reason })
        continue
      }
      total.rows++
      counter.add(question)
      let blocked = false
      let twin = false
      for (const set of sets) {
        const rule = set.add(id, question)
        blocked ||= rule === 'block'
        twin ||= rule === 'twin'
      }
      if (blocked) total.blocked++
      if (twin) total.twins++
    }
  }
  if (total.rows === 0) throw new UsageError(`rows of the dataset: none could be read in ${files.join(', ')}`)
  const overlaps = Map.groupBy(counter.result(), ({ group }) => group)
  return {
    files,
    bad,
    ...total,
    sets: sets.map((set) => ({
      ...set.result(),
      overlaps: (overlaps.get(set.set) ?? []).map(({ group: _group, ...overlap }) => overlap),
    })),
  }
}

interface SetMeter {
  readonly set: string
  add(id: string, question: string): 'block' | 'twin' | undefined
  result(): Omit<SetLeakage, 'overlaps'>
}

function openSet(set: string, items: readonly BenchItem[]): SetMeter {
  const decontaminator: Decontaminator = openDecontaminator(
    items.map(({ id, question }) => ({ id, text: question })),
    { strict: true },
  )
  const rows = new Map<ContaminationRule, { rows: number; items: Set<string>; examples: LeakExample[] }>()
  let blocked = 0
  for (const rule of contaminationRules) rows.set(rule, { rows: 0, items: new Set(), examples: [] })
  return {
    set,
    add(id, question) {
      const { decision, rule, referenceId, evidence } = decontaminator.check(question)
      if (rule === null || referenceId === null) return undefined
      const held = rows.get(rule)
      if (held === undefined) return undefined
      held.rows++
      held.items.add(referenceId)
      if (held.examples.length < examplesKept)
        held.examples.push({ row: id, item: referenceId, ...(evidence ?? { text: '' }) })
      if (decision === 'block') blocked++
      return decision === 'block' ? 'block' : rule === 'template_twin' ? 'twin' : undefined
    },
    result() {
      const counted = contaminationRules.map((rule) => {
        const held = rows.get(rule)
        return [rule, { rows: held?.rows ?? 0, items: held?.items.size ?? 0 }] as const
      })
      const examples = [...rows].filter(([, held]) => held.examples.length > 0)
      return {
        set,
        items: items.length,
        rules: Object.fromEntries(counted) as SetLeakage['rules'],
        blocked,
        twins: rows.get('template_twin')?.rows ?? 0,
        examples: Object.fromEntries(examples.map(([rule, held]) => [rule, held.examples])),
      }
    },
  }
}
