import type { Pair } from '../core/pair.ts'
import { openProceduralSource, type DrawJob } from './draw-pairs.ts'

export interface SampleOptions {
  readonly count: number
  /** Different combinations the pairs are spread over, as evenly as they divide. */
  readonly combinations: number
  /** Draws without a new pair after which the sample ends early. */
  readonly patience: number
}

/**
 * A sample to read: verified pairs of a bounded number of concept combinations, in an order fixed by the job. The first walks
 * with different combinations are taken, then each is drawn again in its further variants.
 */
export async function* drawSample(
  job: DrawJob,
  { count, combinations, patience }: SampleOptions,
): AsyncGenerator<Pair, void> {
  const source = openProceduralSource(job)
  const chosen = new Map<string, Pair>()
  const questions = new Set<string>()
  for (
    let index = 0, idle = 0;
    chosen.size < Math.min(combinations, count) && idle < patience;
    index++, idle++
  ) {
    const draw = await source.draw(index)
    if (draw.outcome !== 'pair') continue
    const key = draw.pair.draft.realised.join()
    if (chosen.has(key) || questions.has(draw.pair.questionId)) continue
    chosen.set(key, draw.pair)
    questions.add(draw.pair.questionId)
    idle = 0
    yield draw.pair
  }
  let printed = chosen.size
  for (let variant = 1; printed < count && chosen.size > 0 && variant < patience; variant++) {
    for (const { index } of chosen.values()) {
      if (printed === count) return
      const draw = await source.draw(index, variant)
      if (draw.outcome !== 'pair' || questions.has(draw.pair.questionId)) continue
      questions.add(draw.pair.questionId)
      printed++
      yield draw.pair
    }
  }
}
