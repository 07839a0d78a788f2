import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StoreError } from '../../../core/errors.ts'

/** What `up` writes down for the other commands, without the password. */
export interface ServerRecord {
  readonly uri: string
  readonly browser: string
  readonly username: string
  readonly kind: 'java' | 'docker'
  /** Folder of data, logs and, where it was generated, the password. */
  readonly home: string
  readonly ports: { readonly bolt: number; readonly http: number }
  /** Process of a Java server. */
  readonly pid?: number
}

const port = z.int().min(1).max(65_535)
const recordSchema: z.ZodType<ServerRecord> = z.strictObject({
  uri: z.string(),
  browser: z.string(),
  username: z.string(),
  kind: z.enum(['java', 'docker']),
  home: z.string(),
  ports: z.strictObject({ bolt: port, http: port }),
  pid: z.int().min(1).exactOptional(),
})

const recordFile = (workspace: string): string => join(workspace, 'neo4j.json')

/** The server of a workspace, or `undefined`. @throws StoreError when its file is damaged */
export function readServerRecord(workspace: string): ServerRecord | undefined {
  const file = recordFile(workspace)
  if (!existsSync(file)) return undefined
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new StoreError(`not readable: ${file}; remove it and run \`conceptloom neo4j up\` again`, { cause })
  }
}

export function writeServerRecord(workspace: string, record: ServerRecord): void {
  mkdirSync(workspace, { recursive: true })
  const file = recordFile(workspace)
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

export function removeServerRecord(workspace: string): void {
  rmSync(recordFile(workspace), { force: true })
}
