#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { exitCodeOf, reportError } from './report-error.ts'
import { createRowProgram } from './row-program.ts'

// What was compiled once starts faster the next time; what it is kept under names the version of Node and the content.
enableCompileCache()

// A reader that has seen enough, such as head, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  const program = (await createRowProgram(process.argv[2])) ?? (await import('./program.ts')).createProgram()
  await program.parseAsync(process.argv)
} catch (error) {
  reportError(error, process.stderr)
  process.exitCode = exitCodeOf(error)
}
