import type { Config } from '../core/config.ts'
import type { Pair } from '../core/pair.ts'
import type { Seed } from '../core/seed.ts'
import { presetOf } from './model-engine.ts'
import type { RunStores } from './run-pipeline.ts'
import { selectSeeds } from './select-seeds.ts'
import { findRun } from './stored-run.ts'

/** Share of an earlier run's pairs that is kept where the preset names none. */
const coreShare = 0.1

/**
 * The diverse core of the earlier run that a configuration names: unmarked pairs chosen by greedy k-center over their questions, as
 * Skywork-Math (§3) chooses from its first round what its second starts from. Empty where no run is named.
 */
export async function coreOfEarlierRun(config: Config, { runs, pairs }: RunStores): Promise<readonly Pair[]> {
  if (config.engine.fromRun === undefined) return []
  const run = await findRun(runs, config.engine.fromRun)
  const kept: Pair[] = []
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) {
    kept.push(...batch.filter((pair) => pair.marks.length === 0))
  }
  const preset = presetOf(config)
  const share = preset.preset === 'skywork' ? preset.coreShare : coreShare
  const count = Math.max(1, Math.round(kept.length * share))
  const { seeds } = await selectSeeds(kept.map(asSeed), { count, workers: config.run.workers })
  const chosen = new Set(seeds.map((seed) => seed.id))
  return kept.filter((pair) => chosen.has(pair.id))
}

/** What the selection looks at of a pair. */
function asSeed({ id, draft }: Pair): Seed {
  return { id, question: draft.question, source: 'run', split: 'train', license: 'unknown', language: 'en' }
}
