import { contentId } from '../../core/identity.ts'

/** What makes a request unique. */
export interface RequestPlace {
  /** The run's id, or what stands for it where runs share requests. */
  readonly scope: string
  readonly purpose: string
  /** Where in the run: draw index and variant, or a seed's id. */
  readonly place: readonly (string | number)[]
  /** Which of several samples of one prompt. */
  readonly sample: number
  /** 0, then 1, … where an unusable reply is asked for again. */
  readonly attempt: number
}

/** The `seed` of a model request: 31 bits, the same for the same place, different for any other. */
export function requestSeed({ scope, purpose, place, sample, attempt }: RequestPlace): number {
  const id = contentId('request-seed', [scope, purpose, [...place], sample, attempt])
  return Number.parseInt(id.slice(0, 8), 16) >>> 1
}
