import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FakeModelServer } from '../fake-model-server/start.ts'
import type { RunPlace } from './model-run.ts'

/** Flags of a run whose endpoint gives up on a request after `timeout` milliseconds: hanging replies are one of the faults. */
export function faultyEndpoint(
  { folder }: RunPlace,
  { baseUrl }: Pick<FakeModelServer, 'baseUrl'>,
  timeout = 3000,
): readonly string[] {
  const file = path.join(folder, 'conceptloom.yaml')
  writeFileSync(file, JSON.stringify({ model: { endpoints: { faulty: { baseUrl, timeout } } } }))
  return ['--model', 'fake@faulty', '--config', file]
}
