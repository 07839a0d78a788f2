import { fork } from 'node:child_process'
import { setPriority } from 'node:os'
import type { JobEnd, JobMessage, StartJob } from '../../pipeline/serving/job.ts'

/**
 * Starts a job in a process of its own; the extension of its file is this file's own, `.ts` in a checkout and `.js` in the built
 * package. The process ends by itself when this one is gone.
 */
export const startJob: StartJob = (job, onProgress) => {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const child = fork(new URL(`./job-process.${extension}`, import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    execArgv: [],
  })
  rankBelow(child.pid)
  const ended = Promise.withResolvers<JobEnd>()
  let last: JobEnd | undefined
  let timer: NodeJS.Timeout | undefined
  child.on('message', (message: JobMessage) => {
    if (message.kind === 'progress') onProgress(message.progress)
    else last = message
  })
  const settle = (message: string): void => {
    clearTimeout(timer)
    ended.resolve(last ?? { kind: 'crashed', message })
  }
  child.on('error', (error) => settle(error.message))
  child.on('exit', (code, signal) => settle(`process ended: ${signal ?? `exit code ${code}`}`))
  child.send(job)
  return {
    ended: ended.promise,
    stop(patience) {
      if (child.connected) child.send('stop')
      if (child.exitCode !== null || child.signalCode !== null) return
      timer ??= setTimeout(() => child.kill('SIGKILL'), patience)
    },
  }
}

/** Whoever waits for an answer goes before what runs for minutes; where the machine does not allow that, both have the same rank. */
function rankBelow(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // The process is gone already, or priorities are not ours to set.
  }
}
