import type { BenchSet } from './bench-item.ts'

/** Columns of the table, which puts CollegeMath third. */
const columns: readonly BenchSet[] = [
  'gsm8k',
  'math',
  'college-math',
  'tal-scq',
  'math23k',
  'ape210k',
  'gaokaobench-math',
  'agieval-gaokao-math',
  'agieval-sat-math',
  'agieval-math',
]

/** A row of the table: percent, as printed. */
export interface PublishedScores {
  readonly model: string
  /** What it was trained from; `closed` for models behind an API. */
  readonly base: 'closed' | 'LLaMA-2 13B' | 'LLaMA-2 7B' | 'Mistral 7B'
  readonly scores: Readonly<Partial<Record<BenchSet, number>>>
  readonly micro: number
  readonly macro: number
  /** Why the printed averages cannot follow from the printed scores. */
  readonly erratum?: string
}

/** The ten scores in the order of the columns, then micro and macro average. */
const rows: readonly (readonly [string, PublishedScores['base'], readonly number[]])[] = [
  ['GPT-4', 'closed', [92.9, 51.8, 24.4, 51.8, 76.5, 61.5, 35.4, 28.2, 68.6, 50.7, 52.0, 54.2]],
  ['GPT-3.5-Turbo', 'closed', [74.1, 37.8, 21.6, 42.9, 62.5, 44.0, 23.2, 15.3, 55.8, 37.4, 39.8, 41.5]],
  ['LLaMA-2', 'LLaMA-2 13B', [7.1, 3.5, 1.2, 6.3, 9.5, 7.9, 0.7, 0.4, 6.8, 3.7, 4.5, 4.7]],
  ['WizardMath', 'LLaMA-2 13B', [62.0, 14.3, 7.8, 18.7, 38.3, 25.2, 8.2, 3.4, 29.4, 15.8, 20.2, 22.3]],
  ['MAmmoTH', 'LLaMA-2 13B', [56.5, 12.6, 6.5, 17.3, 39.5, 28.1, 5.9, 4.9, 20.5, 12.5, 18.9, 20.4]],
  ['GAIR-Abel', 'LLaMA-2 13B', [66.4, 16.6, 7.9, 21.1, 42.2, 27.8, 7.0, 4.9, 30.3, 18.2, 22.3, 24.3]],
  ['MetaMath', 'LLaMA-2 13B', [70.8, 22.8, 10.1, 25.4, 48.6, 31.6, 9.6, 5.6, 38.2, 22.9, 26.8, 28.6]],
  ['MathScale', 'LLaMA-2 13B', [71.3, 33.8, 20.4, 38.1, 61.1, 43.7, 20.0, 12.3, 55.8, 34.7, 37.1, 39.1]],
  ['LLaMA-2', 'LLaMA-2 7B', [4.5, 4.2, 2.3, 7.6, 6.8, 7.3, 2.1, 2.9, 2.9, 5.0, 4.7, 4.6]],
  ['WizardMath', 'LLaMA-2 7B', [52.8, 10.3, 6.8, 14.0, 32.5, 19.2, 5.9, 6.1, 22.5, 11.7, 15.8, 17.1]],
  ['MAmmoTH', 'LLaMA-2 7B', [50.0, 9.5, 6.2, 13.3, 34.6, 21.4, 3.9, 2.7, 19.6, 10.9, 15.6, 17.2]],
  ['GAIR-Abel', 'LLaMA-2 7B', [57.6, 12.7, 6.6, 18.3, 35.4, 24.5, 4.3, 4.4, 23.5, 14.6, 18.5, 20.2]],
  ['MetaMath', 'LLaMA-2 7B', [66.2, 20.6, 9.4, 22.5, 44.0, 29.9, 5.9, 5.1, 36.2, 20.8, 24.5, 26.1]],
  ['MathScale', 'LLaMA-2 7B', [66.3, 31.1, 20.9, 35.2, 59.0, 41.8, 19.6, 12.6, 57.8, 31.1, 35.0, 37.5]],
  ['Mistral', 'Mistral 7B', [15.5, 10.1, 7.5, 17.9, 18.5, 15.5, 6.2, 5.9, 22.5, 10.4, 11.9, 13.0]],
  ['WizardMath v1.1', 'Mistral 7B', [78.1, 32.8, 16.0, 34.4, 58.3, 41.4, 16.1, 9.6, 55.8, 33.0, 35.4, 37.6]],
  ['MetaMath', 'Mistral 7B', [77.4, 28.4, 15.7, 31.4, 55.1, 38.1, 15.3, 10.1, 50.9, 28.4, 32.7, 35.1]],
  ['MathScale', 'Mistral 7B', [74.8, 35.2, 21.8, 39.9, 64.4, 46.0, 21.4, 14.3, 57.8, 32.9, 38.7, 40.8]],
]

/**
 * WizardMath 7B: its ten printed scores have the mean 18.2, whatever the sizes of the sets, and the table prints 17.1; micro is 16.0 and
 * the table prints 15.8. One of the printed numbers is a slip.
 */
const errata: Readonly<Record<string, string>> = {
  'WizardMath LLaMA-2 7B': 'the mean of the ten printed scores is 18.2, and no sizes of the sets change that',
}

/** MathScale (Tang et al. 2024), arXiv 2403.02884v1, Table 5. */
export const publishedScores: readonly PublishedScores[] = rows.map(([model, base, numbers]) => {
  const erratum = errata[`${model} ${base}`]
  return {
    model,
    base,
    scores: Object.fromEntries(columns.map((set, column) => [set, numbers[column] as number])),
    micro: numbers[columns.length] as number,
    macro: numbers[columns.length + 1] as number,
    ...(erratum === undefined ? {} : { erratum }),
  }
})
