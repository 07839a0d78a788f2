import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../../core/config.ts'
import { BusyError, ConflictError } from '../../core/errors.ts'
import { sha256, type ContentId } from '../../core/identity.ts'
import type { RunStore } from '../../core/ports.ts'
import type { DatasetRequest, DatasetView } from '../../surfaces/api/contract/datasets.ts'
import { findRun } from '../stored-run.ts'
import type { RunningJob, StartJob } from './job.ts'
import type { DatasetDesk, DatasetFile } from './service.ts'

export interface DatasetDeskParts {
  readonly runs: RunStore
  /** As the service was started. */
  readonly config: Config
  readonly startJob: StartJob
}

const namePattern = /^[a-z0-9][a-z0-9_-]{0,63}$/
/** Datasets that may wait while one is written. */
const mostWaiting = 8
/** Milliseconds that a job is given when the service closes; a dataset appears whole or not at all. */
const patience = 1000

/** Datasets in `<workspace>/datasets/<name>`, one written at a time by a process of its own. */
export function openDatasetDesk({
  runs,
  config,
  startJob,
}: DatasetDeskParts): DatasetDesk & { close(): Promise<void> } {
  const root = path.join(config.run.workspace, 'datasets')
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let writing: RunningJob | undefined
  let closed = false

  async function write(runId: ContentId, request: DatasetRequest): Promise<void> {
    if (closed) throw new BusyError('the service is closing; try again')
    const { name, size, balance, minimumRung, formats } = request
    const { size: _size, ...dataset } = config.dataset
    writing = startJob(
      {
        kind: 'dataset',
        runId,
        config: {
          ...config,
          dataset: {
            ...dataset,
            ...(size === undefined ? {} : { size }),
            balance: balance ?? 'coverage',
            minRung: minimumRung ?? 2,
            formats: formats ?? ['messages', 'parquet'],
          },
          run: { ...config.run, out: path.join(root, name) },
        },
      },
      () => {},
    )
    const end = await writing.ended
    writing = undefined
    if (end.kind === 'done') return
    if (end.kind === 'crashed') throw new Error(`dataset ${name}: ${end.message}`)
    throw new ConflictError(end.message.replaceAll(path.join(root, name), name).replaceAll(root, ''))
  }

  /** The folder of a dataset, as it really stands; nothing that is linked from elsewhere. */
  async function folderOf(name: string): Promise<string | undefined> {
    if (!namePattern.test(name)) return undefined
    const [real, realRoot] = await Promise.all([realOf(path.join(root, name)), realOf(root)])
    return real !== undefined && realRoot !== undefined && real === path.join(realRoot, name)
      ? real
      : undefined
  }

  async function view(name: string): Promise<DatasetView | undefined> {
    const folder = await folderOf(name)
    return folder === undefined ? undefined : readDataset(folder, name)
  }

  return {
    async build(request) {
      if (!namePattern.test(request.name))
        throw new ConflictError('dataset name: lower-case letters, digits, - and _')
      const run = await findRun(runs, request.run)
      if (waiting > mostWaiting) throw new BusyError(`queue full: ${waiting} datasets wait; try again later`)
      waiting++
      const written = turn.then(() => write(run.id, request))
      turn = written.catch(() => {})
      try {
        await written
      } finally {
        waiting--
      }
      const built = await view(request.name)
      if (built === undefined) throw new ConflictError(`dataset ${request.name} is gone; build it again`)
      return built
    },
    async list() {
      const names = await readdir(root).catch(() => [])
      const views = await Promise.all(names.map(view))
      return views.filter((each) => each !== undefined).sort((one, other) => (one.name < other.name ? -1 : 1))
    },
    view,
    async file(name, file) {
      const folder = await folderOf(name)
      if (folder === undefined) return undefined
      // Only what the dataset itself lists can be had; its real place is looked at all the same.
      const listed = (await readDataset(folder, name))?.files.find((each) => each.path === file)
      if (listed === undefined) return undefined
      const real = await realOf(path.join(folder, file))
      if (real !== path.join(folder, file)) return undefined
      return { ...listed, path: real } satisfies DatasetFile
    },
    async close() {
      closed = true
      writing?.stop(patience)
      await turn
    },
  }
}

async function realOf(file: string): Promise<string | undefined> {
  return realpath(file).catch(() => undefined)
}

interface Manifest {
  readonly tool?: unknown
  readonly kind?: unknown
  readonly rows: number
  readonly splits: Readonly<Record<string, number>>
  readonly runs: readonly string[]
  readonly files: readonly DatasetFile[]
}

/** What a folder says of itself; `undefined` where it is no dataset of ours. */
async function readDataset(folder: string, name: string): Promise<DatasetView | undefined> {
  try {
    const [text, balance] = await Promise.all([
      readFile(path.join(folder, 'manifest.json'), 'utf8'),
      readFile(path.join(folder, 'BALANCE.json'), 'utf8'),
    ])
    const manifest = JSON.parse(text) as Manifest
    if (manifest.tool !== 'conceptloom' || manifest.kind !== 'dataset') return undefined
    const { rows, splits, runs, files } = manifest
    const own = await Promise.all(['manifest.json', 'SHA256SUMS'].map((file) => describeFile(folder, file)))
    return {
      name,
      run: runs[0] ?? '',
      rows,
      splits,
      files: [
        ...files.map(({ path: file, bytes, sha256: sum }) => ({ path: file, bytes, sha256: sum })),
        ...own,
      ],
      balance: JSON.parse(balance) as unknown,
    }
  } catch {
    return undefined
  }
}

async function describeFile(folder: string, file: string): Promise<DatasetFile> {
  const place = path.join(folder, file)
  const [{ size }, content] = await Promise.all([stat(place), readFile(place)])
  return { path: file, bytes: size, sha256: sha256(content) }
}
