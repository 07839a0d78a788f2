import { Document } from 'yaml'
import type { Concept } from '../../core/concept.ts'
import type { ConceptEdit } from '../../core/concept-edit.ts'
import { ConflictError, UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Clock, ConceptEditStore } from '../../core/ports.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import type { RunStores } from '../run-pipeline.ts'
import { timeOf } from './review-desk.ts'
import type { EditDesk } from './service.ts'

export interface EditDeskParts {
  readonly stores: Pick<RunStores, 'graph' | 'runs'>
  readonly edits: ConceptEditStore
  readonly clock: Clock
}

export function openEditDesk({ stores, edits, clock }: EditDeskParts): EditDesk {
  const concepts = openConcepts(stores)
  return {
    async edit(conceptId, request) {
      const concept = (await concepts.find([conceptId])).get(conceptId)
      if (concept === undefined) throw new UsageError(`no such concept: ${conceptId}`)
      const holding = holdingEdits(await edits.list())
      if (request.kind === 'merge') await checkMerge(concept, request.into, holding)
      return edits.append({
        conceptId,
        kind: request.kind,
        to: request.kind === 'rename' ? request.name : request.into,
        editor: request.editor,
        time: timeOf(clock),
      })
    },
    undo: (editId, by) => edits.undo(editId, { time: timeOf(clock), ...(by === undefined ? {} : { by }) }),
    list: () => edits.list(),
    async mergesFile() {
      const holding = holdingEdits(await edits.list())
      const ids = holding.flatMap(({ conceptId, kind, to }) =>
        kind === 'merge' ? [conceptId, to] : [conceptId],
      )
      return mergesText(holding, await concepts.find(ids))
    },
  }

  /** Like is merged with like, once, and never in a circle. */
  async function checkMerge(
    concept: Concept,
    into: ContentId,
    holding: readonly ConceptEdit[],
  ): Promise<void> {
    const target = (await concepts.find([into])).get(into)
    if (target === undefined) throw new UsageError(`no such concept: ${into}`)
    if (target.kind !== concept.kind)
      throw new ConflictError(
        `${concept.kind} and ${target.kind}: a topic never merges with a knowledge point`,
      )
    const merges = new Map(
      holding.filter(({ kind }) => kind === 'merge').map(({ conceptId, to }) => [conceptId, to]),
    )
    if (merges.has(concept.id))
      throw new ConflictError(`${concept.name} is merged already; undo that merge first`)
    for (let at: ContentId | undefined = into; at !== undefined; at = merges.get(at))
      if (at === concept.id)
        throw new ConflictError(`${concept.name} would be merged into itself; undo the other merge first`)
  }
}

/** Edits that are not undone, in the order they were made. */
function holdingEdits(edits: readonly ConceptEdit[]): readonly ConceptEdit[] {
  return edits.filter(({ undone }) => !undone).toReversed()
}

/** Concepts of all graphs of the workspace's runs, the latest run's first; graphs are kept, for a version never changes. */
function openConcepts({ graph, runs }: Pick<RunStores, 'graph' | 'runs'>): {
  find(ids: readonly ContentId[]): Promise<ReadonlyMap<ContentId, Concept>>
} {
  const kept = new Map<ContentId, ReadonlyMap<ContentId, Concept>>()
  const most = 4

  async function conceptsOf(version: ContentId): Promise<ReadonlyMap<ContentId, Concept>> {
    const held = kept.get(version)
    if (held !== undefined) return held
    const stored = await graph.graph(version)
    const concepts = new Map(stored?.nodes.map((node) => [node.id, node]))
    if (kept.size >= most) kept.clear()
    kept.set(version, concepts)
    return concepts
  }

  return {
    async find(ids) {
      const missing = new Set(ids)
      const found = new Map<ContentId, Concept>()
      const versions = new Set((await runs.list()).map(({ graphVersion }) => graphVersion))
      for (const version of versions) {
        if (missing.size === 0) break
        const concepts = await conceptsOf(version)
        for (const id of missing) {
          const concept = concepts.get(id)
          if (concept === undefined) continue
          found.set(id, concept)
          missing.delete(id)
        }
      }
      return found
    },
  }
}

/**
 * Merges that hold, as `conceptloom run --merges FILE` reads them. A rename is a merge of the old name into the new one; one that
 * changes nothing but the spelling of the same name is not in the file, because names are compared without it. Chains go by the last name.
 */
function mergesText(edits: readonly ConceptEdit[], concepts: ReadonlyMap<ContentId, Concept>): string {
  const renamed = new Map(
    edits.filter(({ kind }) => kind === 'rename').map(({ conceptId, to }) => [conceptId, to]),
  )
  const entries = new Map<
    string,
    { readonly keep: string; readonly merge: string; readonly kind: string; readonly decision: 'accepted' }
  >()
  const add = ({ kind, name }: Concept, keep: string): void => {
    const [from, to] = [`${kind}:${canonicalKey(name)}`, `${kind}:${canonicalKey(keep)}`]
    if (from === to) return
    // The last decision goes before one that leads back to it: a concept may take the name of one that was merged into it.
    const before = leadsTo(to, from) ? to : from
    entries.delete(before)
    entries.set(from, { keep, merge: name, kind, decision: 'accepted' })
  }
  const leadsTo = (start: string, end: string): boolean => {
    for (let at: string | undefined = start; at !== undefined;) {
      if (at === end) return true
      const entry = entries.get(at)
      at = entry === undefined ? undefined : `${entry.kind}:${canonicalKey(entry.keep)}`
    }
    return false
  }
  for (const { conceptId, kind, to } of edits) {
    const concept = concepts.get(conceptId)
    if (concept === undefined) continue
    if (kind === 'rename') {
      const last = renamed.get(conceptId)
      if (last === to) add(concept, to)
      continue
    }
    const target = concepts.get(to)
    if (target !== undefined) add(concept, target.name)
  }
  const document = new Document({ merges: [...entries.values()] })
  document.commentBefore =
    ' Merges and renames of concepts that people decided, for `conceptloom run --merges FILE`.'
  return document.toString({ lineWidth: 0 })
}
