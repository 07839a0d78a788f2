import { z } from 'zod'
import type { JsonValue } from '../../core/identity.ts'
import type { OutputSchema } from '../../core/model.ts'

/** What a reply must hold: checked here, and sent to endpoints that can hold a model to it. */
export interface OutputContract<Value> {
  readonly name: string
  readonly schema: z.ZodType<Value>
  readonly output: OutputSchema
}

export interface ConceptsOutput {
  readonly topics: readonly string[]
  readonly knowledgePoints: readonly string[]
}

export interface ProblemOutput {
  readonly question: string
  readonly solution: string
  readonly finalAnswer: string
  /** What the model says its problem uses; a claim, not evidence. */
  readonly conceptsUsed: ConceptsOutput
}

export interface SolutionOutput {
  readonly solution: string
  readonly finalAnswer: string
}

export interface QuestionOutput {
  readonly question: string
}

/** Xwin-Math, Appendix A: created, then checked, then kept or changed. */
export interface CreationOutput {
  readonly created: string
  readonly verification: string
  readonly final: string
  readonly changed: boolean
}

export interface RationaleOutput {
  readonly rationale: string
}

/** Most names a model is let write in one list; small models do not stop by themselves. Longer lists are read all the same. */
const longestList = 12

const text = z.string().trim().min(1)
const names = z.array(z.string())
const concepts = z.object({ topics: names, knowledgePoints: names })

export const conceptsContract: OutputContract<ConceptsOutput> = contract('concepts', concepts)

export const problemContract: OutputContract<ProblemOutput> = contract(
  'problem',
  z.object({ question: text, solution: text, finalAnswer: text, conceptsUsed: concepts }),
)

export const solutionContract: OutputContract<SolutionOutput> = contract(
  'solution',
  z.object({ solution: text, finalAnswer: text }),
)

export const questionContract: OutputContract<QuestionOutput> = contract(
  'question',
  z.object({ question: text }),
)

export const creationContract: OutputContract<CreationOutput> = contract(
  'creation',
  z.object({ created: text, verification: text, final: text, changed: z.boolean() }),
)

export const rationaleContract: OutputContract<RationaleOutput> = contract(
  'rationale',
  z.object({ rationale: text }),
)

export const outputContracts: readonly OutputContract<unknown>[] = [
  conceptsContract,
  problemContract,
  solutionContract,
  questionContract,
  creationContract,
  rationaleContract,
]

/** Lengths of text are checked here only: endpoints with strict schemas refuse `minLength` and its like. */
function contract<Value>(name: string, schema: z.ZodType<Value>): OutputContract<Value> {
  const json = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minLength
      delete jsonSchema.maxLength
      if (jsonSchema.type === 'array') jsonSchema.maxItems = longestList
    },
  })
  delete json.$schema
  return { name, schema, output: { name, schema: json as JsonValue } }
}
