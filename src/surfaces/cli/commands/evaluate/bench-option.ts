import { Option } from '@commander-js/extra-typings'
import { UsageError } from '../../../../core/errors.ts'
import { benchSets, type BenchSet } from '../../../../steps/evaluate/bench-item.ts'
import type { Bench } from '../../../../steps/evaluate/load/read-bench.ts'

/** `--bench FILE`, which every command on a benchmark needs. */
export function benchOption(): Option {
  return new Option(
    '--bench <file>',
    'bench file (YAML) that names your copies of the sets',
  ).makeOptionMandatory() as unknown as Option
}

/** `--sets gsm8k,math`. */
export function setsOption(): Option {
  return new Option('--sets <names>', `sets, comma separated: ${benchSets.join(', ')}`).argParser(
    readSets,
  ) as unknown as Option
}

function readSets(text: string): readonly BenchSet[] {
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !(benchSets as readonly string[]).includes(name))
  if (unknown !== undefined) throw new UsageError(`unknown set: ${unknown}; sets are ${benchSets.join(', ')}`)
  return names as BenchSet[]
}

/** Names every row that could not be read on standard error; such rows make the exit code 5. */
export function reportBadRows(bench: Bench): void {
  const bad = [...bench.bad, ...bench.sets.flatMap((set) => set.bad)]
  for (const { file, line, reason } of bad) process.stderr.write(`${file}:${line}: ${reason}\n`)
  if (bad.length > 0) process.exitCode = 5
}
