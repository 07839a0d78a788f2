import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Extraction } from '../core/concept.ts'
import { UsageError } from '../core/errors.ts'
import type { MergeDecision } from '../steps/extract/apply-merges.ts'
import { gatherConcepts, type GatheringReport } from '../steps/extract/gather-concepts.ts'
import { extendMergeReview, parseMergeReview } from '../steps/extract/merge-review.ts'

/** What a person decided in a file of merges; nothing where there is no file yet. */
export function readDecisions(file: string | undefined): readonly MergeDecision[] {
  return file === undefined ? [] : parseMergeReview(readReview(file), file)
}

/** Adds what is new to the file, making it where absent. The file appears whole or stays as it was. */
export function writeProposals(
  file: string,
  { mergeProposals, automaticMerges }: Pick<GatheringReport, 'mergeProposals' | 'automaticMerges'>,
): void {
  const extended = extendMergeReview(
    { text: readReview(file), file },
    { open: mergeProposals, automatic: automaticMerges },
  )
  if (extended === undefined) return
  const partial = `${file}.partial-${process.pid}`
  try {
    const descriptor = openSync(partial, 'w')
    try {
      writeFileSync(descriptor, extended)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(partial, file)
  } catch (cause) {
    throw new UsageError(`cannot write: ${file}; name a file in a folder that exists and is yours`, { cause })
  }
}

/** Gathers the names of extractions and adds the merges they suggest to the file; `open` of them wait for a decision. */
export function reviewMerges(
  file: string,
  extractions: readonly Extraction[],
  autoMerge: boolean,
): { readonly open: number } {
  const { report } = gatherConcepts(extractions, { autoMerge, decisions: readDecisions(file) })
  writeProposals(file, report)
  return { open: report.mergeProposals.length }
}

function readReview(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new UsageError(`cannot read: ${file}; name a file, or none to do without`, { cause })
  }
}
