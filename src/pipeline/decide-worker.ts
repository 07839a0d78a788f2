import { parentPort, workerData } from 'node:worker_threads'
import { openDecontaminator } from '../steps/curate/decontaminate/open-decontaminator.ts'
import type { DecontaminationJob } from './decontaminate-file.ts'
import { decideLines } from './decide-lines.ts'

// The entry point of a deciding thread: a part of a file in, its decisions out, without copying.
const { index, strict, json } = workerData as DecontaminationJob
const decontaminator = openDecontaminator(index, { strict })
parentPort?.on('message', (part: Uint8Array) => {
  void decideLines(part, decontaminator, json).then((decided) =>
    parentPort?.postMessage(decided, [decided.output.buffer]),
  )
})
