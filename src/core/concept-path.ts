import { z } from 'zod'
import type { ContentId } from './identity.ts'

export const walkModes = [
  'mathscale',
  'rare',
  'uniform',
  'hop-1',
  'hop-2',
  'hop-3',
  'community',
  'coverage',
] as const
export type WalkMode = (typeof walkModes)[number]

/** How a path came about; `given`: its knowledge points were named by a person. */
export type PathMode = WalkMode | 'given'

/** Where in the walk a step was made; each phase stays inside its own sub-graph (MathScale §3.2). */
export const walkPhases = ['start', 'topic', 'bridge', 'knowledge-point'] as const
export type WalkPhase = (typeof walkPhases)[number]

export interface PathStep {
  readonly conceptId: ContentId
  readonly phase: WalkPhase
  /** Seeds behind the edge taken; 0 for the start, and where concepts were given that no seed has together. */
  readonly edgeCount: number
  /** Probability of this step given the one before, in (0, 1]. */
  readonly probability: number
}

/** A walk and the concept combination it visits: a pure function of (graph version, seed, index). */
export interface ConceptPath {
  readonly runSeed: number
  readonly index: number
  readonly mode: PathMode
  readonly steps: readonly PathStep[]
  /** Distinct ids, ascending. */
  readonly topics: readonly ContentId[]
  /** Distinct ids, ascending. */
  readonly knowledgePoints: readonly ContentId[]
  readonly graphVersion: ContentId
}

const pathStepSchema: z.ZodType<PathStep> = z.strictObject({
  conceptId: z.string(),
  phase: z.enum(walkPhases),
  edgeCount: z.int().min(0),
  probability: z.number().gt(0).max(1),
})

export const conceptPathSchema: z.ZodType<ConceptPath> = z.strictObject({
  runSeed: z.int().min(0),
  index: z.int().min(0),
  mode: z.enum([...walkModes, 'given']),
  steps: z.array(pathStepSchema).min(1),
  topics: z.array(z.string()),
  knowledgePoints: z.array(z.string()),
  graphVersion: z.string(),
})
