import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { openCheckedFile, type CheckedFile, type WrittenFile } from './checked-file.ts'
import type { ExportRow } from './export-row.ts'
import { parquetColumns, parquetSchema } from './parquet-schema.ts'
import { messagesOf } from './row-formats.ts'

export interface ParquetOptions {
  readonly rowsPerShard: number
  readonly rowsPerGroup: number
}

/** The shards of one split. Memory is one row group. */
export interface ParquetShards {
  add(row: ExportRow): void
  /** Closes the last shard and gives all shards their final names, `data/<split>-00000-of-0000N.parquet`. */
  finish(): WrittenFile[]
  abandon(): void
}

interface OpenShard {
  readonly file: CheckedFile
  readonly path: string
  readonly bytes: ByteWriter
  readonly writer: ParquetWriter
  rows: number
}

/** Writes rows of one split to Parquet shards in `folder`. */
export function openParquetShards(folder: string, split: string, options: ParquetOptions): ParquetShards {
  const finished: WrittenFile[] = []
  let waiting: ExportRow[] = []
  let shard: OpenShard | undefined

  const writeGroup = (): void => {
    if (waiting.length === 0) return
    shard ??= openShard(folder, `data/${split}-${digits(finished.length)}.parquet`)
    void shard.writer.write({ columnData: columnsOf(waiting), rowGroupSize: waiting.length })
    drain(shard)
    shard.rows += waiting.length
    waiting = []
    if (shard.rows >= options.rowsPerShard) closeShard()
  }
  const closeShard = (): void => {
    if (shard === undefined) return
    void shard.writer.finish()
    drain(shard)
    finished.push(shard.file.finish())
    shard = undefined
  }
  return {
    add(row) {
      waiting.push(row)
      const room = options.rowsPerShard - (shard?.rows ?? 0)
      if (waiting.length >= Math.min(options.rowsPerGroup, room)) writeGroup()
    },
    finish() {
      writeGroup()
      closeShard()
      return finished.map((file, place) => {
        const path = `data/${split}-${digits(place)}-of-${digits(finished.length)}.parquet`
        renameSync(join(folder, file.path), join(folder, path))
        return { ...file, path }
      })
    },
    abandon: () => shard?.file.abandon(),
  }
}

function digits(place: number): string {
  return String(place).padStart(5, '0')
}

function openShard(folder: string, path: string): OpenShard {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: parquetSchema,
    createdBy: 'conceptloom',
    statistics: false,
  })
  return { file: openCheckedFile(folder, path), path, bytes, writer, rows: 0 }
}

/** Moves what the encoder has written to the file; its `offset` keeps counting from the start of the file. */
function drain({ file, bytes }: OpenShard): void {
  file.write(bytes.getBytes())
  bytes.index = 0
}

function columnsOf(rows: readonly ExportRow[]): { name: string; data: unknown[] }[] {
  const cells = rows.map(cellsOf)
  return parquetColumns.map((name, place) => ({ name, data: cells.map((row) => row[place]) }))
}

/** Cells in the order of {@link parquetColumns}. */
function cellsOf(row: ExportRow): unknown[] {
  const { provenance } = row
  const { walk } = provenance
  return [
    row.id,
    messagesOf(row),
    row.final_answer,
    row.concepts,
    row.topics,
    row.difficulty,
    row.difficulty_label,
    row.rung,
    row.licenses,
    row.flags,
    { ...provenance, walk: { ...walk, seed: BigInt(walk.seed), index: BigInt(walk.index) } },
  ]
}
