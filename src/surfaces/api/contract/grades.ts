import type { GradeMethod, GradeOutcome } from '../../../foundations/answers/grade.ts'

/** `POST /v1/grades`: 1 to 1,000 answers against their gold answers. */
export interface GradesRequest {
  readonly items: readonly { readonly gold: string; readonly prediction: string }[]
}

export interface GradesResponse {
  readonly grades: readonly {
    readonly equal: boolean
    readonly outcome: GradeOutcome
    readonly method: GradeMethod
    readonly reason: string
  }[]
}
