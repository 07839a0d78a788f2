import type { GenerationRequest } from '../../api/contract/generations.ts'
import type { WalkMode } from '../../../core/concept-path.ts'
import {
  choiceField,
  type Fields,
  integerField,
  numberField,
  readFields,
  textField,
  writeFields,
} from '../router/fields.ts'

const modes = [
  'mathscale',
  'coverage',
  'uniform',
  'rare',
  'community',
  'hop-1',
  'hop-2',
  'hop-3',
] as const satisfies readonly [WalkMode, ...WalkMode[]]

export const walkModeChoices: readonly { readonly value: WalkMode; readonly label: string }[] = modes.map(
  (value) => ({ value, label: value }),
)

/** What the form says; it stands in the address. */
export interface GenerationChoices {
  /** Ids, with commas between them. */
  readonly concepts: string
  readonly mode: WalkMode
  readonly count: number
  readonly seed: number
  readonly engine: 'procedural' | 'model'
  readonly preset: 'mathscale' | 'skywork' | 'xwin'
  readonly model: string
  /** 0: no more than the service allows. */
  readonly cost: number
  readonly run: string
}

const fields: Fields<GenerationChoices> = {
  concepts: textField(400),
  mode: choiceField<WalkMode>(modes),
  count: integerField(1, 100_000, 10),
  seed: integerField(0, 4_294_967_295, 7),
  engine: choiceField<GenerationChoices['engine']>(['procedural', 'model']),
  preset: choiceField<GenerationChoices['preset']>(['mathscale', 'skywork', 'xwin']),
  model: textField(),
  cost: numberField(0, 1_000_000, 0),
  run: textField(),
}

export function readChoices(query: URLSearchParams): GenerationChoices {
  return readFields(fields, query)
}

export function writeChoices(choices: GenerationChoices): Readonly<Record<string, string | undefined>> {
  return writeFields(fields, choices)
}

/** Ids of the chosen concepts. */
export function conceptsOf({ concepts }: GenerationChoices): readonly string[] {
  return concepts.split(',').filter((id) => id !== '')
}

/** The request for what was chosen, without what is the service's default anyway. */
export function generationRequest(choices: GenerationChoices): GenerationRequest {
  const { mode, count, seed, engine, preset, model, cost, run } = choices
  const concepts = conceptsOf(choices)
  return {
    ...(run === '' ? {} : { run }),
    ...(concepts.length > 0 ? { concepts } : mode === 'mathscale' ? {} : { walk: { mode } }),
    count,
    ...(seed === 7 ? {} : { seed }),
    ...(engine === 'procedural'
      ? {}
      : {
          engine,
          preset,
          ...(model === '' ? {} : { model }),
          ...(cost === 0 ? {} : { maximumCost: cost }),
        }),
  }
}
