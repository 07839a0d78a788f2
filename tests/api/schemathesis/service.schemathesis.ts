import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../ask.ts'
import { servePlace, type ServedPlace } from '../served-place.ts'

const setUp = spawnSync('sh', [join(import.meta.dirname, 'set-up.sh')], { encoding: 'utf8' })
const missing = setUp.status === 0 ? undefined : setUp.stderr.trim()
if (missing !== undefined) {
  if (process.env['CI'] === 'true' || setUp.status !== 69) throw new Error(`no schemathesis: ${missing}`)
  process.stderr.write(`SKIPPED, no schemathesis here: ${missing}\n`)
}

/** Runs a tool of the environment; its output where it failed. */
async function run(name: string, args: readonly string[], folder: string): Promise<string | undefined> {
  const child = spawn(join(setUp.stdout.trim(), 'bin', name), args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  })
  const output: string[] = []
  child.stdout.on('data', (chunk) => void output.push(String(chunk)))
  child.stderr.on('data', (chunk) => void output.push(String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  process.stderr.write(output.join(''))
  return code === 0 ? undefined : output.join('')
}

describe.skipIf(missing !== undefined)('the service by its OpenAPI document', () => {
  let place: ServedPlace
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-schemathesis-'))
  beforeAll(async () => {
    place = await servePlace({ count: 100 })
  })
  afterAll(async () => place.stop())

  it('has a valid document', async () => {
    const { text } = await ask(place.port, { path: '/v1/openapi.json' })
    writeFileSync(join(folder, 'openapi.json'), text)
    expect(await run('openapi-spec-validator', ['openapi.json'], folder)).toBeUndefined()
  })

  it('passes all checks of schemathesis', async () => {
    const flags = [
      '--checks',
      'all',
      '--max-examples',
      process.env['EXAMPLES'] ?? '6',
      '--workers',
      '2',
      '--seed',
      '1',
    ]
    const args = [
      '--config-file',
      join(import.meta.dirname, 'schemathesis.toml'),
      'run',
      ...flags,
      '--request-timeout',
      '120',
      `${place.url}v1/openapi.json`,
    ]
    expect(await run('schemathesis', args, folder)).toBeUndefined()
  })
})
