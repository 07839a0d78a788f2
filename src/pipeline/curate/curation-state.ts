import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'
import type { JsonValue } from '../../core/identity.ts'
import { readPart } from '../../steps/curate/rows/line-ranges.ts'
import type { RowDecisions } from './decide-duplicates.ts'
import type { ScannedPart } from './scan-files.ts'

/** What a killed pass leaves behind: the parts that were scanned, and what was decided. */
export interface CurationState {
  /** Scanned parts of an earlier attempt, in order. */
  earlierParts(): Iterable<ScannedPart>
  keepPart(part: ScannedPart): void
  earlierDecisions(): RowDecisions | undefined
  keepDecisions(decisions: RowDecisions): void
  close(): void
  /** Removes the state: the work is done. */
  discard(): void
}

const headBytes = 8

/**
 * Opens the state of a pass beside its output folder. It is gone on with only where inputs and rules are the same as then; otherwise it is
 * begun anew. A part that a kill cut short is dropped.
 */
export function openCurationState(out: string, job: JsonValue): CurationState {
  const folder = stateFolder(out)
  const headFile = join(folder, 'job.json')
  const decisionsFile = join(folder, 'decisions.bin')
  const head = JSON.stringify(job)
  const isSame = existsSync(headFile) && readFileSync(headFile, 'utf8') === head
  if (!isSame) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(headFile, head)
  }
  const descriptor = openSync(join(folder, 'parts.bin'), 'a+')
  return {
    *earlierParts() {
      const { size } = fstatSync(descriptor)
      let at = 0
      for (;;) {
        const payload = readBlock(descriptor, at, size)
        if (payload === undefined) break
        at += headBytes + payload.length
        yield deserialize(payload) as ScannedPart
      }
      ftruncateSync(descriptor, at)
    },
    keepPart: (part) => writeBlock(descriptor, part),
    earlierDecisions() {
      if (!existsSync(decisionsFile)) return undefined
      const bytes = readFileSync(decisionsFile)
      const payload = bytes.subarray(headBytes)
      if (bytes.length < headBytes || !isWhole(bytes, payload)) return undefined
      return deserialize(payload) as RowDecisions
    },
    keepDecisions(decisions) {
      const file = openSync(decisionsFile, 'w')
      writeBlock(file, decisions)
      closeSync(file)
    },
    close: () => closeSync(descriptor),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function stateFolder(out: string): string {
  const place = resolve(out)
  return join(dirname(place), `.${basename(place)}.curation`)
}

function writeBlock(descriptor: number, value: object): void {
  const payload = serialize(value)
  const head = Buffer.alloc(headBytes)
  head.writeUInt32LE(payload.length, 0)
  head.writeUInt32LE(crc32(payload), 4)
  writeAll(descriptor, head)
  writeAll(descriptor, payload)
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
}

function readBlock(descriptor: number, at: number, size: number): Buffer | undefined {
  if (at + headBytes > size) return undefined
  const head = readPart(descriptor, at, headBytes)
  const length = head.readUInt32LE(0)
  if (at + headBytes + length > size) return undefined
  const payload = readPart(descriptor, at + headBytes, length)
  return isWhole(head, payload) ? payload : undefined
}

function isWhole(head: Buffer, payload: Buffer): boolean {
  return head.readUInt32LE(0) === payload.length && head.readUInt32LE(4) === crc32(payload)
}
