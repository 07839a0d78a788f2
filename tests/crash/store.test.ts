import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { StoreError } from '../../src/core/errors.ts'
import type { Pair } from '../../src/core/pair.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { samplePairs, sampleRequest } from '../contracts/samples.ts'
import { crashRun } from './store-crash-run.ts'

const writer = path.join(import.meta.dirname, 'store-writer.ts')
const random = randomAt(randomKey('store crash test'), 0)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-crash-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Writer {
  readonly child: ChildProcess
  readonly lines: string[]
  /** Resolves when a line that starts so has been printed; rejects when the child ends before. */
  said(start: string): Promise<void>
  ended(): Promise<void>
}

function watch(child: ChildProcess): Writer {
  const lines: string[] = []
  const end = once(child, 'close')
  if (child.stdout === null) throw new Error('writer without stdout')
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  return {
    child,
    lines,
    async said(start) {
      while (!lines.some((line) => line.startsWith(start))) {
        if (child.exitCode !== null) throw new Error(`writer ended before ${start}: ${lines.join('; ')}`)
        await sleep(1)
      }
    },
    ended: async () => void (await end),
  }
}

function startWriter(...options: readonly string[]): Writer {
  return watch(spawn(process.execPath, [writer, ...options], { stdio: ['ignore', 'pipe', 'inherit'] }))
}

/** What the workspace holds, after checking that file, cursor and rows agree. */
async function inspect(
  inFolder: string,
): Promise<{ readonly cursor: number; readonly replied: ReadonlySet<string> }> {
  const workspace = await openWorkspace(inFolder)
  const raw = new DatabaseSync(path.join(inFolder, 'conceptloom.sqlite'))
  expect(Object.values(raw.prepare('PRAGMA integrity_check').get() ?? {})).toEqual(['ok'])
  raw.close()
  const cursor = (await workspace.runs.byId(crashRun.id))?.cursor ?? 0
  const pairs: Pair[] = []
  for await (const batch of workspace.pairs.range(crashRun.id, { from: 0, to: 1e9 })) pairs.push(...batch)
  expect(pairs).toEqual(samplePairs(crashRun, 0, cursor))
  expect((await workspace.pairs.counts(crashRun.id)).total).toBe(cursor)
  const { requests, answered } = await workspace.ledger.totals(crashRun.id)
  expect(requests - answered).toBe((await workspace.ledger.pending(crashRun.id)).length)
  const keys = Array.from({ length: cursor / 100 }, (_, block) => sampleRequest(crashRun.id, block * 100).key)
  const held = await workspace.ledger.recall(keys)
  expect(held.size).toBe(answered)
  await workspace.close()
  return { cursor, replied: new Set(held.keys()) }
}

function acknowledged(lines: readonly string[], what: string): number {
  const last = lines.findLast((line) => line.startsWith(`${what} `))
  return last === undefined ? -1 : Number(last.split(' ')[1])
}

test('ten kills while blocks are appended lose nothing that was acknowledged', async () => {
  let before = 0
  let replies = 0
  for (let kill = 0; kill < 10; kill++) {
    const run = startWriter(folder)
    await run.said('ledger')
    await sleep(random.float() * 40)
    expect(run.child.exitCode).toBeNull()
    run.child.kill('SIGKILL')
    await run.ended()
    const { cursor, replied } = await inspect(folder)
    expect(cursor).toBeGreaterThan(before)
    expect(cursor).toBeGreaterThanOrEqual(acknowledged(run.lines, 'pairs'))
    // At most the block that was committed but not yet reported is beyond the last line.
    expect(cursor).toBeLessThanOrEqual(acknowledged(run.lines, 'pairs') + 100)
    const paid = run.lines.filter((line) => line.startsWith('ledger '))
    for (const line of paid)
      expect(replied).toContain(sampleRequest(crashRun.id, Number(line.split(' ')[1])).key)
    replies += paid.length
    before = cursor
  }
  expect(replies).toBeGreaterThanOrEqual(10)
}, 120_000)

test('a log cut or overwritten at any place opens with an unbroken prefix', async () => {
  const workspace = await openWorkspace(folder)
  for (let block = 0; block < 12; block++) {
    const [from, to] = [block * 100, block * 100 + 100] as const
    await workspace.pairs.appendBlock({ ...crashRun, cursor: to }, samplePairs(crashRun, from, to))
  }
  const file = path.join(folder, 'conceptloom.sqlite')
  const size = statSync(`${file}-wal`).size
  expect(size).toBeGreaterThan(12 * 8192)
  const cursors = new Set<number>()
  for (let round = 0; round < 25; round++) {
    const torn = path.join(folder, `torn-${round}`)
    mkdirSync(torn)
    const copy = path.join(torn, 'conceptloom.sqlite')
    copyFileSync(file, copy)
    copyFileSync(`${file}-wal`, `${copy}-wal`)
    const at = random.integer(0, size - 1)
    if (round < 20) truncateSync(`${copy}-wal`, at)
    else overwrite(`${copy}-wal`, at)
    cursors.add((await inspect(torn)).cursor)
  }
  await workspace.close()
  // The cuts must really have landed at different blocks.
  expect(cursors.size).toBeGreaterThan(5)
})

function overwrite(file: string, at: number): void {
  const bytes = readFileSync(file)
  for (let place = at; place < Math.min(at + 4096, bytes.length); place++)
    bytes[place] = random.integer(0, 255)
  writeFileSync(file, bytes)
}

test('a claim keeps a second process away until its holder is dead', async () => {
  const holder = startWriter(folder)
  await holder.said('pairs')
  const workspace = await openWorkspace(folder)
  const refusal = workspace.runs.claim(crashRun.id)
  await expect(refusal).rejects.toThrow(StoreError)
  await expect(refusal).rejects.toThrow(`process ${holder.child.pid} on ${hostname()}`)
  await workspace.runs.release(crashRun.id)
  await expect(workspace.runs.claim(crashRun.id)).rejects.toThrow(/wait until it ends/)
  holder.child.kill('SIGKILL')
  await holder.ended()
  await workspace.runs.claim(crashRun.id)
  const second = startWriter(folder, '1')
  await second.ended()
  expect(second.lines.join()).toMatch(/^failed StoreError run .* is taken: process/)
  await workspace.runs.release(crashRun.id)
  // A claim that was not released ends with its workspace.
  await workspace.runs.claim(crashRun.id)
  await workspace.close()
  const third = startWriter(folder, '1')
  await third.ended()
  expect(third.lines).toContain('open')
})

test('a claim of another host is refused, naming it', async () => {
  const workspace = await openWorkspace(folder)
  await workspace.runs.claim(crashRun.id)
  const raw = new DatabaseSync(path.join(folder, 'conceptloom.sqlite'))
  raw.exec("UPDATE run_claim SET host = 'elsewhere', pid = 1")
  raw.close()
  await expect(workspace.runs.claim(crashRun.id)).rejects.toThrow(
    /process 1 on elsewhere.*if that machine is gone/,
  )
  await workspace.close()
})

test('a pid that now belongs to another process does not hold a claim', async () => {
  const workspace = await openWorkspace(folder)
  await workspace.runs.claim(crashRun.id)
  const raw = new DatabaseSync(path.join(folder, 'conceptloom.sqlite'))
  raw.exec("UPDATE run_claim SET started = 'before the last boot'")
  raw.close()
  await workspace.runs.claim(crashRun.id)
  await workspace.close()
})

test('a folder that cannot be written gives a StoreError with a remedy', async () => {
  // Root may write anywhere, so the writer becomes another user first.
  const asOther = process.getuid?.() === 0 ? ['65534'] : []
  chmodSync(folder, 0o555)
  for (const target of [folder, path.join(folder, 'new')]) {
    const run = startWriter(target, '1', ...asOther)
    await run.ended()
    expect(run.lines.join()).toMatch(/^failed StoreError .*choose another --workspace/)
    expect(run.lines.join()).toContain(target)
  }
  const underFile = path.join(folder, 'file', 'below')
  chmodSync(folder, 0o755)
  writeFileSync(path.join(folder, 'file'), '')
  await expect(openWorkspace(underFile)).rejects.toThrow(StoreError)
})

test('a full disk stops with a StoreError and keeps what was acknowledged', async () => {
  // 3 MiB per file, whether the shell counts in blocks of 512 or 1024 bytes: then writes fail as on a full disk.
  const script = 'ulimit -f 3000; exec "$0" "$@"'
  const limited = ['-c', script, process.execPath, writer, folder]
  const run = watch(spawn('sh', limited, { stdio: ['ignore', 'pipe', 'inherit'] }))
  await run.ended()
  expect(run.lines.at(-1)).toMatch(/^failed StoreError .*(disk|space)/)
  const last = acknowledged(run.lines, 'pairs')
  expect(last).toBeGreaterThan(100)
  expect((await inspect(folder)).cursor).toBe(last)
  const again = startWriter(folder, '2')
  await again.ended()
  expect((await inspect(folder)).cursor).toBe(last + 200)
})
