import type { Run } from '../../src/core/run.ts'
import { sampleRun } from '../contracts/samples.ts'

/** The run that the crash tests write, kill and go on with. */
export const crashRun: Run = sampleRun('crash')
