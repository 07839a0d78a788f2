export type GradeOutcome = 'equal' | 'different' | 'undecided'

/** What two answers were compared as. */
export type GradeMethod =
  | 'string'
  | 'exact'
  | 'decimal'
  | 'formula'
  | 'numeric'
  | 'relation'
  | 'set'
  | 'structure'
  | 'unit'
  | 'choice'
  | 'time'
  | 'text'
  | 'unreadable'
  | 'limit'

/** Whether two answers mean the same; `undecided` counts as different. */
export interface Grade {
  readonly outcome: GradeOutcome
  readonly method: GradeMethod
  /** For people: what agreed, differed or could not be read. */
  readonly reason: string
}

export function equal(method: GradeMethod, reason: string): Grade {
  return { outcome: 'equal', method, reason }
}

export function different(method: GradeMethod, reason: string): Grade {
  return { outcome: 'different', method, reason }
}

export function undecided(method: GradeMethod, reason: string): Grade {
  return { outcome: 'undecided', method, reason }
}
