import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint, folder, rowsOf, runArgs } from './run-place.ts'
import { finished, runCommand, startCommand } from './run-command.ts'

/** Until pairs are being made, or the command has ended. */
async function untilWeaving(child: ReturnType<typeof startCommand>): Promise<void> {
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (text: Buffer) => {
      if (text.includes('Walk and weave')) resolve()
    })
    child.once('exit', () => resolve())
  })
}

describe('conceptloom run, again and again', () => {
  it('gives the same bytes in another folder, and when it is run again', { timeout: 120_000 }, async () => {
    const [first, second] = [folder(), folder()]
    await runCommand(runArgs(first))
    await runCommand(runArgs(second))
    const before = fingerprint(join(first, 'out'))
    expect(Object.keys(before).length).toBeGreaterThan(8)
    expect(fingerprint(join(second, 'out'))).toEqual(before)
    expect((await runCommand(runArgs(second))).code).toBe(0)
    expect(fingerprint(join(second, 'out'))).toEqual(before)
  })

  it('resumes to the same bytes after kill -9', { timeout: 180_000 }, async () => {
    const whole = folder()
    await runCommand(runArgs(whole))
    const place = folder()
    let kills = 0
    for (const wait of [0, 150, 300]) {
      const child = startCommand(runArgs(place))
      const end = finished(child)
      await untilWeaving(child)
      setTimeout(() => child.kill('SIGKILL'), wait)
      if ((await end).code === null) kills++
    }
    expect(kills).toBeGreaterThan(0)
    expect((await runCommand(runArgs(place))).code).toBe(0)
    expect(fingerprint(join(place, 'out'))).toEqual(fingerprint(join(whole, 'out')))
  })

  it(
    'stops at Ctrl-C with exit code 130, and --resume finishes into the folder it was told',
    { timeout: 120_000 },
    async () => {
      const place = folder()
      const child = startCommand(runArgs(place, ['--count', '400']))
      const end = finished(child)
      await untilWeaving(child)
      child.kill('SIGINT')
      const stopped = await end
      expect(stopped.code, stopped.stderr).toBe(130)
      expect(stopped.stderr).toContain('--resume')
      const resumed = await runCommand(['run', '--resume', '--workspace', join(place, 'work'), '--json'])
      expect(resumed.code, resumed.stderr).toBe(0)
      expect(JSON.parse(resumed.stdout)).toMatchObject({
        state: 'finished',
        pairs: { stored: 400 },
        seeds: { read: 403 },
      })
      expect(rowsOf(place).length).toBeGreaterThan(300)
      const again = await runCommand(['run', '--resume', '--workspace', join(place, 'work')])
      expect(again.code).toBe(2)
    },
  )
})
