import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Keeps the memory of a process that mostly waits for replies near what it needs. Two defaults of V8 are made for short pages: the space
 * for new objects grows to 128 MB, though most objects of hundreds of requests in flight outlive it at any size; and nothing else is
 * collected before a first full collection, which may come only at half a gigabyte. From one collection on, the next one comes at a
 * multiple of what is alive.
 */
export function limitMemory(): void {
  // Read by V8 each time it would grow the space.
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=150')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
