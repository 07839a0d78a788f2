import { CommanderError } from 'commander'
import { ConceptloomError } from '../../core/errors.ts'

/** The exit code for what a command threw: 2 for a wrong call, the error's own for errors we throw on purpose, otherwise 1. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ConceptloomError) return error.exitCode
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  return 1
}

/** One line for an expected error; the stack as well for a fault of ours. Commander has printed its own already. */
export function reportError(error: unknown, output: { write(text: string): unknown }): void {
  if (error instanceof CommanderError) return
  if (error instanceof ConceptloomError) output.write(`conceptloom: ${error.message}\n`)
  else
    output.write(
      `conceptloom: unexpected error\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
}
