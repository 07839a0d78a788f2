import { join } from 'node:path'
import { exportDataset } from '../../src/steps/export/export-dataset.ts'
import { sampleContext, samplePairs } from '../../src/steps/export/sample-pairs.ts'
import { trainingRecipeNames, trainingRecipes } from '../../src/steps/export/training-recipe.ts'

/** A small dataset for every training recipe, each in a folder of its name. */
export async function writeRecipes(folder: string): Promise<void> {
  for (const name of trainingRecipeNames)
    await exportDataset(samplePairs(60), sampleContext, {
      target: join(folder, name),
      name: 'sample',
      balance: {},
      parquet: false,
      training: trainingRecipes[name],
    })
}
