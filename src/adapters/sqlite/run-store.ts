import { UsageError } from '../../core/errors.ts'
import type { RunStore } from '../../core/ports.ts'
import type { WorkspaceParts } from './workspace-parts.ts'
import { openRunClaims } from './run-claims.ts'

export function openRunStore({ database, runs, pairIds, closing }: WorkspaceParts): RunStore {
  const claims = openRunClaims(database)
  return {
    async put(run) {
      database.transaction(() => runs.write(run))
      if (run.state !== 'generating') await pairIds.extend(run.id)
    },
    async byId(id) {
      const found = database.attempt(() => runs.byPrefix(id))
      if (found.length > 1)
        throw new UsageError(`ambiguous run id: ${id} could be ${found.map((run) => run.id).join(', ')}`)
      return found[0]
    },
    list: async () => database.attempt(() => runs.list()),
    claim: async (runId) => claims.take(runId),
    release: async (runId) => claims.drop(runId),
    close: closing(() => claims.dropAll()),
  }
}
