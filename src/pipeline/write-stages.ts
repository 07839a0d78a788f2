import type { Pair } from '../core/pair.ts'
import type { PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { writePairs, type PairWriting, type WrittenRun } from './write-pairs.ts'

/**
 * Writes a run stage by stage; a run without stages is one. Which stage comes next is told by how many pairs are stored, and what a
 * stage starts from by the pairs themselves, so a killed run goes on in the stage it was in.
 */
export async function writeStages(writing: PairWriting): Promise<WrittenRun> {
  const { engine, job, seeds, pairs } = writing
  const stages = engine.stages(job, seeds)
  if (stages.length === 0 || writing.run.state !== 'generating') return writePairs(writing)
  let { run } = writing
  for (const stage of stages) {
    if (run.counters.pairs >= stage.upTo) continue
    const source = stage.open(await storedSoFar(run, pairs))
    const written = await writePairs({ ...writing, run, source, upTo: stage.upTo })
    run = written.run
    if (written.end !== 'complete') return written
  }
  return { run, end: 'complete' }
}

async function storedSoFar(run: Run, pairs: PairStore): Promise<readonly Pair[]> {
  const stored: Pair[] = []
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) stored.push(...batch)
  return stored
}
