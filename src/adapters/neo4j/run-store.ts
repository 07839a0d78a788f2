import { randomUUID } from 'node:crypto'
import { StoreError, UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { RunStore } from '../../core/ports.ts'
import { isSameProcess, mayBeAlive, type ProcessHolder, thisProcess } from '../../core/process-holder.ts'
import type { Connection } from './connection.ts'
import { checkCursor, readState, runOf, runParameters } from './run-rows.ts'
import { checkedId } from './text-values.ts'

export function openRunStore(connection: Connection, close: () => Promise<void>): RunStore {
  const self = thisProcess()
  const taken = new Set<ContentId>()

  async function release(runId: ContentId): Promise<void> {
    await connection.write((run) => run('drop-claim', { id: runId, ...self }))
    taken.delete(runId)
  }

  return {
    async put(run) {
      const write = randomUUID()
      await connection.write(async (statement) => {
        const [next] = await statement('next-place')
        checkCursor(run, await readState(statement, run.id))
        await statement('put-run', runParameters(run, { stored: next?.['place'] as number, write }))
      })
    },
    async byId(id) {
      if (!/^[0-9a-f]{8,32}$/.test(id)) return undefined
      const found = (await connection.read('read-runs', { prefix: id })).map(runOf)
      if (found.length > 1) {
        const ids = found.map((run) => run.id).toSorted()
        throw new UsageError(`ambiguous run id: ${id} could be ${ids.join(', ')}`)
      }
      return found[0]
    },
    list: async () => (await connection.read('read-runs', { prefix: '' })).map(runOf),
    async claim(runId) {
      const id = checkedId(runId)
      await connection.write(async (statement) => {
        const [row] = await statement('read-claim', { id })
        const holder = row?.['pid'] === null ? undefined : (row as unknown as ProcessHolder | undefined)
        if (holder !== undefined && !isSameProcess(holder, self) && mayBeAlive(holder, self))
          throw new StoreError(
            `run ${id} is taken: process ${holder.pid} on ${holder.host}; wait until it ends or stop it; if that machine is gone, delete (:Claim {id: '${id}'})`,
          )
        await statement('put-claim', { id, ...self })
      })
      taken.add(runId)
    },
    release,
    async close() {
      for (const runId of taken) await release(runId)
      await close()
    },
  }
}
