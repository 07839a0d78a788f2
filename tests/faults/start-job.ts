import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { FakeStats } from '../fake-model-server/settings.ts'
import type { JobOptions, JobReport } from './model-job.ts'

/** A job in a process of its own. */
export interface Job {
  readonly child: ChildProcess
  /** Lines printed so far. */
  readonly lines: readonly string[]
  /** The first line there is, or the end of the process. */
  readonly begun: Promise<unknown>
  readonly ended: Promise<unknown>
}

export function startJob(options: JobOptions): Job {
  const script = path.join(import.meta.dirname, 'model-job.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  reader.on('line', (line) => lines.push(line))
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')])
  return { child, lines, begun: Promise.race([once(reader, 'line'), ended]), ended }
}

/** Runs a job to its end. */
export async function runJob(options: JobOptions): Promise<JobReport> {
  const job = startJob(options)
  await job.ended
  return reportOf(job)
}

export function reportOf({ lines }: Job): JobReport {
  const last = lines.at(-1)
  if (last === undefined || !last.startsWith('{')) throw new Error(`job without report: ${last ?? 'no line'}`)
  return JSON.parse(last) as JobReport
}

/** Replies that came after the job's patience on a busy machine: timeouts that no fault explains. They were paid for unseen. */
export function tooLate({ calls }: JobReport, faults: FakeStats['faults']): number {
  return (calls.failed.timeout ?? 0) - (faults.hang ?? 0) - (faults['slow-loris'] ?? 0)
}
