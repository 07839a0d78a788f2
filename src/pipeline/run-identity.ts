import { readFileSync } from 'node:fs'
import type { Config } from '../core/config.ts'
import { UsageError } from '../core/errors.ts'
import { contentId, sha256, type ContentId, type JsonValue } from '../core/identity.ts'
import { resolveTarget } from './coverage-target.ts'
import { readWithout } from './read-without.ts'
import { readDecisions } from './review-merges.ts'
import { weavingVersion } from '../steps/generate/procedural/compose.ts'
import { families } from '../steps/generate/procedural/families.ts'

/**
 * The part of a configuration that decides what is generated. Where seeds are read from, where results go, how many threads work
 * and what is exported are left out: they change nothing that is stored.
 */
export function identifyingConfig(config: Config): JsonValue {
  const { seeds, engine, model, concepts, walk, generation, dataset, run } = config
  return {
    seeds: { allowTestSeeds: seeds.allowTestSeeds },
    engine: { ...engine },
    model: usesModel(config) ? identifyingModel(model) : {},
    concepts: { minimumCount: concepts.minimumCount, autoMerge: concepts.autoMerge },
    walk: { ...walk, ...identifyingTarget(walk) },
    generation: { ...generation },
    splits: { ...dataset.splits },
    seed: run.seed,
    // Recorded labels count by what they say, not by where they stand.
    inputs: {
      labels: contentOf(engine.labels),
      alignment: contentOf(engine.alignment),
      ...mergeDecisions(concepts.merges),
      ...(concepts.without === undefined ? {} : { without: readWithout(concepts.without) }),
    },
    // A run is never gone on with by other families than it began with, nor woven in another way.
    families: familiesId(),
    weaving: weavingVersion,
  }
}

/** A file of weights counts by what it says; a run goes on with the weights that it began with. */
function identifyingTarget({ target }: Config['walk']): { readonly target?: JsonValue } {
  if (target === undefined) return {}
  const resolved = resolveTarget(target)
  return { target: typeof resolved === 'string' ? resolved : Object.fromEntries(resolved) }
}

/** Where a model is served, how fast it is asked and what it may cost change nothing that it is asked. */
function identifyingModel({ name, samples, replyTokens, endpoints }: Config['model']): JsonValue {
  const at = name?.lastIndexOf('@') ?? -1
  const parameters = at < 1 ? undefined : endpoints[name?.slice(at + 1) ?? '']?.parameters
  return {
    ...(name === undefined ? {} : { name }),
    samples,
    replyTokens: { ...replyTokens },
    ...(parameters === undefined ? {} : { parameters: { ...parameters } }),
  }
}

/** Only what a person decided counts: a run adds proposals to the file, and is the same run after it. */
function mergeDecisions(file: string | undefined): { readonly merges?: JsonValue } {
  const decisions = readDecisions(file)
  if (decisions.length === 0) return {}
  return { merges: decisions.map(({ kind, keep, merge, decision }) => [kind, keep, merge, decision]) }
}

function contentOf(file: string | undefined): JsonValue {
  if (file === undefined) return null
  try {
    return sha256(readFileSync(file))
  } catch (cause) {
    throw new UsageError(`cannot read: ${file}`, { cause })
  }
}

/** Of the families' own code: samplers, solutions and wordings as they are written. What they call elsewhere is not looked at. */
function familiesId(): ContentId {
  return (hashOfFamilies ??= hashFamilies())
}

let hashOfFamilies: ContentId | undefined

function hashFamilies(): ContentId {
  return contentId(
    'families',
    families.map((family) => {
      const parts = [...Object.values(family), ...family.wordings]
      return [
        family.id,
        sha256(
          parts
            .filter((part) => typeof part === 'function')
            .map(String)
            .join('\n'),
        ),
      ]
    }),
  )
}

/** Whether a configuration asks a model for anything; labels that stand are not asked for. */
export function usesModel({ engine }: Pick<Config, 'engine'>): boolean {
  return labelsByModel({ engine }) || engine.generator === 'model'
}

/** Whether a model labels the seeds. */
export function labelsByModel({ engine }: Pick<Config, 'engine'>): boolean {
  return engine.extractor === 'model' && engine.graphOf === undefined
}

/** Id of a run: the hash of what decides its content. */
export function runId(config: JsonValue, seedIds: readonly ContentId[]): ContentId {
  return contentId('run', [config, [...seedIds].sort()])
}
