import type { BalanceView } from '../../api/contract/runs.ts'

/** The topics of most rows, most used first, at most `count`; ties by name. */
export function strongestTopics(pairs: BalanceView['topicPairs'], count: number): readonly string[] {
  const rowsOf = new Map<string, number>()
  for (const { a, b, rows } of pairs)
    for (const topic of a === b ? [a] : [a, b]) rowsOf.set(topic, (rowsOf.get(topic) ?? 0) + rows)
  return [...rowsOf]
    .sort(([a, less], [b, more]) => more - less || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([topic]) => topic)
}
