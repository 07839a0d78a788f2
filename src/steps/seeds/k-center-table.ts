import type { VectorTable } from '../../core/ports.ts'

/** Where things stand in the memory that all threads of one selection share; plain data, so that it can be sent to them. */
export interface KCenterJob {
  /** Instance of `WebAssembly.Memory` for the SIMD kernel, or the bare bytes for the scalar one. */
  readonly memory: SharedMemory | SharedArrayBuffer
  readonly rows: number
  /** Components of a row; zeros fill up the last block of {@link laneBlock}. */
  readonly stride: number
  readonly chunks: number
}

/** What is used of a `WebAssembly.Memory`, which the types of Node do not know. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer
}

/** The job's arrays. */
export interface KCenterTable {
  readonly rows: number
  readonly stride: number
  readonly chunks: number
  /** 16-bit components. */
  readonly vectors: Int16Array
  /** Largest product of each row with any centre so far; `infinitelyNear` for a centre. */
  readonly nearest: Int32Array
  /** What the threads tell each other, and after it the farthest row of each chunk. */
  readonly control: Int32Array
}

/** Product of a unit vector with itself, up to rounding: components are in units of 1/32,767, which moves a cosine by less than 1e-4. */
export const unitProduct: number = 32_767 ** 2

/** Above every product. */
export const infinitelyNear: number = 0x7fff_ffff

/** Components that the kernel takes at once. */
const laneBlock = 32
/** Numbers of {@link KCenterTable.control} before the chunks'. */
export const controlNumbers: number = 8
/** Few enough that their tickets never reach 2^31, enough that a slow thread holds up nobody for long. */
const mostChunks = 64
const leastRowsOfChunk = 128

const pageBytes = 65_536

/** Byte addresses of the parts of a job's memory. */
export function addressesOf({ rows, stride }: Pick<KCenterJob, 'rows' | 'stride'>): {
  readonly vectors: number
  readonly nearest: number
  readonly end: number
} {
  const vectors = 4 * (controlNumbers + mostChunks)
  const aligned = Math.ceil(vectors / 64) * 64
  const nearest = aligned + 2 * rows * stride
  return { vectors: aligned, nearest, end: nearest + 4 * rows }
}

/** The arrays of a job, in any thread. */
export function openTable({ memory, rows, stride, chunks }: KCenterJob): KCenterTable {
  const buffer = memory instanceof SharedArrayBuffer ? memory : memory.buffer
  const { vectors, nearest } = addressesOf({ rows, stride })
  return {
    rows,
    stride,
    chunks,
    vectors: new Int16Array(buffer, vectors, rows * stride),
    nearest: new Int32Array(buffer, nearest, rows),
    control: new Int32Array(buffer, 0, controlNumbers + chunks),
  }
}

/**
 * Puts a table into memory of its own, components as 16-bit integers: their products have no rounding, so every order of adding
 * gives the same sums, on one thread or many, with SIMD or without.
 *
 * @param allocate  memory of at least so many pages of 64 KiB
 */
export function quantise(
  { vectors, dimension }: VectorTable,
  allocate: (pages: number) => KCenterJob['memory'],
): KCenterJob {
  const rows = vectors.length / dimension
  const stride = Math.ceil(dimension / laneBlock) * laneBlock
  const chunks = Math.max(1, Math.min(mostChunks, Math.floor(rows / leastRowsOfChunk)))
  const { end } = addressesOf({ rows, stride })
  const job = { memory: allocate(Math.ceil(end / pageBytes)), rows, stride, chunks }
  const table = openTable(job)
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * dimension, row * stride]
    for (let at = 0; at < dimension; at++) {
      const scaled = Math.round((vectors[from + at] as number) * 32_767)
      table.vectors[to + at] = scaled > 32_767 ? 32_767 : scaled < -32_767 ? -32_767 : scaled
    }
  }
  table.nearest.fill(-infinitelyNear)
  return job
}
