import { contentId } from '../../../core/identity.ts'
import { randomAt, randomKey } from '../../../core/random.ts'
import { createBalancePool, type BalancePool, type BalanceRow } from './balance-pool.ts'

/** Rows for tests, with common and rare concepts. */
export function sampleRows(count: number, seed: number): BalanceRow[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomAt(randomKey('balance-test', seed), index)
    const concepts = new Set<string>()
    const size = random.integer(1, 4)
    // Squaring makes low numbers common, so that some concepts are rare.
    while (concepts.size < size) concepts.add(contentId('concept', Math.floor(random.float() ** 2 * 40)))
    return {
      id: contentId('pair', [seed, index]),
      concepts: [...concepts],
      questionLength: random.integer(20, 900),
      difficulty: random.integer(1, 5),
      finalAnswer: String(random.integer(1, 99)),
      skeletonId: contentId('skeleton', random.integer(1, 20)),
      steps: random.integer(1, 12),
    }
  })
}

export function poolOf(rows: readonly BalanceRow[]): BalancePool {
  const builder = createBalancePool()
  for (const row of rows) builder.add(row)
  return builder.finish()
}
