import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadConfig } from './load-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-config-'))

function fileWith(text: string): string {
  const file = join(folder, `${Math.abs(text.length)}-${text.charCodeAt(0)}.yaml`)
  writeFileSync(file, text)
  return file
}

it('fills defaults', () => {
  const { config, origins } = loadConfig({ environment: {}, flags: {} })
  expect(config.walk).toEqual({ mode: 'mathscale', weight: 'count', temperature: 1, restrict: 'supported' })
  expect(origins).toEqual({})
})

it('a flag beats the environment, which beats the file', () => {
  const file = fileWith('generation:\n  count: 10\nrun:\n  workers: 1\n  seed: 4\n')
  const { config, origins } = loadConfig({
    file,
    environment: { CONCEPTLOOM_RUN_WORKERS: '3', CONCEPTLOOM_GENERATION_COUNT: '11', HOME: '/' },
    flags: { 'generation.count': 12 },
  })
  expect([config.generation.count, config.run.workers, config.run.seed]).toEqual([12, 3, 4])
  expect(origins).toEqual({ 'generation.count': 'flag', 'run.workers': 'environment', 'run.seed': 'file' })
})

it('names the setting and its origin when a value is wrong', () => {
  expect(() => loadConfig({ environment: {}, flags: { 'generation.count': 0 } })).toThrow(
    /generation\.count \(from flag\)/,
  )
  expect(() => loadConfig({ environment: { CONCEPTLOOM_RUN_WORKER: '3' }, flags: {} })).toThrow(
    'CONCEPTLOOM_RUN_WORKER',
  )
  expect(() => loadConfig({ file: fileWith('walk: [1'), environment: {}, flags: {} })).toThrow('not YAML')
  expect(() => loadConfig({ file: fileWith('walks:\n  mode: x\n'), environment: {}, flags: {} })).toThrow(
    'walks',
  )
  expect(() => loadConfig({ file: join(folder, 'none.yaml'), environment: {}, flags: {} })).toThrow(
    'conceptloom init',
  )
})

it('a file cannot reach the prototype', () => {
  expect(() =>
    loadConfig({ file: fileWith('__proto__:\n  polluted: 1\nrun: {seed: 1}\n'), environment: {}, flags: {} }),
  ).not.toThrow()
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
