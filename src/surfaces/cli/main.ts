#!/usr/bin/env node
import { createProgram } from './program.ts'
import { exitCodeOf, reportError } from './report-error.ts'

// A reader that has seen enough, such as head, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await createProgram().parseAsync(process.argv)
} catch (error) {
  reportError(error, process.stderr)
  process.exitCode = exitCodeOf(error)
}
