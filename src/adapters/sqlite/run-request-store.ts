import type { JsonValue } from '../../core/identity.ts'
import type { RunRequest, RunRequestStore } from '../../core/ports.ts'
import { idBytes, idText, jsonText, parseJson, textOf, textValue } from './column-values.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

export function openRunRequestStore({ database, closing }: WorkspaceParts): RunRequestStore {
  const upsert = database.prepare(`
    INSERT INTO run_request (run, state, settings, problem) VALUES (?, ?, ?, ?)
    ON CONFLICT (run) DO UPDATE SET state = excluded.state, settings = excluded.settings, problem = excluded.problem`)
  const selectAll = database.prepare('SELECT * FROM run_request ORDER BY number')

  return {
    async put({ runId, state, settings, problem }) {
      const told = problem === undefined ? null : textValue(problem)
      database.transaction(() => upsert.run(idBytes(runId), state, jsonText(settings), told))
    },
    list: async () => database.attempt(() => selectAll.all().map(requestOf)),
    close: closing(),
  }
}

function requestOf(row: Readonly<Record<string, unknown>>): RunRequest {
  return {
    runId: idText(row['run']),
    state: row['state'] as RunRequest['state'],
    settings: parseJson(row['settings']) as JsonValue,
    ...(row['problem'] === null ? {} : { problem: textOf(row['problem']) }),
  }
}
