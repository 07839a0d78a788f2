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
  /** The pairs without any other mark, before and after. */
  readonly before: PairSpread
  readonly after: PairSpread
}

/** How pairs spread over difficulty and concepts. */
export interface PairSpread {
  readonly pairs: number
  readonly byDifficulty: Readonly<Record<string, number>>
  readonly knowledgePoints: number
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
      tally.add(pair, found)
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
  return { references: references.length, badRows, ...tally.result(allowTwins) }
}

function changesFor({ index, marks }: Pair, decision: Contamination['decision']): readonly PairMarkChange[] {
  const wanted = decision === 'keep' ? undefined : markOf[decision]
  return markNames
    .filter((mark) => marks.includes(mark) !== (mark === wanted))
    .map((mark) => ({ index, mark, set: mark === wanted }))
}

interface Tally {
  add(pair: Pair, found: Contamination): void
  pairs(): number
  result(allowTwins: boolean): Omit<ProtectionReport, 'references' | 'badRows'>
}

function openTally(): Tally {
  const byRule: Partial<Record<ContaminationRule, number>> = {}
  const spreads = { block: openSpread(), flag: openSpread(), keep: openSpread() }
  const decisions = { block: 0, flag: 0, keep: 0 }
  return {
    add(pair, { decision, rule }) {
      decisions[decision]++
      if (rule !== null) byRule[rule] = (byRule[rule] ?? 0) + 1
      if (pair.marks.every((mark) => markNames.includes(mark))) spreads[decision].add(pair)
    },
    pairs: () => decisions.block + decisions.flag + decisions.keep,
    result(allowTwins) {
      const { block, flag, keep } = spreads
      return {
        pairs: decisions.block + decisions.flag + decisions.keep,
        blocked: decisions.block,
        twins: decisions.flag,
        byRule,
        before: joined([keep, flag, block]),
        after: joined(allowTwins ? [keep, flag] : [keep]),
      }
    },
  }
}

interface Spread {
  readonly difficulty: Map<string, number>
  readonly points: Set<string>
  add(pair: Pair): void
}

function openSpread(): Spread {
  const difficulty = new Map<string, number>()
  const points = new Set<string>()
  return {
    difficulty,
    points,
    add({ draft }) {
      const level = String(Math.round(draft.difficulty))
      difficulty.set(level, (difficulty.get(level) ?? 0) + 1)
      for (const point of draft.realised) points.add(point)
    },
  }
}

function joined(spreads: readonly Spread[]): PairSpread {
  const byDifficulty: Record<string, number> = {}
  let points: Set<string> = new Set()
  let pairs = 0
  for (const spread of spreads) {
    points = points.union(spread.points)
    for (const [level, count] of spread.difficulty) {
      pairs += count
      byDifficulty[level] = (byDifficulty[level] ?? 0) + count
    }
  }
  return { pairs, byDifficulty, knowledgePoints: points.size }
}
