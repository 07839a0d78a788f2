import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { conceptId } from '../core/concept.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import { UsageError } from '../core/errors.ts'
import { isContentId, type ContentId } from '../core/identity.ts'
import { canonicalKey } from '../foundations/taxonomy/canonical-name.ts'
import type { WalkPlan } from '../steps/walk/walk-plan.ts'
import type { CoverageTarget } from '../steps/walk/walk-options.ts'

const weights = z.record(z.string(), z.number().min(0))

/** What `conceptloom evaluate diagnose` writes, or weights alone. */
const targetFile = z.union([z.looseObject({ weights }).transform((file) => file.weights), weights])

/**
 * The target of mode `coverage` that a setting means: `uniform` and `sqrt-count` are themselves, other text is a JSON file of weights ≥ 0 by
 * knowledge point, which is named by concept id or by any spelling of its name. Points that are not named weigh 0 and are left out.
 *
 * @throws UsageError when the file cannot be read or holds no weight above 0
 */
export function resolveTarget(setting: string | Readonly<Record<string, number>>): CoverageTarget {
  if (setting === 'uniform' || setting === 'sqrt-count') return setting
  const entries = Object.entries(typeof setting === 'string' ? readTarget(setting) : setting)
  const target = new Map<ContentId, number>()
  for (const [name, weight] of entries) {
    const id = isContentId(name) ? name : conceptId('knowledge-point', canonicalKey(name))
    target.set(id, (target.get(id) ?? 0) + weight)
  }
  if (![...target.values()].some((weight) => weight > 0))
    throw new UsageError(`weights above 0: none in ${typeof setting === 'string' ? setting : 'walk.target'}`)
  return new Map([...target].sort(([left], [right]) => (left < right ? -1 : 1)))
}

function readTarget(file: string): Readonly<Record<string, number>> {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new UsageError(
      `cannot read: ${file}; give uniform, sqrt-count or a JSON file of weights by knowledge point`,
      { cause },
    )
  }
  const read = targetFile.safeParse(content)
  if (!read.success)
    throw new UsageError(`not a target: ${file}; give {"weights": {"knowledge point": 1, …}}, weights ≥ 0`)
  return read.data
}

const gateReasons = {
  'too-few-seeds': 'with too few seeds',
  'over-general': 'in too many seeds to say much',
  'not-in-target': '',
  unreachable: 'no walk can reach',
} as const

/** For people: which points of a target the walks leave out, and why; empty where all are covered. */
export function describeLeftOut(
  { coverage, settled, graph }: WalkPlan,
  all: ConceptGraph,
): readonly string[] {
  if (coverage === undefined || typeof settled.target === 'string') return []
  const wanted = [...settled.target].filter(([, weight]) => weight > 0).map(([id]) => id)
  const covered = new Set([...coverage.points].map((point) => graph.knowledgePointIds[point]))
  const names = new Map(all.nodes.map(({ id, name }) => [id, name]))
  const reasons = new Map(coverage.gated.map(({ conceptId: id, reason }) => [id, gateReasons[reason]]))
  const byReason = Map.groupBy(
    wanted.filter((id) => !covered.has(id)),
    (id) => (names.has(id) ? (reasons.get(id) ?? 'the generator cannot express') : 'not in this graph'),
  )
  return [...byReason].map(
    ([reason, ids]) =>
      `target: ${ids.length} of ${wanted.length} knowledge points left out, ${reason}: ${ids.map((id) => names.get(id) ?? id).join(', ')}`,
  )
}
