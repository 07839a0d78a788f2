import type { Evaluation } from '../../steps/evaluate/evaluation.ts'
import type { ScoredCompletion } from '../../steps/evaluate/scored-completion.ts'
import { openCheckedFile, type CheckedFile } from '../../steps/export/checked-file.ts'
import { stageFolder } from '../../steps/export/staged-folder.ts'

/** An evaluation's folder in the making; it appears whole or not at all. */
export interface EvaluationFolder {
  score(score: ScoredCompletion): void
  /** A line of `completions.jsonl`. */
  completion(line: object): void
  commit(evaluation: Evaluation): void
  discard(): void
}

/**
 * `scores.jsonl`, `evaluation.json`, `manifest.json` with checksums, and `completions.jsonl` where completions were made here. Without a
 * target nothing is written.
 *
 * @throws UsageError where the target is a folder that is not an evaluation of ours
 */
export function openEvaluationFolder(
  target: string | undefined,
  { completions }: { readonly completions: boolean },
): EvaluationFolder {
  if (target === undefined) return { score() {}, completion() {}, commit() {}, discard() {} }
  const staged = stageFolder(target, 'evaluation')
  const scores = openCheckedFile(staged.path, 'scores.jsonl')
  const said: CheckedFile | undefined = completions
    ? openCheckedFile(staged.path, 'completions.jsonl')
    : undefined
  return {
    score: (score) => scores.write(`${JSON.stringify(score)}\n`),
    completion: (line) => said?.write(`${JSON.stringify(line)}\n`),
    commit(evaluation) {
      const summary = openCheckedFile(staged.path, 'evaluation.json')
      summary.write(`${JSON.stringify(evaluation, null, 2)}\n`)
      const files = [said, scores, summary].flatMap((file) => (file === undefined ? [] : [file.finish()]))
      const manifest = openCheckedFile(staged.path, 'manifest.json')
      manifest.write(`${JSON.stringify({ tool: 'conceptloom', kind: 'evaluation', files }, null, 2)}\n`)
      manifest.finish()
      staged.commit()
    },
    discard() {
      scores.abandon()
      said?.abandon()
      staged.discard()
    },
  }
}
