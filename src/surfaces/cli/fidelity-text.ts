import type { Fidelity } from '../../steps/curate/fidelity/measure-fidelity.ts'
import type { EngineFidelity, RunFidelity } from '../../pipeline/measure-run-fidelity.ts'

/** A fidelity report for people. */
export function fidelityText({ run, pairs, sampled, engines }: RunFidelity): string {
  const lines = [`run ${run}: ${sampled} of ${pairs} unmarked pairs labelled again`]
  for (const engine of engines) lines.push('', ...engineLines(engine))
  return `${lines.join('\n')}\n`
}

function engineLines({ engine, judged, ablation, ...by }: EngineFidelity): readonly string[] {
  const lines = [
    `${engine}  (${percent(judged)} of the requests are in the taxonomy and can be judged)`,
    `  question                 ${describe(by.question)}`,
    `  question and solution    ${describe(by.questionAndSolution)}`,
  ]
  if (ablation === undefined) return lines
  const { concepts, undetermined, changed, idle } = ablation
  return [
    ...lines,
    `  without a concept's part ${percent(undetermined)} undetermined, ${percent(changed)} another answer, ${percent(idle)} nothing shown (${concepts} concepts)`,
  ]
}

function describe({ recall, shuffledRecall, lift, complete }: Fidelity): string {
  const over = lift === undefined ? 'no lift: chance finds nothing' : `lift ${lift.toFixed(1)}`
  return `recall ${percent(recall)}, of shuffled requests ${percent(shuffledRecall)}, ${over}, all found in ${percent(complete)}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
