import { StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { isSameProcess, mayBeAlive, type ProcessHolder, thisProcess } from '../../core/process-holder.ts'
import { idBytes } from './column-values.ts'
import type { Database } from './database.ts'

export interface RunClaims {
  /** @throws StoreError naming the holder while another live process, or a process of another host, has the run */
  take(runId: ContentId): void
  /** Gives up this process's claim; another one's stays. */
  drop(runId: ContentId): void
  /** Gives up whatever was taken here. */
  dropAll(): void
}

export function openRunClaims(database: Database): RunClaims {
  const self = thisProcess()
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
        const holder = select.get(id) as unknown as ProcessHolder | undefined
        if (holder !== undefined && !isSameProcess(holder, self) && mayBeAlive(holder, self))
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

  function remedy(holder: ProcessHolder, here: ProcessHolder): string {
    if (holder.host === here.host) return 'wait until it ends, or stop it and try again'
    const sql = 'DELETE FROM run_claim'
    return `stop it there; if that machine is gone, run ${sql} on ${database.file}`
  }
}
