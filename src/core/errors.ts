/** Exit codes of the command line; one per decision a caller takes. */
export type ExitCode = 1 | 2 | 3 | 4 | 5 | 6 | 130

/**
 * Base of every error the project throws on purpose. The message is `what: value`, followed by the remedy; it never holds a
 * prompt body or a key.
 */
export abstract class ConceptloomError extends Error {
  abstract readonly exitCode: ExitCode
}

/** The call itself is wrong: a flag, a file that does not exist, a folder that may not be replaced. Fix the call. */
export class UsageError extends ConceptloomError {
  override readonly name: string = 'UsageError'
  readonly exitCode = 2
}

/** What the call names is not there. Name something that is. */
export class NotFoundError extends UsageError {
  override readonly name = 'NotFoundError'
}

/** The configuration is wrong or incomplete: a bad value in a file or variable, an unknown model, a missing key. Fix the configuration. */
export class ConfigurationError extends ConceptloomError {
  override readonly name = 'ConfigurationError'
  readonly exitCode = 3
}

/** A service outside the process failed for good or ran out of retries. Try again later; recorded work is kept. */
export class ProviderError extends ConceptloomError {
  override readonly name = 'ProviderError'
  readonly exitCode = 4
}

/** Where a bad input stands: `line` counts from 1. */
export interface InputPlace {
  readonly file: string
  readonly line: number
}

/** An input row or a reply could not be read. Skip it and go on, or stop with `--strict`. */
export class MalformedInputError extends ConceptloomError {
  override readonly name = 'MalformedInputError'
  readonly exitCode = 5
  readonly place: InputPlace | undefined
  constructor(message: string, place?: InputPlace, options?: ErrorOptions) {
    super(place === undefined ? message : `${place.file}:${place.line}: ${message}`, options)
    this.place = place
  }
}

/** Requests were given up while others were answered: what depends on them is missing. Asking again may give it. */
export class UnansweredError extends ConceptloomError {
  override readonly name = 'UnansweredError'
  readonly exitCode = 5
}

/** A cap on cost, tokens or requests is reached. The run can be resumed with a higher cap. */
export class BudgetError extends ConceptloomError {
  override readonly name = 'BudgetError'
  readonly exitCode = 6
}

/** The user stopped the work. What was recorded is kept. */
export class InterruptedError extends ConceptloomError {
  override readonly name = 'InterruptedError'
  readonly exitCode = 130
}

/** The store is damaged, locked by another process, or of another version. Nothing was written. */
export class StoreError extends ConceptloomError {
  override readonly name = 'StoreError'
  readonly exitCode = 1
}

/** What is asked for contradicts what is there, for example a run that is being written already. Look at it and ask again. */
export class ConflictError extends ConceptloomError {
  override readonly name = 'ConflictError'
  readonly exitCode = 1
}

/** As much waits already as may wait. Ask again later. */
export class BusyError extends ConceptloomError {
  override readonly name = 'BusyError'
  readonly exitCode = 1
}
