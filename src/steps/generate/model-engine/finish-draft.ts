import { draftSchema, type Draft } from '../../../core/draft.ts'
import type { ContentId, JsonValue } from '../../../core/identity.ts'
import { countSteps } from '../../../foundations/answers/count-steps.ts'
import type { MadeProblem } from './recipe.ts'
import type { RealisedConcepts } from './realised-concepts.ts'

export interface DraftFrame {
  readonly preset: string
  /** Name of the model as configured. */
  readonly model: string
  readonly requested: readonly ContentId[]
  readonly concepts: RealisedConcepts
  /** Level of the source, where there is one. */
  readonly level?: number
}

/** A made problem as a draft, or what is wrong with its shape. */
export function finishDraft(made: MadeProblem, frame: DraftFrame): Draft | { readonly fault: string } {
  const { concepts, level, preset } = frame
  const steps = countSteps(made.solution)
  const draft: Draft = {
    question: made.question,
    solution: made.solution,
    finalAnswer: made.finalAnswer,
    requested: [...frame.requested].sort(),
    realised: concepts.realised,
    method: made.method,
    parents: made.parents,
    prompt: made.prompt,
    model: frame.model,
    raw: made.raw.toWellFormed(),
    difficulty: difficultyOf({ level, steps, points: concepts.realised.length, shift: made.levelShift ?? 0 }),
    evidence: toJson({
      engine: 'model',
      preset,
      keys: made.keys,
      steps,
      realisedBy: concepts.by,
      judged: concepts.judged,
      ...(made.claimed === undefined
        ? {}
        : { claimed: { topics: made.claimed.topics, knowledgePoints: made.claimed.knowledgePoints } }),
      ...made.notes,
    }),
  }
  const parsed = draftSchema.safeParse(draft)
  if (!parsed.success) return { fault: parsed.error.issues[0]?.path.join('.') ?? 'shape' }
  const blank = [draft.question, draft.solution, draft.finalAnswer].some((text) => text.trim() === '')
  return blank ? { fault: 'blank text' } : draft
}

/** A lone surrogate, as JSON writes it. */
const loneSurrogate = /\\ud[89a-f]/i

/** Well-formed text only: a lone surrogate in a reply would change when it is stored. */
function toJson(value: JsonValue): JsonValue {
  const text = JSON.stringify(value)
  if (!loneSurrogate.test(text)) return value
  return JSON.parse(text, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  ) as JsonValue
}

interface DifficultyFeatures {
  readonly level: number | undefined
  readonly steps: number
  readonly points: number
  readonly shift: number
}

/**
 * 1 to 5: the source's level where there is one, else half a level for each further knowledge point and an eighth for each step of the
 * solution (steps are the main feature of difficulty in Xwin-Math §4), moved by rewriting.
 */
function difficultyOf({ level, steps, points, shift }: DifficultyFeatures): number {
  const base = level ?? 1 + Math.max(0, points - 1) / 2 + Math.min(steps, 16) / 8
  return Math.min(5, Math.max(1, base + shift))
}
