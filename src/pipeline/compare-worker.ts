import { openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { openComparison, type ComparerSettings, type ComparisonRequest } from './curate/compare-rows.ts'

// The entry point of a comparing thread: places of pairs of rows in, their similarities out.
const { paths, questionField } = workerData as ComparerSettings
const similarities = openComparison(
  paths.map((path) => openSync(path, 'r')),
  questionField,
)
parentPort?.on('message', (request: ComparisonRequest) => parentPort?.postMessage(similarities(request)))
