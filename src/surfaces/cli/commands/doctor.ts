import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { commandWith, configOf, type Flags } from '../options.ts'

/** One thing that was looked at, and how to mend it. */
interface Finding {
  readonly what: string
  readonly ok: boolean
  readonly detail: string
  readonly remedy?: string
}

/** `conceptloom doctor`: what works here and what does not. */
export function doctorCommand(): Command {
  const command = commandWith('doctor', ['place'])
    .description('check Node, the workspace and its runs')
    .action(async (flags) => doctorAction(flags as Flags))
  return command as unknown as Command
}

async function doctorAction(flags: Flags): Promise<void> {
  const { config } = configOf(flags)
  const findings = [
    checkNode(),
    checkFolder(config.run.workspace),
    ...(await checkRuns(config.run.workspace)),
  ]
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify(findings)}\n`)
  else for (const finding of findings) process.stdout.write(describe(finding))
  if (findings.some((finding) => !finding.ok)) process.exitCode = 1
}

function describe({ what, ok, detail, remedy }: Finding): string {
  return `${ok ? 'ok  ' : 'FAIL'} ${what}: ${detail}${ok || remedy === undefined ? '' : `\n     ${remedy}`}\n`
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 24 || (major === 24 && minor >= 15)
  return {
    what: 'Node',
    ok,
    detail: process.versions.node,
    remedy: 'install Node 24.15 or newer; `npm ci` brings one for npm scripts',
  }
}

function checkFolder(workspace: string): Finding {
  const folder = existsSync(workspace) ? workspace : '.'
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    return {
      what: 'workspace',
      ok: false,
      detail: `${resolve(workspace)} cannot be written`,
      remedy: 'choose another with --workspace DIR',
    }
  }
  const { bavail, bsize } = statfsSync(folder)
  const free = (bavail * bsize) / 2 ** 30
  return {
    what: 'workspace',
    ok: free > 1,
    detail: `${workspace}${folder === workspace ? '' : ' (not made yet)'}, ${free.toFixed(1)} GiB free`,
    remedy: 'a million pairs need about 2 GiB; free some space',
  }
}

async function checkRuns(workspace: string): Promise<readonly Finding[]> {
  if (!existsSync(workspace)) return []
  const { openExistingStores } = await import('../../../wire.ts')
  try {
    const stores = await openExistingStores(workspace)
    const runs = await stores.runs.list()
    await stores.close()
    return [
      { what: 'store', ok: true, detail: `${runs.length} runs` },
      ...runs.map((run) => ({
        what: `run ${run.id.slice(0, 12)}`,
        ok: true,
        detail: `${run.state}, ${run.counters.pairs} pairs`,
      })),
    ]
  } catch (error) {
    return [{ what: 'store', ok: false, detail: error instanceof Error ? error.message : String(error) }]
  }
}
