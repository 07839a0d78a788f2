import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ApiProblem } from './problems.ts'

/** A reply as it is given again. */
export interface KeptReply {
  readonly status: number
  /** JSON. */
  readonly body: string
  readonly location?: string
}

/** Replies by `Idempotency-Key`. */
export interface ReplyMemory {
  /**
   * The kept reply of `key`, or that of `work`, which is kept.
   *
   * @param fingerprint  what tells one request from another
   * @throws ApiProblem 409 while the first request is being answered, 422 where it was another request
   */
  answer(
    asked: { readonly key: string; readonly fingerprint: string },
    work: () => Promise<KeptReply>,
  ): Promise<KeptReply & { readonly again: boolean }>
}

const day = 24 * 60 * 60 * 1000
const mostReplies = 10_000
const mostBytes = 64 * 1024 * 1024

const lineSchema = z.strictObject({
  key: z.string(),
  fingerprint: z.string(),
  time: z.number(),
  status: z.int(),
  body: z.string(),
  location: z.string().exactOptional(),
})
type Line = z.infer<typeof lineSchema>

/**
 * Keeps replies for 24 hours in a file of JSON lines, so that a restart does not forget them; at most 10,000 replies and 64 MiB,
 * the oldest go first. What failed is not kept: it may be asked again.
 */
export function openReplyMemory(file: string, now: () => number = () => Date.now()): ReplyMemory {
  const kept = new Map<string, Line>()
  let bytes = 0
  const forget = (key: string): void => {
    bytes -= kept.get(key)?.body.length ?? 0
    kept.delete(key)
  }
  const hold = (line: Line): void => {
    forget(line.key)
    kept.set(line.key, line)
    bytes += line.body.length
    for (const [key, { time }] of kept) {
      if (time > now() - day && kept.size <= mostReplies && bytes <= mostBytes) break
      forget(key)
    }
  }
  for (const line of readLines(file)) hold(line)
  rewrite(file, [...kept.values()])
  const answering = new Set<string>()
  return {
    async answer({ key, fingerprint }, work) {
      const earlier = kept.get(key)
      if (earlier !== undefined && earlier.time > now() - day) {
        if (earlier.fingerprint !== fingerprint)
          throw new ApiProblem('idempotency-mismatch', 'use a new Idempotency-Key for a new request')
        const { status, body, location } = earlier
        return { status, body, ...(location === undefined ? {} : { location }), again: true }
      }
      if (answering.has(key))
        throw new ApiProblem('in-progress', 'wait for the first reply', { headers: { 'Retry-After': '1' } })
      answering.add(key)
      try {
        const reply = await work()
        const line = { key, fingerprint, time: now(), ...reply }
        appendFileSync(file, `${JSON.stringify(line)}\n`)
        hold(line)
        return { ...reply, again: false }
      } finally {
        answering.delete(key)
      }
    },
  }
}

/** Lines that can be read: the last one may have been cut off. */
function readLines(file: string): readonly Line[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [lineSchema.parse(JSON.parse(text))]
      } catch {
        return []
      }
    })
}

function rewrite(file: string, lines: readonly Line[]): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
