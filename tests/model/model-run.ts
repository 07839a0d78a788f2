import { createHash } from 'node:crypto'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import type { ContentId } from '../../src/core/identity.ts'
import type { RunSummary } from '../../src/pipeline/summarise-run.ts'
import { finished, runCommand, startCommand, type CommandResult } from '../cli/run-command.ts'
import type { FakeModelServer } from '../fake-model-server/start.ts'

const bundledSeeds = path.resolve(import.meta.dirname, '../../seeds')
/** Far more than any test spends: the served model has no price, so a run needs some cap. */
const enoughTokens = '1000000000'

/** Where one run lives: its seeds, workspace and dataset. */
export interface RunPlace {
  readonly folder: string
  readonly seeds: string
  readonly workspace: string
  readonly out: string
}

/** A place of its own, with seeds of all the bundled subjects in turn. */
export function makePlace(parent: string, name: string, seedCount = 50): RunPlace {
  const folder = path.join(parent, name)
  mkdirSync(folder, { recursive: true })
  const subjects = readdirSync(bundledSeeds)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => readFileSync(path.join(bundledSeeds, file), 'utf8').trim().split('\n'))
  const rows = Array.from({ length: 1000 }, (_, turn) => subjects.flatMap((lines) => lines[turn] ?? []))
  const seeds = path.join(folder, 'seeds.jsonl')
  writeFileSync(seeds, rows.flat().slice(0, seedCount).join('\n'))
  return { folder, seeds, workspace: path.join(folder, 'work'), out: path.join(folder, 'out') }
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'conceptloom-model-'))
}

export interface ModelRunOptions {
  readonly server: Pick<FakeModelServer, 'baseUrl'>
  readonly place: RunPlace
  /** @default 'sk-test' */
  readonly key?: string
  /** Variables of the process beside those of the endpoint. */
  readonly environment?: Readonly<Record<string, string>>
  /** Writes the dataset. @default true */
  readonly exports?: boolean
  /** Further flags; a later one wins. */
  readonly flags?: readonly string[]
}

/** Arguments of a run whose seeds a model labels and whose pairs it writes. */
function argumentsOf({ place, exports = true, flags = [] }: ModelRunOptions): string[] {
  const { seeds, workspace, out } = place
  const places = ['--seeds', seeds, '--workspace', workspace, ...(exports ? ['--out', out] : [])]
  return [
    'run',
    '--engine',
    'model',
    '--model',
    'fake',
    '--max-tokens',
    enoughTokens,
    ...places,
    '--json',
    ...flags,
  ]
}

function environmentOf({
  server,
  key = 'sk-test',
  environment = {},
}: ModelRunOptions): Record<string, string> {
  return {
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: key,
    NODE_OPTIONS: '',
    // The many short lives of these tests start faster.
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'conceptloom-compile-cache'),
    ...environment,
  }
}

export interface ModelRunResult extends CommandResult {
  /** Absent where the run ended before it had anything to sum up. */
  readonly summary: RunSummary | undefined
}

/** Runs the command line to its end in a process of its own. */
export async function runModel(options: ModelRunOptions): Promise<ModelRunResult> {
  return withSummary(await runCommand(argumentsOf(options), { env: environmentOf(options) }))
}

/** Another command on the workspace of a run. */
export async function commandOn(options: ModelRunOptions, args: readonly string[]): Promise<CommandResult> {
  const { workspace } = options.place
  return runCommand([...args, '--workspace', workspace], { env: environmentOf(options) })
}

export interface StartedRun {
  readonly child: ChildProcess
  readonly ended: Promise<ModelRunResult>
  readonly running: boolean
}

export function startModel(options: ModelRunOptions): StartedRun {
  const child = startCommand(argumentsOf(options), { env: environmentOf(options) })
  child.stdin?.end()
  return {
    child,
    ended: finished(child).then(withSummary),
    get running() {
      return child.exitCode === null && child.signalCode === null
    },
  }
}

function withSummary(result: CommandResult): ModelRunResult {
  const { stdout } = result
  return { ...result, summary: stdout.startsWith('{') ? (JSON.parse(stdout) as RunSummary) : undefined }
}

/** Waits until the server was asked `more` requests beyond `from`. @throws when the run ends before */
export async function untilAsked(
  server: FakeModelServer,
  { child }: StartedRun,
  requests: number,
): Promise<void> {
  while ((await server.stats()).requests < requests) {
    if (child.exitCode !== null) throw new Error(`the run ended before request ${requests}`)
    await sleep(5)
  }
}

/** SHA-256 of every file of a dataset, by its path. */
export function datasetHashes(out: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesBelow(out).map((file) => [
      path.relative(out, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
}

export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** What the workspace itself holds, read without the command line. */
export interface StoredPairs {
  readonly state: string
  /** Counted ones: neither rejected nor for review. */
  readonly pairs: number
  readonly ids: readonly ContentId[]
}

export async function storedPairs(workspaceFolder: string): Promise<StoredPairs> {
  const workspace = await openWorkspace(workspaceFolder)
  try {
    const [run] = await workspace.runs.list()
    if (run === undefined) throw new Error(`no run: ${workspaceFolder}`)
    const ids: ContentId[] = []
    let pairs = 0
    for await (const batch of workspace.pairs.range(run.id, { from: 0, to: run.cursor }))
      for (const pair of batch) {
        ids.push(pair.id)
        if (pair.marks.length === 0) pairs++
      }
    return { state: run.state, pairs, ids }
  } finally {
    await workspace.close()
  }
}
