import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReplyMemory } from './reply-memory.ts'

const place = (): string => join(mkdtempSync(join(tmpdir(), 'replies-')), 'replies.jsonl')
const asked = { key: 'key-number-1', fingerprint: 'a' }

describe('openReplyMemory', () => {
  it('remembers across a restart, even where the last line was cut off', async () => {
    const file = place()
    await openReplyMemory(file).answer(asked, async () => ({ status: 202, body: '{"n":1}', location: '/x' }))
    appendFileSync(file, '{"key":"half')
    const again = await openReplyMemory(file).answer(asked, async () => ({ status: 500, body: 'not asked' }))
    expect(again).toEqual({ status: 202, body: '{"n":1}', location: '/x', again: true })
  })

  it('forgets after a day', async () => {
    const file = place()
    let time = 0
    const memory = openReplyMemory(file, () => time)
    await memory.answer(asked, async () => ({ status: 201, body: '1' }))
    time = 23 * 60 * 60 * 1000
    expect((await memory.answer(asked, async () => ({ status: 201, body: '2' }))).body).toBe('1')
    time = 24 * 60 * 60 * 1000 + 1
    expect((await memory.answer(asked, async () => ({ status: 201, body: '2' }))).body).toBe('2')
    openReplyMemory(file, () => 3 * time)
    expect(readFileSync(file, 'utf8')).toBe('')
  })

  it('answers 409 while the first is being answered, and lets a failed one be asked again', async () => {
    const memory = openReplyMemory(place())
    const gate = Promise.withResolvers<void>()
    const first = memory.answer(asked, async () => {
      await gate.promise
      throw new Error('failed')
    })
    await expect(memory.answer(asked, async () => ({ status: 201, body: '' }))).rejects.toMatchObject({
      kind: 'in-progress',
    })
    gate.resolve()
    await expect(first).rejects.toThrow('failed')
    expect((await memory.answer(asked, async () => ({ status: 201, body: 'now' }))).body).toBe('now')
    await expect(
      memory.answer({ ...asked, fingerprint: 'b' }, async () => ({ status: 201, body: '' })),
    ).rejects.toMatchObject({ kind: 'idempotency-mismatch' })
  })
})
