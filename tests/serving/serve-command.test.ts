import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { createClient } from '../../src/surfaces/api/client.ts'
import { makeRun } from '../explore/explored-place.ts'
import { runCommand } from '../cli/run-command.ts'

const main = resolve(import.meta.dirname, '../../src/surfaces/cli/main.ts')

describe('conceptloom serve', { timeout: 120_000 }, () => {
  it('refuses what would be unsafe or cannot be, before it listens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'conceptloom-serve-'))
    const at = (...flags: readonly string[]): ReturnType<typeof runCommand> =>
      runCommand(['serve', '--workspace', folder, '--port', '0', ...flags])
    const open = await at('--host', '0.0.0.0')
    expect([open.code, open.stderr]).toEqual([3, expect.stringContaining('a token is needed')])
    writeFileSync(join(folder, 'token'), 'short\n')
    const short = await at('--token-file', join(folder, 'token'))
    expect([short.code, short.stderr]).toEqual([3, expect.stringContaining('16 or more')])
    expect(short.stderr).not.toContain('short\n')
    expect((await at('--token-file', join(folder, 'absent'))).code).toBe(3)
    expect((await at('--port', '70000')).code).toBe(2)
    const none = await runCommand(['serve', '--workspace', join(folder, 'none')])
    expect([none.code, existsSync(join(folder, 'none'))]).toEqual([2, false])
  })

  it('tells its address, loses no run that it accepted when it is told to stop, and goes on with it', async () => {
    const { folder, stores } = await makeRun(20)
    await stores.close()
    const start = async (): Promise<{
      url: string
      stop: (signal: NodeJS.Signals) => Promise<number | null>
    }> => {
      const child = spawn(process.execPath, [main, 'serve', '--workspace', folder, '--port', '0', '--json'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const ended = once(child, 'exit') as Promise<[number | null]>
      const { value } = (await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()) as {
        value: string
      }
      const { url } = JSON.parse(value) as { url: string }
      return {
        url,
        async stop(signal) {
          child.kill(signal)
          return (await ended)[0]
        },
      }
    }
    const first = await start()
    const run = await createClient({ baseUrl: first.url }).generate({ body: { count: 300, seed: 11 } })
    expect(await first.stop('SIGTERM')).toBe(0)
    if (!('activity' in run)) throw new Error('not a run')
    const second = await start()
    const client = createClient({ baseUrl: second.url })
    const seen = new Set<string>()
    for await (const { event } of await client.watchRun({ id: run.id }))
      if (event.type === 'pair') seen.add(event.id)
    expect((await client.getRun({ id: run.id })).stored).toBe(300)
    expect(seen.size).toBe(300)
    expect(await second.stop('SIGINT')).toBe(130)
  })
})
