import { parentPort, workerData } from 'node:worker_threads'
import { drawBlock } from './draw-block.ts'
import { openProceduralSource, type DrawJob } from './draw-pairs.ts'

// The entry point of a drawing thread: a block's first index in, its draws out. A port hands messages on in order.
const source = openProceduralSource(workerData as DrawJob)
parentPort?.on('message', (request: { readonly from: number; readonly to: number }) => {
  void drawBlock(source, request).then((draws) => parentPort?.postMessage(draws))
})
