import { parentPort } from 'node:worker_threads'
import { openInstantSources, type InstantRequest } from './serving/instant-sources.ts'

// The entry point of a thread that draws pairs at once and stores them nowhere: a request in, its pairs out, in order.
const sources = openInstantSources()
parentPort?.on('message', (request: InstantRequest) => {
  void sources.answer(request).then((reply) => parentPort?.postMessage(reply))
})
