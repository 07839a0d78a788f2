import { Worker, type ResourceLimits } from 'node:worker_threads'

/**
 * Starts a worker thread from a file of this folder, by name without extension. The only place that starts threads: the extension
 * is this file's own, `.ts` in a checkout and `.js` in the built package.
 */
export function startWorker(name: string, workerData: unknown, resourceLimits: ResourceLimits = {}): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), { workerData, resourceLimits })
}
