import { UsageError } from '../../core/errors.ts'
import { openCheckedFile, type CheckedFile, type WrittenFile } from './checked-file.ts'
import type { ExportRow } from './export-row.ts'
import { formatRow, jsonLine, linesFile, type RowFormat } from './row-formats.ts'
import { openParquetShards, type ParquetShards } from './write-parquet.ts'

export interface SplitWriterOptions {
  readonly name: string
  readonly formats?: readonly RowFormat[]
  readonly parquet?: boolean
  readonly rowsPerShard?: number
  readonly rowsPerGroup?: number
}

/** Paths by split, train first, and all files. */
export interface SplitFiles {
  readonly lines: Readonly<Record<string, readonly string[]>>
  readonly parquet: Readonly<Record<string, readonly string[]>>
  readonly all: readonly WrittenFile[]
}

export interface SplitWriters {
  add(row: ExportRow, split: string): void
  finish(): SplitFiles
  abandon(): void
}

/** Writers for every split that rows turn up in, each with one file per format and its Parquet shards. */
export function openSplitWriters(folder: string, options: SplitWriterOptions): SplitWriters {
  const formats = [...new Set(options.formats ?? (['messages'] as const))]
  const open = new Map<
    string,
    { readonly lines: Map<RowFormat, CheckedFile>; readonly shards: ParquetShards | undefined }
  >()
  const openSplit = (
    split: string,
  ): { lines: Map<RowFormat, CheckedFile>; shards: ParquetShards | undefined } => {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(split)) {
      throw new UsageError(`bad split name: ${split}; use lower-case words joined by '-'`)
    }
    const shardOptions = {
      rowsPerShard: options.rowsPerShard ?? 250_000,
      rowsPerGroup: options.rowsPerGroup ?? 5000,
    }
    return {
      lines: new Map(formats.map((format) => [format, openCheckedFile(folder, linesFile(split, format))])),
      shards: (options.parquet ?? true) ? openParquetShards(folder, split, shardOptions) : undefined,
    }
  }
  return {
    add(row, split) {
      let writer = open.get(split)
      if (writer === undefined) open.set(split, (writer = openSplit(split)))
      for (const [format, file] of writer.lines)
        file.write(jsonLine(formatRow(row, format, { split, dataset: options.name })))
      writer.shards?.add(row)
    },
    finish() {
      const splits = [...open].sort(
        ([left], [right]) => splitRank(left) - splitRank(right) || (left < right ? -1 : 1),
      )
      const lines = splits.map(
        ([split, writer]) => [split, [...writer.lines.values()].map((file) => file.finish())] as const,
      )
      const shards = splits.map(([split, writer]) => [split, writer.shards?.finish() ?? []] as const)
      const pathsOf = (
        groups: readonly (readonly [string, readonly WrittenFile[]])[],
      ): Record<string, string[]> =>
        Object.fromEntries(
          groups
            .filter(([, files]) => files.length > 0)
            .map(([split, files]) => [split, files.map((file) => file.path)]),
        )
      return {
        lines: pathsOf(lines),
        parquet: pathsOf(shards),
        all: [...lines, ...shards].flatMap(([, files]) => files),
      }
    },
    abandon() {
      for (const { lines, shards } of open.values()) {
        for (const file of lines.values()) file.abandon()
        shards?.abandon()
      }
    },
  }
}

/** Train first, so that viewers open it. */
function splitRank(split: string): number {
  const rank = ['train', 'validation', 'test'].indexOf(split)
  return rank === -1 ? 3 : rank
}
