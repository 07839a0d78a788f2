import { closeSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { openScanner, type ScanRequest, type ScannerSettings } from './curate/open-scanner.ts'

// The entry point of a scanning thread: a part of a file in, what its rows come to out, without copying.
const scan = openScanner(workerData as ScannerSettings)
const descriptors = new Map<string, number>()
parentPort?.on('message', (request: ScanRequest) => {
  const descriptor = descriptors.get(request.path) ?? openSync(request.path, 'r')
  descriptors.set(request.path, descriptor)
  const scanned = scan(descriptor, request.range)
  const { starts, lengths, signed, rungs, solutionLengths, solutionHashes, ids } = scanned
  const moved = [starts, lengths, rungs, solutionLengths, solutionHashes, signed.keys, signed.short]
  const buffers = moved.map((array) => array.buffer as ArrayBuffer)
  // A small Buffer may share its memory with others of this thread: it is copied.
  parentPort?.postMessage({ ...scanned, ids: Uint8Array.from(ids) }, buffers)
})
parentPort?.on('close', () => {
  for (const descriptor of descriptors.values()) closeSync(descriptor)
})
