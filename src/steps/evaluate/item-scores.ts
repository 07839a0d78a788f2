import type { ContentId } from '../../core/identity.ts'
import type { SubsetScore } from './averages.ts'
import type { BenchSet } from './bench-item.ts'
import type { ScoredCompletion } from './scored-completion.ts'

/** Which of the two verdicts of a scored completion counts: our checker's, or MwpBench's published rule. */
export const scoringRules = ['ours', 'lenient'] as const
export type ScoringRule = (typeof scoringRules)[number]

/** All samples of one item, in order of their number. */
export interface ItemScore {
  readonly itemId: ContentId
  readonly set: BenchSet
  readonly subject?: string
  readonly level?: string
  /** What each sample answered; undefined where no answer could be read. */
  readonly predictions: readonly (string | undefined)[]
  /** Whether each sample is right. */
  readonly right: readonly boolean[]
}

/** Share of an item's samples that are right: PassRatio@N of one item (Xwin-Math §3.1). */
export function shareRight({ right }: ItemScore): number {
  return right.filter(Boolean).length / right.length
}

/** Gathers scored completions by item, items in the order in which they first appear; texts are let go. */
export async function gatherItems(
  completions: AsyncIterable<ScoredCompletion> | Iterable<ScoredCompletion>,
  rule: ScoringRule = 'ours',
): Promise<readonly ItemScore[]> {
  const items = new Map<ContentId, Gathering>()
  for await (const completion of completions) {
    const { itemId, set, subject, level, sample, prediction } = completion
    let item = items.get(itemId)
    if (item === undefined) {
      item = {
        of: {
          itemId,
          set,
          ...(subject === undefined ? {} : { subject }),
          ...(level === undefined ? {} : { level }),
        },
        samples: [],
      }
      items.set(itemId, item)
    }
    const right = rule === 'ours' ? completion.correct : completion.lenientCorrect
    item.samples.push({ sample, prediction, right })
  }
  return Array.from(items.values(), ({ of, samples }) => {
    samples.sort((left, right) => left.sample - right.sample)
    return {
      ...of,
      predictions: samples.map(({ prediction }) => prediction),
      right: samples.map(({ right }) => right),
    }
  })
}

interface Gathering {
  readonly of: Omit<ItemScore, 'predictions' | 'right'>
  readonly samples: {
    readonly sample: number
    readonly prediction: string | undefined
    readonly right: boolean
  }[]
}

/** The items that a cap leaves: the first `cap` of each set or, where a set is divided, of each subject. */
export function capItems(items: readonly ItemScore[], cap: number = Infinity): readonly ItemScore[] {
  const seen = new Map<string, number>()
  return items.filter((item) => {
    const name = subsetName(item)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count <= cap
  })
}

/** Mean share right of each set or subject, in order of appearance; what {@link averageScores} takes. */
export function scoreSubsets(items: readonly ItemScore[]): readonly SubsetScore[] {
  const sums = new Map<string, { readonly item: ItemScore; items: number; sum: number }>()
  for (const item of items) {
    const name = subsetName(item)
    const held = sums.get(name) ?? { item, items: 0, sum: 0 }
    sums.set(name, held)
    held.items++
    held.sum += shareRight(item)
  }
  return Array.from(sums.values(), ({ item: { set, subject }, items: count, sum }) => ({
    set,
    ...(subject === undefined ? {} : { subject }),
    items: count,
    accuracy: sum / count,
  }))
}

function subsetName({ set, subject = '' }: ItemScore): string {
  return `${set}\n${subject}`
}
