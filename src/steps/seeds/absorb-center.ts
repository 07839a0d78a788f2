import {
  addressesOf,
  infinitelyNear,
  openTable,
  type KCenterJob,
  type SharedMemory,
} from './k-center-table.ts'
import { kCenterWasm } from './k-center-wasm.ts'

/**
 * Takes one more centre into account for the rows `from` ≤ row < `to` and gives the row of these that is now farthest, the lowest of
 * equals.
 */
export type AbsorbCenter = (center: number, from: number, to: number) => number

/** `WebAssembly`, as far as it is used; the types of Node leave it to those of browsers. */
interface WebAssemblyApi {
  Memory: new (size: { initial: number; maximum: number; shared: true }) => SharedMemory
  Module: new (bytes: Uint8Array) => object
  Instance: new (
    module: object,
    imports: { readonly k: { readonly memory: SharedMemory } },
  ) => { readonly exports: { readonly absorb: WasmAbsorb } }
  validate(bytes: Uint8Array): boolean
}

type WasmAbsorb = (
  ...numbers: [
    vectors: number,
    strideBytes: number,
    nearest: number,
    center: number,
    from: number,
    to: number,
  ]
) => number

// By way of unknown: where the types of browsers are loaded too, they say something else.
const webAssembly = (globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly
/** 4 GiB: as far as the kernel can count. */
const mostPages = 65_536

const kernelBytes = (): Uint8Array => Buffer.from(kCenterWasm, 'base64')

/** Whether this machine runs the SIMD kernel. */
export function hasKernel(): boolean {
  return webAssembly?.validate(kernelBytes()) === true
}

/** Memory for the SIMD kernel, or bare memory where it is not wanted, cannot run, or does not reach so far. */
export function allocateShared(kernel: 'wasm' | 'scalar'): (pages: number) => KCenterJob['memory'] {
  return (pages) => {
    if (kernel === 'wasm' && webAssembly !== undefined && pages <= mostPages && hasKernel()) {
      try {
        return new webAssembly.Memory({ initial: pages, maximum: pages, shared: true })
      } catch (error) {
        // Its guard pages need more address space than the process may have; bare memory needs none.
        if (!(error instanceof RangeError)) throw error
      }
    }
    return new SharedArrayBuffer(pages * 65_536)
  }
}

/** The kernel that fits a job's memory. */
export function openKernel(job: KCenterJob): AbsorbCenter {
  const { memory, stride } = job
  if (memory instanceof SharedArrayBuffer || webAssembly === undefined) return scalarKernel(job)
  const instance = new webAssembly.Instance(new webAssembly.Module(kernelBytes()), { k: { memory } })
  const { absorb } = instance.exports
  const { vectors, nearest } = addressesOf(job)
  // Above 2 GiB the numbers come back signed; rows never do.
  return (center, from, to) => absorb(vectors, 2 * stride, nearest, center, from, to)
}

/** The same as `k-center.wat`, statement by statement. */
function scalarKernel(job: KCenterJob): AbsorbCenter {
  const { vectors, nearest, stride } = openTable(job)
  return (center, from, to) => {
    let farthest = from
    let lowest = infinitelyNear
    for (let row = from; row < to; row++) {
      // A centre is done with: infinitely near, so that it is chosen once even among equal rows.
      if (row === center) nearest[row] = infinitelyNear
      let near = nearest[row] as number
      if (near !== infinitelyNear) {
        const product = productOf(vectors, { first: row * stride, second: center * stride, stride })
        if (product > near) near = nearest[row] = product
      }
      if (near < lowest) {
        lowest = near
        farthest = row
      }
    }
    return farthest
  }
}

/** Two sums at once: one long chain of additions would wait for itself. No sum leaves 32 bits: the vectors are of unit length. */
function productOf(
  vectors: Int16Array,
  { first, second, stride }: { readonly first: number; readonly second: number; readonly stride: number },
): number {
  let even = 0
  let odd = 0
  for (let at = 0; at < stride; at += 2) {
    even = (even + (vectors[first + at] as number) * (vectors[second + at] as number)) | 0
    odd = (odd + (vectors[first + at + 1] as number) * (vectors[second + at + 1] as number)) | 0
  }
  return (even + odd) | 0
}
