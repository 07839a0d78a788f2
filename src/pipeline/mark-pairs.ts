import type { Config } from '../core/config.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair, PairMark } from '../core/pair.ts'
import type { PairMarkChange, PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { hashText } from '../foundations/text/hash-text.ts'
import { createNearDuplicateFinder } from '../foundations/text/near-duplicate-finder.ts'
import { questionSimilarity } from '../foundations/text/question-similarity.ts'
import { recentQuestions } from '../foundations/text/recent-questions.ts'
import { createBatchSigner } from '../foundations/text/signed-batch.ts'
import { createTextArena } from '../foundations/text/text-arena.ts'
import { findAnswerConflicts } from '../steps/curate/near-duplicates/answer-conflicts.ts'
import { keepBest } from '../steps/curate/near-duplicates/keep-best.ts'
import type { ReportProgress } from './progress.ts'

/** The marks that this stage sets and takes away; the others are other stages' and keep a pair out of it. */
type OwnMark = Extract<PairMark, 'near-duplicate' | 'skeleton-cap' | 'solutions-cap' | 'answer-conflict'>
const ownMarks: readonly OwnMark[] = ['near-duplicate', 'skeleton-cap', 'solutions-cap', 'answer-conflict']

export interface MarkingReport {
  readonly threshold: number
  /** Pairs by mark; a pair may have several. */
  readonly marked: Readonly<Partial<Record<OwnMark, number>>>
  /** Pairs of questions that were compared exactly. */
  readonly compared: number
}

export interface Marking {
  readonly config: Pick<Config, 'curate'>
  readonly pairs: PairStore
  readonly run: Run
  readonly progress: ReportProgress
}

/** Questions signed at a time. */
const batchRows = 8192

/**
 * Marks near duplicates, solutions beyond the cap of their question, pairs beyond the cap of their skeleton (those of the highest rung
 * and then the first are kept), and all pairs of questions with different answers: a function
 * of the stored pairs and the settings, so doing it again changes nothing, and other settings take earlier marks away. A pair gives
 * way only to one that it is itself a near duplicate of: the higher rung, then the longer solution, then the earlier draw.
 */
export async function markPairs({ config, pairs, run, progress }: Marking): Promise<MarkingReport> {
  const { threshold, solutionsPerQuestion, pairsPerSkeleton = Infinity } = config.curate
  const table = openTable()
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) table.add(pair)
    progress({ stage: 'mark', done: table.indices.length, total: run.counters.pairs })
  }
  const questions = recentQuestions((row) => table.questions.at(row))
  const similarity = (first: number, second: number): number =>
    questionSimilarity(questions(first), questions(second))
  const links = await table.finish().link({
    threshold,
    compare: ({ firsts, seconds }) =>
      firsts.map((first, place) => similarity(first, seconds[place] as number)),
  })
  const { firstAlike } = links
  const sameQuestion = (first: number, second: number): boolean => firstAlike[first] === firstAlike[second]
  const { keep, clusters } = keepBest(links, table, {
    linkage: 'star',
    solutionsPerQuestion,
    sameQuestion,
    similarity,
    threshold,
  })
  const conflicts = findAnswerConflicts(firstAlike, (row) => table.answers.at(row))
  const beyond = beyondSkeletonCap(table, (row) => keep[row] === 1 && conflicts[row] !== 1, pairsPerSkeleton)
  const marked: Partial<Record<OwnMark, number>> = {}
  const changes: PairMarkChange[] = []
  for (const [row, index] of table.indices.entries()) {
    const wanted = new Set<OwnMark>()
    if (conflicts[row] === 1) wanted.add('answer-conflict')
    if (keep[row] === 0)
      wanted.add(sameQuestion(row, clusters[row] as number) ? 'solutions-cap' : 'near-duplicate')
    if (beyond.has(row)) wanted.add('skeleton-cap')
    const held = table.held.get(index)
    for (const mark of wanted) marked[mark] = (marked[mark] ?? 0) + 1
    if (wanted.size === 0 && held === undefined) continue
    for (const mark of ownMarks)
      if (wanted.has(mark) !== (held?.has(mark) ?? false))
        changes.push({ index, mark, set: wanted.has(mark) })
  }
  await pairs.mark(run.id, changes)
  return { threshold, marked, compared: links.compared }
}

/** Rows of a skeleton that has more than the cap among those that are left: the best ones stay. */
function beyondSkeletonCap(
  { rungs, skeletons, keptOut }: Pick<Table, 'rungs' | 'skeletons' | 'keptOut'>,
  isLeft: (row: number) => boolean,
  cap: number,
): ReadonlySet<number> {
  if (cap === Infinity) return new Set()
  const rows = skeletons.flatMap((_, row) => (isLeft(row) && !keptOut.has(row) ? [row] : []))
  const beyond = [...Map.groupBy(rows, (row) => skeletons[row]).values()].flatMap((members) =>
    members.sort((one, two) => (rungs[two] as number) - (rungs[one] as number) || one - two).slice(cap),
  )
  return new Set(beyond)
}

function isKeptOut({ marks }: Pair): boolean {
  return marks.some((mark) => !isOwn(mark))
}

function isOwn(mark: PairMark): mark is OwnMark {
  return (ownMarks as readonly PairMark[]).includes(mark)
}

/** What is kept of the pairs while they are compared: texts as bytes, the rest as numbers. */
interface Table {
  readonly indices: number[]
  readonly rungs: number[]
  readonly solutionLengths: number[]
  readonly solutionHashes: number[]
  readonly questions: ReturnType<typeof createTextArena>
  readonly answers: ReturnType<typeof createTextArena>
  /** Own marks by draw index, of pairs that have some. */
  readonly held: Map<number, ReadonlySet<PairMark>>
  readonly skeletons: ContentId[]
  /** Rows that other stages keep out. */
  readonly keptOut: Set<number>
  add(pair: Pair): void
  finish(): ReturnType<typeof createNearDuplicateFinder>
}

function openTable(): Table {
  const finder = createNearDuplicateFinder()
  const signer = createBatchSigner()
  const table = {
    indices: [] as number[],
    rungs: [] as number[],
    solutionLengths: [] as number[],
    solutionHashes: [] as number[],
    questions: createTextArena(),
    answers: createTextArena(),
    held: new Map<number, ReadonlySet<PairMark>>(),
    skeletons: [] as ContentId[],
    keptOut: new Set<number>(),
    add(pair: Pair): void {
      const { draft, marks } = pair
      table.indices.push(pair.index)
      table.rungs.push(pair.verdict.rung)
      table.solutionLengths.push(draft.solution.length)
      table.solutionHashes.push(hashText(draft.solution))
      table.questions.add(draft.question)
      table.answers.add(draft.finalAnswer)
      if (marks.some(isOwn)) table.held.set(pair.index, new Set(marks))
      table.skeletons.push(pair.skeletonId)
      if (isKeptOut(pair)) table.keptOut.add(table.indices.length - 1)
      if (isKeptOut(pair)) signer.addAbsent()
      else signer.add(draft.question)
      if (table.indices.length % batchRows === 0) finder.add(signer.finish())
    },
    finish() {
      finder.add(signer.finish())
      return finder
    },
  }
  return table
}
