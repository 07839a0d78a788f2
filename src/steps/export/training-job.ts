import type { BaseModel, TrainingRecipe } from './training-recipe.ts'

export interface TrainingInput {
  /** Of the dataset. */
  readonly name: string
  readonly splits: readonly string[]
  readonly recipe: TrainingRecipe
  /** The files of the stages, in order; one file where there is one stage. */
  readonly stages: readonly string[]
}

/** One training: which model, from what, on which file. */
export interface TrainingJob extends TrainingInput {
  readonly model: BaseModel
  /** 0 for the first stage. */
  readonly stage: number
}

/** Where the configuration of a tool stands. */
export function configurationPath(
  tool: string,
  { model, stage, stages }: Pick<TrainingJob, 'model' | 'stage' | 'stages'>,
): string {
  return `train/${model.name}/${tool}${stages.length > 1 ? `-stage-${stage + 1}` : ''}.yaml`
}

/** Name of a stage's rows in `dataset_info.json`. */
export function datasetEntry(name: string, stage: number | undefined): string {
  return `${name}${stage === undefined ? '' : `_stage_${stage + 1}`}`.replaceAll('-', '_')
}
