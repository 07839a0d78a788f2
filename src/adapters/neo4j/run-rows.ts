import { StoreError } from '../../core/errors.ts'
import type { ContentId, JsonValue } from '../../core/identity.ts'
import type { Run, RunCounters, RunState } from '../../core/run.ts'
import type { Parameters, Row, RunStatement } from './connection.ts'
import { checkedId, fromJson, jsonOf, plainText } from './text-values.ts'

/** What is stored of a run that a write is checked against. */
export interface StoredState {
  readonly cursor: number
  /** Index of the last pair, -1 where there is none. */
  readonly lastIndex: number
  /** Which call wrote last. */
  readonly lastWrite: string
  /** Indices of draws that wait for an answer. */
  readonly unanswered: readonly number[]
}

/** Call it after `next-place`, whose lock keeps the state as it is read until the end of the transaction. */
export async function readState(run: RunStatement, id: ContentId): Promise<StoredState | undefined> {
  const [row] = await run('read-run-state', { id })
  if (row === undefined) return undefined
  return {
    cursor: row['cursor'] as number,
    lastIndex: row['lastIndex'] as number,
    lastWrite: row['lastWrite'] as string,
    unanswered: (fromJson(row['counters']) as RunCounters).unanswered.map(({ index }) => index),
  }
}

/** @throws StoreError when the cursor would go back */
export function checkCursor(run: Run, stored: StoredState | undefined): void {
  if (stored !== undefined && run.cursor < stored.cursor)
    throw new StoreError(
      `cursor of run ${run.id} goes back: ${run.cursor} after ${stored.cursor}; resume from the stored run`,
    )
}

export interface RunWrite {
  readonly stored: number
  readonly write: string
  /** Left as it is when absent. */
  readonly lastIndex?: number
}

export function runParameters(run: Run, { stored, write, lastIndex }: RunWrite): Parameters {
  return {
    id: checkedId(run.id),
    name: `run ${run.id.slice(0, 8)}`,
    config: jsonOf(run.config),
    kept: jsonOf(run.kept),
    graphVersion: run.graphVersion,
    seedIds: run.seedIds,
    state: run.state,
    cursor: run.cursor,
    counters: jsonOf(run.counters),
    pairs: run.counters.pairs,
    ...described(run.config),
    stored,
    write,
    lastIndex: lastIndex ?? null,
  }
}

/** Engine, preset and model, where the settings name them: for those who look at runs. */
function described(config: JsonValue): Parameters {
  const { engine, model } = config as {
    readonly engine?: { readonly generator?: unknown; readonly preset?: unknown }
    readonly model?: { readonly name?: unknown }
  }
  const text = (value: unknown): string | null => (typeof value === 'string' ? plainText(value) : null)
  const asksModel = engine?.generator === 'model'
  return {
    engine: text(engine?.generator),
    preset: asksModel ? text(engine?.preset) : null,
    model: asksModel ? text(model?.name) : null,
  }
}

export function runOf(row: Row): Run {
  return {
    id: row['id'] as string,
    config: fromJson(row['config']) as JsonValue,
    kept: fromJson(row['kept']) as JsonValue,
    graphVersion: row['graphVersion'] as string,
    seedIds: (row['seedIds'] ?? []) as string[],
    state: row['state'] as RunState,
    cursor: row['cursor'] as number,
    counters: fromJson(row['counters']) as RunCounters,
  }
}
