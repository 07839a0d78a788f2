import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../neo4j/find-chromium.ts'
import { buildPage, runCommand, serveWorkspace } from './serve-workspace.ts'

/** A finished run, as `conceptloom run` left it. */
export interface MadeRun {
  /** Its workspace, which nobody serves: who needs one of their own takes a copy. */
  readonly workspace: string
  /** What `conceptloom run --json` printed. */
  readonly printed: string
  /** Folder of the dataset that it wrote. */
  readonly out: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the service answers; null where no browser is at hand. */
    serviceAddress: string | null
    /** The run that is served; null where no browser is at hand or the service was given. */
    madeRun: MadeRun | null
    /** Screenshots are put here. */
    pictures: string
  }
}

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
  const given = findChromium() === undefined ? undefined : process.env['E2E_ADDRESS']
  if (findChromium() === undefined || given !== undefined) {
    if (process.env['CI'] === 'true') throw new Error('no Chromium, or not a service of our own')
    if (given === undefined) console.log('-- no Chromium, the tests of the page are skipped')
    project.provide('serviceAddress', given ?? null)
    project.provide('madeRun', null)
    return async () => remove()
  }
  buildPage()
  const [workspace, served, out] = ['made', 'served', 'out'].map((name) => join(place, name)) as [
    string,
    string,
    string,
  ]
  const words = ['--seeds', 'seeds', '--count', '600', '--out', out, '--workspace', workspace, '--json']
  const printed = runCommand('run', ...words)
  cpSync(workspace, served, { recursive: true })
  const { address, stop } = await serveWorkspace(served)
  project.provide('serviceAddress', address)
  project.provide('madeRun', { workspace, printed, out })
  return async () => {
    await stop()
    remove()
  }
}
