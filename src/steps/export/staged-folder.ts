import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../../core/errors.ts'

const inProgress = new Set<string>()
let started = 0

/** A folder in the making, next to where it will stand. */
export interface StagedFolder {
  readonly path: string
  /** Puts the folder in its place by rename, replacing an earlier one of ours whole. */
  commit(): void
  /** Removes the unfinished folder; the earlier one stays as it was. */
  discard(): void
}

/** What a folder of ours holds, as `kind` of its manifest. */
export type FolderKind =
  | 'ablations'
  | 'curation'
  | 'curriculum'
  | 'dataset'
  | 'distractors'
  | 'evaluation'
  | 'graph'
  | 'mixture'
  | 'report'
  | 'subsets'

const folderNames: Readonly<Record<FolderKind, string>> = {
  ablations: 'folder of ablations',
  curation: 'curated set',
  curriculum: 'folder of stages',
  dataset: 'dataset',
  distractors: 'set of distractors',
  evaluation: 'evaluation',
  graph: 'graph export',
  report: 'report',
  mixture: 'mixture',
  subsets: 'folder of subsets',
}

/** Refuses a target that {@link stageFolder} would refuse, before any work is done for it. */
export function checkTarget(target: string, kind: FolderKind = 'dataset'): void {
  if (existsSync(target)) refuseForeign(realpathSync(target), target, kind)
}

/**
 * Starts a folder that appears whole or not at all. The target may be absent, empty, or a folder whose `manifest.json` names this
 * tool and the same kind; anything else is refused with UsageError before a byte is written. What a killed process left behind is cleared or restored.
 */
export function stageFolder(target: string, kind: FolderKind = 'dataset'): StagedFolder {
  const place = existsSync(target) ? realpathSync(target) : resolve(target)
  const parent = dirname(place)
  const retired = join(parent, `.${basename(place)}.replaced`)
  mkdirSync(parent, { recursive: true })
  recover(place, retired, kind)
  refuseForeign(place, target, kind)
  const partial = `.${basename(place)}.partial-`
  for (const name of readdirSync(parent)) {
    if (name.startsWith(partial) && !isRunning(name, partial))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
  const name = `${partial}${process.pid}-${++started}`
  const path = join(parent, name)
  mkdirSync(path)
  inProgress.add(name)
  return {
    path,
    commit() {
      syncFolders(path)
      refuseForeign(place, target, kind)
      const replaces = existsSync(place)
      if (replaces) renameSync(place, retired)
      try {
        renameSync(path, place)
      } catch (error) {
        if (replaces) renameSync(retired, place)
        throw error
      }
      syncFolder(parent)
      inProgress.delete(name)
      rmSync(retired, { recursive: true, force: true })
    },
    discard() {
      inProgress.delete(name)
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Undoes a replacement that a kill cut between its two renames. */
function recover(place: string, retired: string, kind: FolderKind): void {
  if (!existsSync(retired)) return
  if (existsSync(place)) {
    if (isOurs(retired, kind)) rmSync(retired, { recursive: true, force: true })
  } else renameSync(retired, place)
}

function refuseForeign(place: string, target: string, kind: FolderKind): void {
  if (!existsSync(place)) return
  if (!statSync(place).isDirectory())
    throw new UsageError(`not a folder: ${target}; name a folder for the ${folderNames[kind]}`)
  if (readdirSync(place).length === 0 || isOurs(place, kind)) return
  throw new UsageError(
    `not empty and not a ${folderNames[kind]} of ours: ${target}; name another folder, or empty this one`,
  )
}

function isOurs(place: string, kind: FolderKind): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8'))
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'tool' in manifest &&
      manifest.tool === 'conceptloom' &&
      ('kind' in manifest ? manifest.kind : 'dataset') === kind
    )
  } catch {
    return false
  }
}

/** Whether the process that a partial folder is named after still lives; in this process, whether it is still being written. */
function isRunning(name: string, prefix: string): boolean {
  const pid = Number.parseInt(name.slice(prefix.length), 10)
  if (pid === process.pid) return inProgress.has(name)
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) syncFolders(join(folder, entry.name))
  }
  syncFolder(folder)
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder; its renames are journaled.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
