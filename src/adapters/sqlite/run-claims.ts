import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import process from 'node:process'
import { StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { idBytes } from './column-values.ts'
import type { Database } from './database.ts'

/** Who works on a run. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process started, as the system tells it: a later process that got the same pid is another one. */
  readonly started: string
}

export interface RunClaims {
  /** @throws StoreError naming the holder while another live process, or a process of another host, has the run */
  take(runId: ContentId): void
  /** Gives up this process's claim; another one's stays. */
  drop(runId: ContentId): void
  /** Gives up whatever was taken here. */
  dropAll(): void
}

export function openRunClaims(database: Database): RunClaims {
  const self: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' }
  const select = database.prepare('SELECT pid, host, started FROM run_claim WHERE run = ?')
  const replace = database.prepare(
    'INSERT OR REPLACE INTO run_claim (run, pid, host, started) VALUES (?, ?, ?, ?)',
  )
  const remove = database.prepare(
    'DELETE FROM run_claim WHERE run = ? AND pid = ? AND host = ? AND started = ?',
  )

  const taken = new Set<ContentId>()

  function drop(runId: ContentId): void {
    database.attempt(() => remove.run(idBytes(runId), self.pid, self.host, self.started))
    taken.delete(runId)
  }

  return {
    take(runId) {
      const id = idBytes(runId)
      database.transaction(() => {
        const holder = select.get(id) as unknown as Holder | undefined
        if (holder !== undefined && !isSame(holder, self) && mayBeAlive(holder, self))
          throw new StoreError(
            `run ${runId} is taken: process ${holder.pid} on ${holder.host}; ${remedy(holder, self)}`,
          )
        replace.run(id, self.pid, self.host, self.started)
      })
      taken.add(runId)
    },
    drop,
    dropAll() {
      for (const runId of taken) drop(runId)
    },
  }

  function remedy(holder: Holder, here: Holder): string {
    if (holder.host === here.host) return 'wait until it ends, or stop it and try again'
    const sql = 'DELETE FROM run_claim'
    return `stop it there; if that machine is gone, run ${sql} on ${database.file}`
  }
}

function isSame(a: Holder, b: Holder): boolean {
  return a.pid === b.pid && a.host === b.host && a.started === b.started
}

/** Another host cannot be asked, so its processes count as alive. */
function mayBeAlive(holder: Holder, here: Holder): boolean {
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
