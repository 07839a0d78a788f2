import type { ConceptPath } from '../core/concept-path.ts'
import type { Draft } from '../core/draft.ts'
import type { Verdict } from '../core/verdict.ts'
import { countSteps } from '../foundations/answers/count-steps.ts'
import { structuralDifficulty } from '../steps/curate/difficulty/structural-difficulty.ts'

/** Structural difficulty of what is about to be a pair. The draft's own difficulty is the level that its engine worked at. */
export function pairDifficulty(draft: Draft, path: ConceptPath, { agreement }: Verdict): number {
  return structuralDifficulty({
    level: draft.difficulty,
    concepts: draft.realised.length,
    pathLength: path.steps.length,
    mode: path.mode,
    steps: countSteps(draft.solution),
    ...(agreement === undefined ? {} : { agreement: agreement.votes / agreement.of }),
  })
}
