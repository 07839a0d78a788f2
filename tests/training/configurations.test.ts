import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeRecipes } from './write-recipes.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-training-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8')

beforeAll(() => writeRecipes(folder))

/** Sequences an update on eight devices. */
function product(read: Record<string, number>, perDevice: string): number {
  return (read[perDevice] ?? 0) * (read['gradient_accumulation_steps'] ?? 0) * 8
}

describe('training configurations', () => {
  it.each([
    ['mathscale', 'llama-2-7b', 128, 0.03, 2e-5],
    ['mathscale', 'mistral-7b', 128, 0.03, 2e-5],
    ['xwin', 'llama-2-7b', 128, 0.04, 2e-5],
    ['xwin', 'mistral-7b', 128, 0.04, 2e-6],
  ])('of %s for %s are those of the paper', (...row) => {
    const [recipe, model, batch, warmup, rate] = row
    const read = (tool: string): Record<string, number> =>
      parse(textOf(`${recipe}/train/${model}/${tool}.yaml`)) as Record<string, number>
    const [trl, axolotl, factory] = [read('trl'), read('axolotl'), read('llamafactory')]
    for (const one of [trl, factory]) expect(product(one, 'per_device_train_batch_size')).toBe(batch)
    expect(product(axolotl, 'micro_batch_size')).toBe(batch)
    for (const one of [trl, axolotl, factory]) {
      expect(one).toMatchObject({ learning_rate: rate, weight_decay: 0 })
      expect(one['num_train_epochs'] ?? one['num_epochs']).toBe(3)
      expect(one['max_length'] ?? one['sequence_len'] ?? one['cutoff_len']).toBe(2048)
      expect(one['warmup_ratio'] ?? one['warmup_steps']).toBe(warmup)
    }
    expect(textOf(`${recipe}/train.md`)).toContain(`train/${model}/`)
  })

  it('of skywork train on the easy rows, then go on with the hard ones', () => {
    const rows = (stage: number): number[] =>
      textOf(`skywork/jsonl/train-stage-${stage}.jsonl`)
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { difficulty: number }).difficulty)
    expect(Math.max(...rows(1))).toBeLessThan(4)
    expect(Math.min(...rows(2))).toBeGreaterThanOrEqual(4)
    const all = textOf('skywork/jsonl/train.jsonl').trim().split('\n').length
    expect(rows(1).length + rows(2).length).toBe(all)
    const [first, second] = [1, 2].map(
      (stage) => parse(textOf(`skywork/train/mistral-7b/trl-stage-${stage}.yaml`)) as Record<string, unknown>,
    )
    expect(first).toMatchObject({
      learning_rate: 2e-6,
      per_device_train_batch_size: 4,
      gradient_accumulation_steps: 1,
    })
    expect(second?.['model_name_or_path']).toBe(first?.['output_dir'])
    expect(Object.keys(JSON.parse(textOf('skywork/dataset_info.json')) as object)).toContain('sample_stage_2')
  })
})
