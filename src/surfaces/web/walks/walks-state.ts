import type { WalkMode } from '../../../core/concept-path.ts'
import type { WalkOptions, WalksRequest } from '../../api/contract/walks.ts'
import {
  choiceField,
  type Field,
  type Fields,
  integerField,
  numberField,
  optionalIntegerField,
  readFields,
  textField,
} from '../router/fields.ts'

export type Weight = NonNullable<WalkOptions['weight']>
export type Steps = readonly [number, number]

/** What of the walk playground stands in the address: everything that decides the walk, and the step that is looked at. */
export interface WalksState {
  readonly start: string
  readonly mode: WalkMode
  /** Absent: as the service is configured. */
  readonly weight: Weight | undefined
  readonly temperature: number
  readonly topics: Steps | undefined
  readonly points: Steps | undefined
  readonly seed: number
  readonly index: number
  /** From 0; absent: the whole walk. */
  readonly step: number | undefined
}

/** The modes in words. Their list is typed by the core, not imported from it: the page would carry its schemas along. */
export const modeNames: Readonly<Record<WalkMode, string>> = {
  mathscale: 'MathScale',
  rare: 'Rare concepts first',
  uniform: 'Uniform',
  'hop-1': 'One hop',
  'hop-2': 'Two hops',
  'hop-3': 'Three hops',
  community: 'Inside a community',
  coverage: 'Coverage',
}

export const walkModes: readonly WalkMode[] = Object.keys(modeNames) as WalkMode[]

const largest = 2 ** 32 - 1
const weights: readonly Weight[] = ['count', 'lift', 'uniform', 'rare']

export const walksFields: Fields<WalksState> = {
  start: textField(),
  mode: choiceField<WalkMode>(['mathscale', ...walkModes.filter((mode) => mode !== 'mathscale')]),
  weight: { read: (raw) => weights.find((weight) => weight === raw), write: (weight) => weight },
  temperature: numberField(0.01, 100, 1),
  topics: stepsField(),
  points: stepsField(),
  seed: integerField(0, largest, 7),
  index: integerField(0, largest, 0),
  step: optionalIntegerField(0, 1000),
}

/** The modes in which the walk can be told where to start. */
const modesWithStart: readonly WalkMode[] = ['mathscale', 'rare', 'uniform']

export function canStart(mode: WalkMode): boolean {
  return modesWithStart.includes(mode)
}

export function readWalks(query: URLSearchParams): WalksState {
  return readFields(walksFields, query)
}

/** What is asked of the service. What the reader did not set is left to its configuration. */
export function requestOf(state: WalksState, run: string | undefined): WalksRequest {
  const { start, mode, weight, temperature, topics, points, seed, index } = state
  return {
    ...(run === undefined ? {} : { run }),
    mode,
    ...(weight === undefined ? {} : { weight }),
    ...(temperature === 1 ? {} : { temperature }),
    ...(topics === undefined ? {} : { topicSteps: topics }),
    ...(points === undefined ? {} : { knowledgePointSteps: points }),
    ...(start === '' || !canStart(mode) ? {} : { start }),
    seed,
    index,
  }
}

/** The same question for a terminal. */
export function curlOf(request: WalksRequest, origin: string): string {
  const body = JSON.stringify(request).replaceAll("'", String.raw`'\''`)
  return `curl -s ${origin}/v1/walks -H 'Content-Type: application/json' -d '${body}'`
}

/** In one phase of a walk. */
export const mostSteps = 20

/** Smallest and largest number of steps, `2-5`. */
function stepsField(): Field<Steps | undefined> {
  return {
    read: (raw) => {
      const [, least, most] = /^(\d{1,2})-(\d{1,2})$/.exec(raw ?? '') ?? []
      if (
        least === undefined ||
        most === undefined ||
        Number(least) > Number(most) ||
        Number(most) > mostSteps
      )
        return undefined
      return [Number(least), Number(most)]
    },
    write: (steps) => steps?.join('-'),
  }
}
