import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import type { Run } from '../../core/run.ts'
import type { RunCopy } from '../../pipeline/copy-run.ts'
import type { RunStores } from '../../pipeline/run-pipeline.ts'
import type { Workspace } from '../../wire.ts'
import { configOf, type Flags } from './options.ts'
import { watchInterrupt } from './watch-interrupt.ts'

/** `conceptloom neo4j push`: runs of the workspace to Neo4j. */
export async function pushAction(flags: Flags): Promise<void> {
  const { annotate, openExistingStores, openNeo4j } = await import('../../wire.ts')
  const { workspace } = configOf(flags).config.run
  const local = await openExistingStores(workspace)
  try {
    // A push holds little for long and makes much garbage: collect it early.
    setFlagsFromString('--heap-growing-percent=40')
    const runs = await chosenRuns(flags, local)
    if (typeof flags['offline'] === 'string') return await pushOffline(flags, { local, runs })
    const remote = await openNeo4j(workspace, 'write')
    try {
      print(await copyRuns(runs, local, remote), flags)
      await annotate(remote, local.ledger)
    } finally {
      await remote.close()
    }
  } finally {
    await local.close()
  }
}

/** Writes files for `neo4j-admin database import` and tells how to use them. */
async function pushOffline(
  flags: Flags,
  { local, runs }: { readonly local: Workspace; readonly runs: readonly Run[] },
): Promise<void> {
  const { annotate, openImportFolder } = await import('../../wire.ts')
  const folder = String(flags['offline'])
  const files = await openImportFolder(folder)
  try {
    print(await copyRuns(runs, local, files), flags)
    await annotate(files, local.ledger)
  } finally {
    await files.close()
  }
  process.stderr.write(
    `import into an empty database, its server stopped:\n  conceptloom neo4j import ${folder}\nor, with a Neo4j of your own, in ${folder}:\n  ${files.command}\n`,
  )
}

/** `conceptloom neo4j pull`: runs of Neo4j to the workspace. */
export async function pullAction(flags: Flags): Promise<void> {
  const { openNeo4j, openStores } = await import('../../wire.ts')
  const { workspace } = configOf(flags).config.run
  const remote = await openNeo4j(workspace, 'read')
  try {
    const runs = await chosenRuns(flags, remote)
    const local = await openStores(workspace)
    try {
      print(await copyRuns(runs, remote, local), flags)
    } finally {
      await local.close()
    }
  } finally {
    await remote.close()
  }
}

/** `conceptloom neo4j import`: files of `push --offline` into the server of the workspace. */
export async function importAction(folder: string, flags: Flags): Promise<void> {
  const [{ neo4jServer }, { UsageError }] = await Promise.all([
    import('../../wire.ts'),
    import('../../core/errors.ts'),
  ])
  if (!existsSync(folder)) throw new UsageError(`no such folder: ${folder}; write one with push --offline`)
  const { importFiles } = await neo4jServer()
  process.stdout.write(`${await importFiles(configOf(flags).config.run.workspace, folder)}\n`)
}

/** The run that is meant, or all of them, the one stored first first: pairs may come from those of earlier runs. */
async function chosenRuns(flags: Flags, stores: RunStores): Promise<readonly Run[]> {
  if (flags['all'] === true) return (await stores.runs.list()).toReversed()
  const { findRun } = await import('../../pipeline/stored-run.ts')
  return [await findRun(stores.runs, flags['run'] as string | undefined)]
}

async function copyRuns(runs: readonly Run[], from: RunStores, to: RunStores): Promise<readonly RunCopy[]> {
  const [{ copyRun }, { copyStages }, { withProgress }] = await Promise.all([
    import('../../pipeline/copy-run.ts'),
    import('../../pipeline/progress.ts'),
    import('./show-progress.ts'),
  ])
  const interruption = watchInterrupt()
  const { signal } = interruption
  const copies: RunCopy[] = []
  try {
    for (const run of runs)
      copies.push(await withProgress(copyStages, (progress) => copyRun({ run, from, to, progress, signal })))
  } finally {
    interruption.stop()
  }
  return copies
}

function print(copies: readonly RunCopy[], flags: Flags): void {
  for (const copy of copies)
    process.stdout.write(
      flags['json'] === true
        ? `${JSON.stringify(copy)}\n`
        : `run ${copy.runId.slice(0, 12)}: ${copy.seeds} seeds, ${copy.pairs} pairs and ${copy.marks} marks written\n`,
    )
}
