import { z } from 'zod'

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

/** Where in the walk a step was made; each phase stays inside its own sub-graph (MathScale §3.2). */
export const walkPhases = ['start', 'topic', 'bridge', 'knowledge-point'] as const
export type WalkPhase = (typeof walkPhases)[number]

export const pathStepSchema = z.strictObject({
  conceptId: z.string(),
  phase: z.enum(walkPhases),
  /** Seeds behind the edge taken; 0 for the start. */
  edgeCount: z.int().min(0),
  /** Probability of this step given the one before, in (0, 1]. */
  probability: z.number().gt(0).max(1),
})

export const conceptPathSchema = z.strictObject({
  runSeed: z.int().min(0),
  index: z.int().min(0),
  mode: z.enum(walkModes),
  steps: z.array(pathStepSchema).min(1),
  /** Distinct concept ids, ascending. */
  topics: z.array(z.string()),
  knowledgePoints: z.array(z.string()),
  graphVersion: z.string(),
})

export type PathStep = Readonly<z.infer<typeof pathStepSchema>>

/** A walk and the concept combination it visits: a pure function of (graph version, seed, index). */
export type ConceptPath = Readonly<z.infer<typeof conceptPathSchema>>
