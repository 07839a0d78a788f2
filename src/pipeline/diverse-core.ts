import type { Pair } from '../core/pair.ts'
import type { Seed } from '../core/seed.ts'
import { selectSeeds } from './select-seeds.ts'

/** A share of pairs, at least one, chosen by greedy k-center over their questions (Skywork-Math §3); in the order given. */
export async function diverseCore(
  pairs: readonly Pair[],
  share: number,
  workers: number,
): Promise<readonly Pair[]> {
  const count = Math.max(1, Math.round(pairs.length * share))
  const { seeds } = await selectSeeds(pairs.map(asSeed), { count, workers })
  const chosen = new Set(seeds.map((seed) => seed.id))
  return pairs.filter((pair) => chosen.has(pair.id))
}

/** What the selection looks at of a pair. */
function asSeed({ id, draft }: Pair): Seed {
  return { id, question: draft.question, source: 'run', split: 'train', license: 'unknown', language: 'en' }
}
