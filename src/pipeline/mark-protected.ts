import type { Pair, PairMark } from '../core/pair.ts'
import type { PairMarkChange } from '../core/ports.ts'
import {
  openDecontaminator,
  type Contamination,
  type ContaminationRule,
} from '../steps/curate/decontaminate/open-decontaminator.ts'
import type { BadRow } from '../steps/seeds/admit-seeds.ts'
import type { RunExport } from './export-run.ts'
import { loadProtectedProblems } from './protected-problems.ts'

/** What comparing the pairs of a run with protected problems came to. */
export interface ProtectionReport {
  /** Protected problems, and rows of their files that could not be read. */
  readonly references: number
  readonly badRows: readonly BadRow[]
  readonly pairs: number
  /** Pairs marked `contaminated`, and `protected-twin`. */
  readonly blocked: number
  readonly twins: number
  readonly byRule: Readonly<Partial<Record<ContaminationRule, number>>>
}

/** Marks that are decided here, by decision. */
const markOf = { block: 'contaminated', flag: 'protected-twin' } as const
const markNames: readonly PairMark[] = [markOf.block, markOf.flag]

/** Changes that are written together. */
const changesTogether = 10_000

/**
 * Decides for every stored pair of a run, anew, whether it is a protected problem (`contaminated`) or a twin of one
 * (`protected-twin`), and stores the decisions as marks. Marks of an earlier list are taken back where this one does not bear them out.
 * Without protected files nothing is decided and earlier marks stay.
 */
export async function markProtected({
  config,
  stores,
  run,
  progress,
}: RunExport): Promise<ProtectionReport | undefined> {
  const { protect, allowTwins } = config.dataset
  if (protect.length === 0) return undefined
  const { references, badRows } = await loadProtectedProblems(protect)
  const decontaminator = openDecontaminator(references)
  const tally = openTally()
  let changes: PairMarkChange[] = []
  const write = async (): Promise<void> => {
    if (changes.length > 0) await stores.pairs.mark(run.id, changes)
    changes = []
  }
  for await (const batch of stores.pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) {
      const found = decontaminator.check(pair.draft.question)
      tally.add(found)
      changes.push(...changesFor(pair, found.decision === 'flag' && allowTwins ? 'keep' : found.decision))
    }
    if (changes.length >= changesTogether) await write()
    progress({
      stage: 'select',
      done: tally.pairs(),
      total: run.counters.pairs,
      note: 'against protected problems',
    })
  }
  await write()
  return { references: references.length, badRows, ...tally.result() }
}

function changesFor({ index, marks }: Pair, decision: Contamination['decision']): readonly PairMarkChange[] {
  const wanted = decision === 'keep' ? undefined : markOf[decision]
  return markNames
    .filter((mark) => marks.includes(mark) !== (mark === wanted))
    .map((mark) => ({ index, mark, set: mark === wanted }))
}

interface Tally {
  add(found: Contamination): void
  pairs(): number
  result(): Omit<ProtectionReport, 'references' | 'badRows'>
}

function openTally(): Tally {
  const byRule: Partial<Record<ContaminationRule, number>> = {}
  const decisions = { block: 0, flag: 0, keep: 0 }
  return {
    add({ decision, rule }) {
      decisions[decision]++
      if (rule !== null) byRule[rule] = (byRule[rule] ?? 0) + 1
    },
    pairs: () => decisions.block + decisions.flag + decisions.keep,
    result: () => ({
      pairs: decisions.block + decisions.flag + decisions.keep,
      blocked: decisions.block,
      twins: decisions.flag,
      byRule,
    }),
  }
}
