import type { ResourceLimits, Transferable } from 'node:worker_threads'
import { startWorker } from './start-worker.ts'

/** A worker thread that answers requests in order. */
export interface Thread<Request, Reply> {
  /**
   * @param transfer  buffers that are handed over, not copied
   * @throws what the thread failed with, for all that is asked since
   */
  ask(request: Request, transfer?: readonly Transferable[]): Promise<Reply>
  stop(): Promise<void>
}

/** Starts a thread by the name of its file; see {@link startWorker}. */
export function openThread<Request, Reply>(
  name: string,
  data: unknown,
  limits: ResourceLimits = {},
): Thread<Request, Reply> {
  const worker = startWorker(name, data, limits)
  const waiting: PromiseWithResolvers<Reply>[] = []
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
    for (const { reject } of waiting.splice(0)) reject(failure)
  }
  worker.on('message', (reply: Reply) => waiting.shift()?.resolve(reply))
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => fail(new Error(`thread ${name} ended: exit code ${code}`)))
  return {
    ask(request, transfer = []) {
      const asked = Promise.withResolvers<Reply>()
      // What is asked ahead may fail before anyone waits for it.
      asked.promise.catch(() => {})
      if (failure !== undefined) asked.reject(failure)
      else {
        waiting.push(asked)
        worker.postMessage(request, transfer)
      }
      return asked.promise
    },
    async stop() {
      await worker.terminate()
    },
  }
}
