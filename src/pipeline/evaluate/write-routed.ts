import { openCheckedFile, type WrittenFile } from '../../steps/export/checked-file.ts'
import { stageFolder, type FolderKind } from '../../steps/export/staged-folder.ts'
import { rowLines, type RowLine } from './row-lines.ts'

export interface RoutedFolder {
  readonly folder: string
  readonly kind: FolderKind
  /** Files whose lines are routed, in order. */
  readonly from: readonly string[]
  /** Names of the files to write, each once. */
  readonly to: readonly string[]
  /** Number of the file in `to` for a line; a line of none is left out. */
  readonly route: (line: RowLine) => number | undefined
  /** What is written for a line. @default the line as it is */
  readonly write?: (line: RowLine) => string
  /** What `manifest.json` says beside the files. */
  readonly about: Readonly<Record<string, unknown>>
  /** Further small files by name. */
  readonly texts?: Readonly<Record<string, string>>
}

/**
 * Copies lines into the files of one folder, in the order of the input, each to one file at most. The folder appears whole or not
 * at all; memory does not grow with the rows.
 *
 * @throws UsageError where the folder is not of ours
 */
export async function writeRouted(
  job: RoutedFolder,
): Promise<readonly (WrittenFile & { readonly rows: number })[]> {
  const staged = stageFolder(job.folder, job.kind)
  const outputs = job.to.map((name) => ({ file: openCheckedFile(staged.path, name), rows: 0 }))
  try {
    for await (const line of rowLines(job.from)) {
      const to = job.route(line)
      const output = to === undefined ? undefined : outputs[to]
      if (output === undefined) continue
      output.file.write(`${job.write?.(line) ?? line.text}\n`)
      output.rows++
    }
    const files = outputs.map(({ file, rows }) => ({ ...file.finish(), rows }))
    for (const [name, text] of Object.entries(job.texts ?? {})) writeText(staged.path, name, text)
    const manifest = { tool: 'conceptloom', kind: job.kind, ...job.about, files }
    writeText(staged.path, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
    staged.commit()
    return files
  } catch (error) {
    for (const { file } of outputs) file.abandon()
    staged.discard()
    throw error
  }
}

function writeText(folder: string, name: string, text: string): void {
  const file = openCheckedFile(folder, name)
  file.write(text)
  file.finish()
}
