import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../neo4j/find-chromium.ts'
import { addressOf } from './service-address.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the service answers; null where no browser is at hand. */
    serviceAddress: string | null
    /** Screenshots are put here. */
    pictures: string
  }
}

const root = resolve(import.meta.dirname, '../..')
const program = join(root, 'src/surfaces/cli/main.ts')

/**
 * Builds the page, makes a finished run of 600 pairs, and serves it on a free port. `E2E_ADDRESS` names a service that runs already;
 * `E2E_PICTURES` a folder for the screenshots.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const place = mkdtempSync(join(tmpdir(), 'conceptloom-e2e-'))
  project.provide(
    'pictures',
    process.env['E2E_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'conceptloom-pictures-')),
  )
  const remove = (): void => rmSync(place, { recursive: true, force: true })
  if (findChromium() === undefined) {
    if (process.env['CI'] === 'true') throw new Error('no Chromium')
    console.log('-- no Chromium, the tests of the page are skipped')
    project.provide('serviceAddress', null)
    return async () => remove()
  }
  const given = process.env['E2E_ADDRESS']
  if (given !== undefined) {
    project.provide('serviceAddress', given)
    return async () => remove()
  }
  execFileSync(join(root, 'node_modules/.bin/vite'), ['build', 'src/surfaces/web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  const workspace = join(place, 'workspace')
  const run = [
    'run',
    '--seeds',
    'seeds',
    '--count',
    '600',
    '--out',
    join(place, 'out'),
    '--workspace',
    workspace,
  ]
  execFileSync(process.execPath, [program, ...run], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const service = spawn(process.execPath, [program, 'serve', '--port', '0', '--workspace', workspace], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  project.provide('serviceAddress', await addressOf(service))
  return async () => {
    const closed = once(service, 'exit')
    service.kill('SIGTERM')
    await closed
    remove()
  }
}
