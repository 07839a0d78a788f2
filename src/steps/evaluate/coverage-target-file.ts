import type { ContentId, JsonValue } from '../../core/identity.ts'
import type { ConceptAccuracy, ConceptDiagnosis } from './diagnose-concepts.ts'

/** What the concept graph of a workspace knows of a concept: how many seeds it has. */
export type SeedsOf = (id: ContentId) => number | undefined

const places = 6

function rounded(value: number): number {
  return Number(value.toFixed(places))
}

/**
 * The weak knowledge points as a target that `walk --mode coverage --target` and `run` take: `weights` by concept id, each the deficit of the
 * shrunken accuracy, and beside them, for people, what was measured and by which rule. Topics are listed and weigh nothing.
 */
export function coverageTargetFile(diagnosis: ConceptDiagnosis, seedsOf?: SeedsOf): JsonValue {
  const weak = diagnosis.concepts.filter((concept) => concept.weak)
  const points = weak.filter(({ kind }) => kind === 'knowledge-point')
  return {
    tool: 'conceptloom',
    kind: 'coverage-target',
    rule: { ...diagnosis.rule },
    items: diagnosis.items,
    unlabelled: diagnosis.unlabelled,
    accuracy: rounded(diagnosis.accuracy),
    judged: diagnosis.judged,
    expectedByChance: diagnosis.byChance,
    weights: Object.fromEntries(
      points
        .map(
          ({ id, expected, shrunken }) =>
            [id, Math.max(10 ** -places, rounded(expected - shrunken))] as const,
        )
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    ),
    weak: weak.map((concept) => conceptRow(concept, seedsOf)),
  }
}

/** One concept as a row of an export. `seeds` is 0 where the graph has no such concept, and absent without a graph. */
export function conceptRow(concept: ConceptAccuracy, seedsOf?: SeedsOf): Readonly<Record<string, JsonValue>> {
  const { id, kind, name, items, accuracy, interval, expected, shrunken, judged, weak } = concept
  return {
    id,
    kind,
    name,
    items,
    accuracy: rounded(accuracy),
    low: rounded(interval.low),
    high: rounded(interval.high),
    expected: rounded(expected),
    shrunken: rounded(shrunken),
    judged,
    weak,
    ...(seedsOf === undefined ? {} : { seeds: seedsOf(id) ?? 0 }),
  }
}

/** All concepts as CSV with a header, ids as in the graph and in Neo4j. Names that a spreadsheet would run are quoted with an apostrophe. */
export function conceptTable(diagnosis: ConceptDiagnosis, seedsOf?: SeedsOf): string {
  const rows = diagnosis.concepts.map((concept) => conceptRow(concept, seedsOf))
  const header = Object.keys(rows[0] ?? { id: '' })
  const lines = rows.map((row) => header.map((key) => csvCell(row[key])).join(','))
  return `${[header.join(','), ...lines].join('\n')}\n`
}

function csvCell(value: JsonValue | undefined): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
