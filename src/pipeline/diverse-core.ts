import type { Pair } from '../core/pair.ts'
import type { Seed } from '../core/seed.ts'
import { selectDiverse } from '../steps/seeds/select-diverse.ts'

/** A share of pairs, at least one, chosen by greedy k-center over their questions (Skywork-Math §3); in the order given. */
export function diverseCore(pairs: readonly Pair[], share: number): readonly Pair[] {
  const count = Math.max(1, Math.round(pairs.length * share))
  const chosen = new Set(selectDiverse(pairs.map(asSeed), { count }).seeds.map((seed) => seed.id))
  return pairs.filter((pair) => chosen.has(pair.id))
}

/** What the selection looks at of a pair. */
function asSeed({ id, draft }: Pair): Seed {
  return { id, question: draft.question, source: 'run', split: 'train', license: 'unknown', language: 'en' }
}
