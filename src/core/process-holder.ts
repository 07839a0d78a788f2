import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import process from 'node:process'

/** Who works on a run. */
export interface ProcessHolder {
  readonly pid: number
  readonly host: string
  /** When the process started, as the system tells it: a later process that got the same pid is another one. */
  readonly started: string
}

/** This process. */
export function thisProcess(): ProcessHolder {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' }
}

export function isSameProcess(a: ProcessHolder, b: ProcessHolder): boolean {
  return a.pid === b.pid && a.host === b.host && a.started === b.started
}

/** Another host cannot be asked, so its processes count as alive. */
export function mayBeAlive(holder: ProcessHolder, here: ProcessHolder): boolean {
  if (holder.host !== here.host) return true
  const started = startOf(holder.pid)
  if (started !== undefined) return started === holder.started
  // Without /proc only the pid can be asked.
  return here.started === '' && answersSignals(holder.pid)
}

/** Start time and boot of a live process, from /proc on Linux; `undefined` when there is no such process or no /proc. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is a file name in brackets and may hold anything; the start time is field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const zombie = fields[0] === 'Z' || fields[0] === 'X'
    return zombie
      ? undefined
      : `${fields[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return undefined
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
