import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import type { ConceptKind } from '../../core/concept.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import type { MergeDecision } from './apply-merges.ts'
import type { MergeProposal } from './merge-proposals.ts'

/** A line of the review file. `automatic` was merged without asking; until it is `rejected` it stays so wherever merging is automatic. */
const entrySchema = z.strictObject({
  kind: z.enum(['topic', 'knowledge-point']),
  keep: z.string().trim().min(1),
  merge: z.string().trim().min(1),
  decision: z.enum(['proposed', 'automatic', 'accepted', 'rejected']),
  score: z.number().min(0).max(1).exactOptional(),
  why: z.string().exactOptional(),
})

type Entry = z.infer<typeof entrySchema>

const header = ` Names of concepts that may mean the same. Set decision to accepted (merge goes by the name of keep) or
 rejected (they stay apart) where it says proposed or automatic; keep and merge may be exchanged. The next run
 with this file does as it says and adds what is new.`

/**
 * Reads what a person decided. An empty text holds no decisions.
 *
 * @param file  shown in messages
 * @throws ConfigurationError with file and line: not YAML, a wrong field, one pair decided two ways, names merged in a circle
 */
export function parseMergeReview(text: string, file: string): readonly MergeDecision[] {
  const decided: Placed[] = readEntries(text, file).entries.filter(
    ({ entry }) => entry.decision === 'accepted' || entry.decision === 'rejected',
  )
  refuseContradictions(decided, file)
  return decided.map(({ entry }) => ({
    kind: entry.kind,
    keep: entry.keep,
    merge: entry.merge,
    decision: entry.decision as MergeDecision['decision'],
  }))
}

/**
 * The file with what is new at its end; what stands in it stays as it is, comments too. `undefined` where nothing is new.
 *
 * @param text  the file as it is, empty where there is none
 */
export function extendMergeReview(
  { text, file }: { readonly text: string; readonly file: string },
  {
    open,
    automatic,
  }: { readonly open: readonly MergeProposal[]; readonly automatic: readonly MergeProposal[] },
): string | undefined {
  const { document, entries } = readEntries(text, file)
  const known = new Set(entries.map(({ entry }) => pairKey(entry)))
  const fresh = [
    ...open.map((proposal) => ({ proposal, decision: 'proposed' })),
    ...automatic.map((proposal) => ({ proposal, decision: 'automatic' })),
  ].filter(({ proposal }) => !known.has(pairKey(proposal)))
  if (fresh.length === 0) return undefined
  const items = fresh.map(({ proposal, decision }) => {
    const { keep, merge, kind, score, why } = proposal
    return { keep, merge, kind, decision, score, why }
  })
  if (entries.length === 0) {
    document.contents = document.createNode({ merges: items }) as typeof document.contents
    document.commentBefore ??= header
  } else for (const item of items) document.addIn(['merges'], document.createNode(item))
  return document.toString({ lineWidth: 0 })
}

interface Placed {
  readonly entry: Entry
  readonly line: number
}

function readEntries(
  text: string,
  file: string,
): { readonly document: Document; readonly entries: readonly Placed[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const fail = (line: number, what: string): never => {
    throw new ConfigurationError(`${file}:${line}: ${what}`)
  }
  const lineOf = (node: unknown): number =>
    lines.linePos((node as { readonly range?: readonly number[] | null }).range?.[0] ?? 0).line
  const [error] = document.errors
  if (error !== undefined)
    fail(error.linePos?.[0].line ?? 1, `not YAML: ${error.message.split('\n')[0]}; mend the line`)
  if (document.contents === null) return { document, entries: [] }
  const list = isMap(document.contents) ? document.get('merges', true) : undefined
  if (!isSeq(list))
    return fail(
      1,
      'no list of merges; begin with a line `merges:`, or remove the file to have it written anew',
    )
  const entries = list.items.map((item): Placed => {
    const line = lineOf(item)
    const read = entrySchema.safeParse(isMap(item) ? item.toJS(document) : null)
    if (read.success) return { entry: read.data, line }
    const [issue] = read.error.issues
    const field = isMap(item) ? item.items.find((pair) => String(pair.key) === issue?.path[0]) : undefined
    return fail(
      field === undefined ? line : lineOf(field.key),
      `bad merge: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}; mend or remove the entry`,
    )
  })
  return { document, entries }
}

function refuseContradictions(decided: readonly Placed[], file: string): void {
  const byPair = new Map<string, Placed>()
  const into = new Map<string, string>()
  for (const placed of decided) {
    const { entry, line } = placed
    const before = byPair.get(pairKey(entry))
    if (before !== undefined && before.entry.decision !== entry.decision)
      throw new ConfigurationError(
        `${file}:${line}: ${entry.merge} and ${entry.keep} are ${before.entry.decision} on line ${before.line}; keep one of the two`,
      )
    byPair.set(pairKey(entry), placed)
    if (entry.decision === 'rejected') continue
    const [from, to] = [nameKey(entry.kind, entry.merge), nameKey(entry.kind, entry.keep)]
    for (let at: string | undefined = to; at !== undefined; at = into.get(at)) {
      if (at === from && before === undefined)
        throw new ConfigurationError(
          `${file}:${line}: ${entry.merge} is merged into itself; keep must be another name, without a circle`,
        )
    }
    const other = into.get(from)
    if (other !== undefined && other !== to)
      throw new ConfigurationError(
        `${file}:${line}: ${entry.merge} is merged into another name already; merge that one instead`,
      )
    if (from !== to) into.set(from, to)
  }
}

function nameKey(kind: ConceptKind, name: string): string {
  return `${kind}:${canonicalKey(name)}`
}

function pairKey({ kind, keep, merge }: Pick<Entry, 'kind' | 'keep' | 'merge'>): string {
  return [nameKey(kind, keep), nameKey(kind, merge)].toSorted().join('\n')
}
