import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trainingRecipeNames } from '../../src/steps/export/training-recipe.ts'
import { writeRecipes } from './write-recipes.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-training-'))
beforeAll(() => writeRecipes(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Pythons that have the tools: `TRAINING_PYTHONS="trl=/path/python axolotl=/path/python …"`; otherwise the first on the path. */
const pythons = new Map(
  (process.env['TRAINING_PYTHONS'] ?? '')
    .split(/\s+/)
    .filter((entry) => entry.includes('='))
    .map((entry) => entry.split('=') as [string, string]),
)

describe("the tools' own readers", () => {
  it.for(['trl', 'template', 'axolotl', 'llamafactory'])('%s reads every configuration', (tool, { skip }) => {
    const python = pythons.get(tool) ?? 'python3'
    for (const name of trainingRecipeNames) {
      const checker = join(import.meta.dirname, 'check_configurations.py')
      const run = spawnSync(python, [checker, tool, join(folder, name)], { encoding: 'utf8' })
      const isMissing =
        run.error !== undefined ||
        (run.status !== 0 && run.stderr.includes('No module named')) ||
        run.stdout.includes('"skipped"')
      skip(isMissing, `${tool} is not installed in ${python}: name a Python that has it in TRAINING_PYTHONS`)
      expect(run.status, run.stderr.slice(-2000)).toBe(0)
      expect(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ tool })
    }
  })
})
