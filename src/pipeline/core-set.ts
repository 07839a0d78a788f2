import type { Config } from '../core/config.ts'
import type { Pair } from '../core/pair.ts'
import { diverseCore } from './diverse-core.ts'
import { presetOf } from './model-engine.ts'
import type { RunStores } from './run-pipeline.ts'
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
  return kept.length === 0 ? [] : diverseCore(kept, share)
}
