import type { LeftOutConcept } from '../read-without.ts'
import type { Ablation } from '../../steps/evaluate/plan-ablations.ts'
import { openCheckedFile } from '../../steps/export/checked-file.ts'
import { stageFolder } from '../../steps/export/staged-folder.ts'

/** What `ablations.json` says of one dataset to make. */
export interface AblationRecipe {
  readonly name: string
  readonly description: string
  readonly seeds: number
  readonly topicsLeftOut: number
  readonly knowledgePointsLeftOut: number
  /** Arguments of the command line, without `--out`; files are relative to this folder. */
  readonly arguments: readonly string[]
}

export interface AblationFiles {
  readonly folder: string
  /** Flags that every run gets: engine, count and the like. */
  readonly runFlags: readonly string[]
}

/**
 * A folder with the seeds and left-out concepts of each ablation, `ablations.json` and `run.sh`, which makes them all.
 *
 * @throws UsageError where the target is a folder that is not of ours
 */
export function writeAblations(
  ablations: readonly Ablation[],
  { folder, runFlags }: AblationFiles,
): readonly AblationRecipe[] {
  const staged = stageFolder(folder, 'ablations')
  try {
    const write = (name: string, text: string): unknown => {
      const file = openCheckedFile(staged.path, name)
      file.write(text)
      return file.finish()
    }
    const files: unknown[] = []
    const all = ablations[0]?.seeds
    const recipes = ablations.map(({ name, description, seeds, without }): AblationRecipe => {
      // Those that keep every seed share one file.
      const seedFile = seeds === all ? 'seeds-all.jsonl' : `seeds-${name}.jsonl`
      if (seeds !== all || name === 'all')
        files.push(write(seedFile, seeds.map((seed) => `${JSON.stringify(seed)}\n`).join('')))
      const withoutFile = `without-${name}.jsonl`
      if (without.length > 0)
        files.push(
          write(
            withoutFile,
            without
              .map(({ kind, name: concept, key }): LeftOutConcept => ({ kind, name: concept, key }))
              .map((line) => `${JSON.stringify(line)}\n`)
              .join(''),
          ),
        )
      return {
        name,
        description,
        seeds: seeds.length,
        topicsLeftOut: without.filter(({ kind }) => kind === 'topic').length,
        knowledgePointsLeftOut: without.filter(({ kind }) => kind === 'knowledge-point').length,
        arguments: [
          'run',
          '--seeds',
          seedFile,
          ...(without.length === 0 ? [] : ['--without', withoutFile]),
          ...runFlags,
        ],
      }
    })
    files.push(
      write('ablations.json', `${JSON.stringify(recipes, null, 2)}\n`),
      write('run.sh', script(recipes)),
    )
    write('manifest.json', `${JSON.stringify({ tool: 'conceptloom', kind: 'ablations', files }, null, 2)}\n`)
    staged.commit()
    return recipes
  } catch (error) {
    staged.discard()
    throw error
  }
}

function script(recipes: readonly AblationRecipe[]): string {
  return [
    '#!/bin/sh',
    '# Makes the datasets of the ablations: sh run.sh FOLDER. Another command line in CONCEPTLOOM, as CONCEPTLOOM="npx conceptloom".',
    'set -e',
    'out=$(mkdir -p "${1:?name a folder for the datasets}" && cd "$1" && pwd)',
    'cd "$(dirname "$0")"',
    ...recipes.map(
      ({ name, arguments: words }) =>
        `\${CONCEPTLOOM:-conceptloom} ${words.map(quote).join(' ')} --workspace "$out/workspace" --out "$out/${name}"`,
    ),
    '',
  ].join('\n')
}

function quote(word: string): string {
  return /^[\w./:@=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
