import type { Concept } from '../core/concept.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { PairStore } from '../core/ports.ts'
import { randomAt, randomKey } from '../core/random.ts'
import type { Run } from '../core/run.ts'
import { findByName } from '../foundations/taxonomy/taxonomy.ts'
import {
  measureFidelity,
  type Fidelity,
  type FidelityItem,
} from '../steps/curate/fidelity/measure-fidelity.ts'
import { labelProblem } from '../steps/extract/label-problem.ts'
import { ablateConcepts } from '../steps/generate/procedural/ablate-concepts.ts'
import { decodeComposition } from '../steps/generate/procedural/composition-code.ts'

export interface FidelityOptions {
  /** Most pairs looked at; a seeded sample of more. */
  readonly sample: number
  readonly seed: number
}

/** Concept fidelity of a run, by engine and preset. */
export interface RunFidelity {
  readonly run: ContentId
  /** Unmarked pairs of the run, and how many were looked at. */
  readonly pairs: number
  readonly sampled: number
  readonly engines: readonly EngineFidelity[]
}

export interface EngineFidelity {
  /** `procedural`, or the preset and its model. */
  readonly engine: string
  /** Share of requests that the taxonomy can name: only those are judged. */
  readonly judged: number
  /** The question alone, uncapped, as seeds are labelled. */
  readonly question: Fidelity
  /** Question and solution together. */
  readonly questionAndSolution: Fidelity
  /** Of a procedural engine: what leaving out the part of a requested concept does. */
  readonly ablation?: AblationSummary
}

export interface AblationSummary {
  /** Concepts left out, one at a time. */
  readonly concepts: number
  /** Share whose absence leaves the answer undetermined, changes it, or does nothing. */
  readonly undetermined: number
  readonly changed: number
  readonly idle: number
}

/** Labels the pairs of a run again, by the taxonomy, and compares with what was asked of them. */
export async function measureRunFidelity(
  {
    run,
    pairs,
    concepts,
  }: { readonly run: Run; readonly pairs: PairStore; readonly concepts: readonly Concept[] },
  { sample, seed }: FidelityOptions,
): Promise<RunFidelity> {
  const { chosen, unmarked } = await samplePairs(pairs, run, { sample, seed })
  const entryOf = taxonomyIds(concepts)
  const groups = Map.groupBy(chosen, engineOf)
  const engines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([engine, own]) => ({
      engine,
      ...judge(own, entryOf, seed),
    }))
  return { run: run.id, pairs: unmarked, sampled: chosen.length, engines }
}

function judge(
  pairs: readonly Pair[],
  entryOf: ReadonlyMap<ContentId, string>,
  seed: number,
): Omit<EngineFidelity, 'engine'> {
  const requested = pairs.map(({ draft }) => new Set(draft.requested.flatMap((id) => entryOf.get(id) ?? [])))
  const asked = pairs.reduce((sum, { draft }) => sum + draft.requested.length, 0)
  const judged = requested.reduce((sum, ids) => sum + ids.size, 0)
  const measure = (textOf: (pair: Pair) => string): Fidelity => {
    const items: FidelityItem[] = pairs.map((pair, place) => ({
      requested: requested[place] as ReadonlySet<string>,
      extracted: labelsOf(textOf(pair)),
    }))
    return measureFidelity(items, seed)
  }
  const ablation = summariseAblations(pairs)
  return {
    judged: asked === 0 ? 0 : judged / asked,
    question: measure(({ draft }) => draft.question),
    questionAndSolution: measure(({ draft }) => `${draft.question}\n${draft.solution}`),
    ...(ablation === undefined ? {} : { ablation }),
  }
}

function labelsOf(text: string): ReadonlySet<string> {
  return new Set(labelProblem(text, { uncapped: true }).knowledgePoints.map(({ id }) => id))
}

function summariseAblations(pairs: readonly Pair[]): AblationSummary | undefined {
  const effects = pairs.flatMap(({ draft }) => {
    const composition = draft.method === 'procedural' ? decodeComposition(draft.evidence) : undefined
    return composition === undefined ? [] : (ablateConcepts(composition) ?? [])
  })
  if (effects.length === 0) return undefined
  const shareOf = (effect: string): number =>
    effects.filter((one) => one.effect === effect).length / effects.length
  return {
    concepts: effects.length,
    undetermined: shareOf('undetermined'),
    changed: shareOf('changed'),
    idle: shareOf('idle'),
  }
}

/** Taxonomy ids of the concepts that are aligned, or whose name is one of the taxonomy's. */
function taxonomyIds(concepts: readonly Concept[]): ReadonlyMap<ContentId, string> {
  return new Map(
    concepts.flatMap(({ id, kind, name, taxonomyId }) => {
      const entry = kind === 'topic' ? undefined : (taxonomyId ?? findByName(kind, name)?.id)
      return entry === undefined ? [] : [[id, entry] as const]
    }),
  )
}

function engineOf({ draft }: Pair): string {
  if (draft.method === 'procedural') return 'procedural'
  const { evidence } = draft
  const preset =
    typeof evidence === 'object' && evidence !== null && 'preset' in evidence
      ? String((evidence as { readonly preset: unknown }).preset)
      : draft.method
  return `${preset} by ${draft.model ?? 'a model'}`
}

/** A seeded reservoir (Vitter 1985, algorithm R) of the unmarked pairs, in the order of their index. */
async function samplePairs(
  pairs: PairStore,
  run: Run,
  { sample, seed }: FidelityOptions,
): Promise<{ readonly chosen: readonly Pair[]; readonly unmarked: number }> {
  const random = randomAt(randomKey('fidelity sample', seed), 0)
  const chosen: Pair[] = []
  let unmarked = 0
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) {
      if (pair.marks.length > 0) continue
      unmarked++
      if (chosen.length < sample) chosen.push(pair)
      else {
        const place = random.integer(0, unmarked - 1)
        if (place < sample) chosen[place] = pair
      }
    }
  }
  return { chosen: chosen.sort((a, b) => a.index - b.index), unmarked }
}
