import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes beyond what was alive after which all is collected, and milliseconds between two looks. */
const growth = 96 * 2 ** 20
const interval = 100

/**
 * Keeps the memory of a process that mostly waits for replies near what it needs. Two defaults of V8 are made for short pages: the space
 * for new objects grows to 128 MB, though most objects of hundreds of requests in flight outlive it at any size; and a first full
 * collection may come only at half a gigabyte.
 */
export function limitMemory(): void {
  // Read by V8 each time it would grow the space.
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  let alive = getHeapStatistics().used_heap_size
  setInterval(() => {
    if (getHeapStatistics().used_heap_size < alive + growth) return
    collect()
    alive = getHeapStatistics().used_heap_size
  }, interval).unref()
}
