import type { ConceptGraph } from '../core/concept-graph.ts'
import type { Pair } from '../core/pair.ts'
import type { PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { checkRungs } from '../core/verdict.ts'
import { openDecontaminator } from '../steps/curate/decontaminate/open-decontaminator.ts'
import {
  joinPortions,
  measureDistractors,
  measureFilterBias,
  measureLongSolutions,
  measureOrder,
  portion,
  type FilterBias,
  type Measured,
  type Portion,
} from '../steps/generate/model-run-checks.ts'

/** What the papers warn of, measured on a run's stored pairs. Counts are of pairs that are not marked, but for the filters. */
export interface ModelRunReport {
  /** Questions that decontamination would block for a protected row of the seed files; absent where those have none, or were not read. */
  readonly leakage?: Portion
  /** Solutions beyond 2,048 tokens, about. */
  readonly longSolutions: Portion
  /** Questions with a number that the solution never uses. */
  readonly distractors: Portion
  /** Neighbours of which the second is easier, of all of different difficulty: 0 is easy to hard, 0.5 no order. */
  readonly order: Portion
  readonly filters: {
    /** All stored pairs, and those whose own text and arithmetic stand. */
    readonly text?: FilterReport
    /** Those that were voted on, and those whose answer the votes bear out. */
    readonly votes?: FilterReport
  }
  /** What to look at, in words. */
  readonly warnings: readonly string[]
}

export interface FilterReport extends Omit<FilterBias, 'lostConcepts'> {
  /** Names of knowledge points that lost their last pair, at most twenty, and how many there are. */
  readonly lostConcepts: readonly string[]
  readonly lost: number
}

export interface CheckedRun {
  readonly run: Run
  readonly graph: ConceptGraph
  readonly pairs: PairStore
  /** Questions that must not come back. */
  readonly protectedTexts: readonly string[] | undefined
}

const none: Portion = { count: 0, of: 0, share: 0 }

/** One pass over the stored pairs of a run that a model wrote. */
export async function checkModelRun({
  run,
  graph,
  pairs,
  protectedTexts,
}: CheckedRun): Promise<ModelRunReport> {
  const sums = { leakage: none, long: none, distractors: none }
  const all: Measured[] = []
  const sound: Measured[] = []
  const voted: Measured[] = []
  const agreed: Measured[] = []
  const kept: Measured[] = []
  const guarded = protectedTexts ?? []
  const decontaminator = openDecontaminator(guarded.map((text, place) => ({ id: String(place), text })))
  const leaks = ({ draft }: Pair): boolean => decontaminator.check(draft.question).decision === 'block'
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) {
    const unmarked = batch.filter(({ marks }) => marks.length === 0)
    sums.leakage = joinPortions(sums.leakage, portion(unmarked.filter(leaks).length, unmarked.length))
    sums.long = joinPortions(sums.long, measureLongSolutions(unmarked))
    sums.distractors = joinPortions(sums.distractors, measureDistractors(unmarked))
    for (const { draft, verdict, marks } of batch) {
      // The texts are let go; difficulty and concepts are all that is compared.
      const measured = { draft: { difficulty: draft.difficulty, realised: draft.realised } }
      const failed = verdict.checks.filter(({ outcome }) => outcome === 'failed')
      all.push(measured)
      if (failed.every(({ name }) => checkRungs[name] > 3)) sound.push(measured)
      if (marks.length === 0) kept.push(measured)
      if (verdict.agreement === undefined) continue
      voted.push(measured)
      if (failed.every(({ name }) => name !== 'agreement')) agreed.push(measured)
    }
  }
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]))
  const filter = (before: readonly Measured[], after: readonly Measured[]): FilterReport | undefined => {
    if (before.length === 0) return undefined
    const { lostConcepts, ...bias } = measureFilterBias(before, after)
    const lost = lostConcepts.map((id) => names.get(id) ?? id)
    return { ...bias, lostConcepts: lost.slice(0, 20), lost: lost.length }
  }
  const text = filter(all, sound)
  const votes = filter(voted, agreed)
  const report = {
    ...(guarded.length === 0 ? {} : { leakage: sums.leakage }),
    longSolutions: sums.long,
    distractors: sums.distractors,
    order: measureOrder(kept),
    filters: { ...(text === undefined ? {} : { text }), ...(votes === undefined ? {} : { votes }) },
  }
  return { ...report, warnings: warningsOf(report) }
}

/** Change of mean difficulty from which a filter is said to select by it. */
const shiftWorthSaying = 0.1

function warningsOf({
  leakage,
  longSolutions,
  filters,
}: Omit<ModelRunReport, 'warnings'>): readonly string[] {
  const warnings: string[] = []
  if (leakage !== undefined && leakage.count > 0)
    warnings.push(`${leakage.count} questions are a protected row, or share 30 words in a row with one`)
  if (longSolutions.count > 0)
    warnings.push(`${longSolutions.count} solutions are longer than 2,048 tokens: trainers would cut them`)
  for (const [name, filter] of Object.entries(filters) as [string, FilterReport][]) {
    const { difficultyBefore, difficultyAfter, kept } = filter
    if (kept.count > 0 && difficultyBefore - difficultyAfter >= shiftWorthSaying)
      warnings.push(
        `${name === 'votes' ? 'votes select' : 'checks of the text select'} easier pairs: mean difficulty ${difficultyBefore.toFixed(2)} → ${difficultyAfter.toFixed(2)}`,
      )
  }
  return warnings
}
