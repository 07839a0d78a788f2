#!/usr/bin/env node
import { createProgram } from './program.ts'
import { exitCodeOf, reportError } from './report-error.ts'

try {
  await createProgram().parseAsync(process.argv)
} catch (error) {
  reportError(error, process.stderr)
  process.exitCode = exitCodeOf(error)
}
