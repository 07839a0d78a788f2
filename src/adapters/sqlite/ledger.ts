import { StoreError } from '../../core/errors.ts'
import { isContentId, type JsonValue } from '../../core/identity.ts'
import type { Ledger, LedgerReply, LedgerRequest } from '../../core/ports.ts'
import { idBytes, idText, jsonText, parseJson, textOf, textValue } from './column-values.ts'
import { openGroupCommit } from './group-commit.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

/**
 * Requests and replies. Replies are kept by attempt: a `failed` one may be followed by another, and `totals` counts what every one
 * of them cost; `recall` gives the last. An answer or a refusal is final: a later reply to its key changes nothing.
 */
export function openLedger({ database, closing }: WorkspaceParts): Ledger {
  const commits = openGroupCommit(database)
  const insertRequest = database.prepare(
    'INSERT INTO request (key, run, purpose, body) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const selectRequest = database.prepare('SELECT number FROM request WHERE key = ?')
  const selectReply = database.prepare('SELECT * FROM reply WHERE request = ? ORDER BY attempt DESC LIMIT 1')
  const insertReply = database.prepare(`
    INSERT INTO reply (request, attempt, outcome, body, prompt_tokens, completion_tokens, cost)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const selectPending = database.prepare(`
    SELECT key, run, purpose, body FROM request q
    WHERE run = ? AND NOT EXISTS (SELECT 1 FROM reply WHERE request = q.number) ORDER BY number`)
  const selectTotals = database.prepare(`
    SELECT count(DISTINCT q.number) AS requests, count(CASE WHEN outcome = 'answered' THEN 1 END) AS answered,
           coalesce(sum(prompt_tokens), 0) AS prompt_tokens, coalesce(sum(completion_tokens), 0) AS completion_tokens,
           coalesce(sum(cost), 0) AS cost
    FROM request q LEFT JOIN reply r ON r.request = q.number WHERE q.run = ?`)

  function numberOf(key: string): number | undefined {
    const number = isContentId(key) ? selectRequest.get(idBytes(key))?.['number'] : undefined
    return number === undefined ? undefined : Number(number)
  }

  function store(reply: LedgerReply, number: number): void {
    const before = selectReply.get(number)
    if (
      before !== undefined &&
      (before['outcome'] !== 'failed' || sameReply(replyOf(reply.key, before), reply))
    )
      return
    const { outcome, promptTokens, completionTokens, cost } = reply
    const attempt = Number(before?.['attempt'] ?? -1) + 1
    insertReply.run(number, attempt, outcome, jsonText(reply.body), promptTokens, completionTokens, cost)
  }

  return {
    async begin(requests) {
      // Turned into values at once, so that a request that is not JSON rejects its own call and nobody else's.
      const rows = requests.map(
        ({ key, runId, purpose, body }) =>
          [idBytes(key), idBytes(runId), textValue(purpose), jsonText(body)] as const,
      )
      await commits.add(() => {
        for (const row of rows) insertRequest.run(...row)
      })
    },
    async record(replies) {
      await commits.add(() => {
        const numbers = replies.map(({ key }) => numberOf(key))
        const unknown = replies[numbers.indexOf(undefined)]
        if (unknown !== undefined)
          throw new StoreError(`reply without request: ${unknown.key}; begin the request before it is sent`)
        for (const [place, reply] of replies.entries()) store(reply, numbers[place] as number)
      })
    },
    async recall(keys) {
      return database.attempt(() => {
        const found = new Map<string, LedgerReply>()
        for (const key of keys) {
          const number = numberOf(key)
          const row = number === undefined ? undefined : selectReply.get(number)
          if (row !== undefined) found.set(key, replyOf(key, row))
        }
        return found
      })
    },
    async pending(runId) {
      if (!isContentId(runId)) return []
      return database.attempt(() => selectPending.all(idBytes(runId)).map(requestOf))
    },
    async totals(runId) {
      const row = database.attempt(() => selectTotals.get(Buffer.from(runId, 'hex')))
      return {
        requests: Number(row?.['requests']),
        answered: Number(row?.['answered']),
        promptTokens: Number(row?.['prompt_tokens']),
        completionTokens: Number(row?.['completion_tokens']),
        cost: Number(row?.['cost']),
      }
    },
    close: closing(() => commits.flush()),
  }
}

function requestOf(row: Readonly<Record<string, unknown>>): LedgerRequest {
  return {
    key: idText(row['key']),
    runId: idText(row['run']),
    purpose: textOf(row['purpose']),
    body: parseJson(row['body']) as JsonValue,
  }
}

function replyOf(key: string, row: Readonly<Record<string, unknown>>): LedgerReply {
  return {
    key,
    outcome: row['outcome'] as LedgerReply['outcome'],
    body: parseJson(row['body']) as JsonValue,
    promptTokens: Number(row['prompt_tokens']),
    completionTokens: Number(row['completion_tokens']),
    cost: Number(row['cost']),
  }
}

function sameReply(one: LedgerReply, other: LedgerReply): boolean {
  return (
    one.outcome === other.outcome &&
    jsonText(one.body) === jsonText(other.body) &&
    one.promptTokens === other.promptTokens &&
    one.completionTokens === other.completionTokens &&
    one.cost === other.cost
  )
}
