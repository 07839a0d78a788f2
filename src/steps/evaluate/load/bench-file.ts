import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ConfigurationError, UsageError } from '../../../core/errors.ts'
import { benchSets, type BenchSet } from '../bench-item.ts'

/** Where the copies of one set are. */
export interface SetPlace {
  /** Absolute paths of files or folders, in the order they are read in. */
  readonly files: readonly string[]
  /** For rows that state none. */
  readonly license?: string
}

/** A bench file: which copies of which sets are evaluated. */
export interface BenchPlaces {
  readonly sets: Readonly<Partial<Record<BenchSet, SetPlace>>>
  /** Files in MWPBench's own format, whose rows name their sets themselves. */
  readonly mwpbench: SetPlace
}

const paths = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])
const place = z.union([paths, z.strictObject({ files: paths, license: z.string().min(1).exactOptional() })])

/** `sets: {gsm8k: FILE, math: [FOLDER, …], ape210k: {files: …, license: …}}` and `mwpbench: full_test.json`. */
const benchFileSchema = z
  .strictObject({
    sets: z.partialRecord(z.enum(benchSets), place).default({}),
    mwpbench: place.exactOptional(),
  })
  .refine(({ sets, mwpbench }) => mwpbench !== undefined || Object.keys(sets).length > 0, {
    error: `no set; name files under sets (${benchSets.join(', ')}) or under mwpbench`,
  })

/**
 * Reads a bench file (YAML). Paths in it are relative to it.
 *
 * @throws UsageError where there is no such file; ConfigurationError where it is wrong or names a file that does not exist
 */
export function readBenchFile(file: string): BenchPlaces {
  if (!existsSync(file))
    throw new UsageError(
      `no such file: ${file}. Name a bench file with --bench; docs/evaluation.md shows one`,
    )
  let text: unknown
  try {
    text = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigurationError(`bench file: ${file}: not YAML: ${String(error)}`, { cause: error })
  }
  const parsed = benchFileSchema.safeParse(text ?? {})
  if (!parsed.success) throw new ConfigurationError(`bench file: ${file}: ${z.prettifyError(parsed.error)}`)
  const { sets, mwpbench } = parsed.data
  const locate = (given: z.infer<typeof place>): SetPlace => {
    const { files, ...rest } = typeof given === 'string' || Array.isArray(given) ? { files: given } : given
    return { files: [files].flat().map((path) => located(path, file)), ...rest }
  }
  return {
    sets: Object.fromEntries(Object.entries(sets).map(([set, given]) => [set, locate(given)])),
    mwpbench: mwpbench === undefined ? { files: [] } : locate(mwpbench),
  }
}

function located(path: string, file: string): string {
  const absolute = resolve(dirname(file), path)
  if (!existsSync(absolute))
    throw new ConfigurationError(
      `bench file: ${file}: no such file: ${path}; get a copy from its origin (nothing is downloaded) or remove the set`,
    )
  return absolute
}
