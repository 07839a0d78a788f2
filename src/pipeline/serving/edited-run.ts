import type { ConceptEditStore } from '../../core/ports.ts'
import type { GenerationRequest } from '../../surfaces/api/contract/generations.ts'
import { applyEdits } from '../explore/apply-edits.ts'
import type { ConceptNames } from '../explore/describe-pair.ts'
import { findKnowledgePoints } from '../given-concepts.ts'
import type { StoredRun } from '../stored-run.ts'

/** What a run stands on as it is shown: graph and contributions with the edits of concepts that hold. */
export type EditedRun = StoredRun & ConceptNames

/** Applies the edits of a workspace; what comes of them is kept for as long as the run is, and until there is another edit. */
export function openEditedRuns(edits: ConceptEditStore): (stored: StoredRun) => Promise<EditedRun> {
  const kept = new WeakMap<StoredRun, { readonly version: number; readonly edited: EditedRun }>()
  return async (stored) => {
    const version = await edits.version()
    const held = kept.get(stored)
    if (held?.version === version) return held.edited
    const edited = editedRun(stored, (await edits.list()).toReversed())
    kept.set(stored, { version, edited })
    return edited
  }
}

function editedRun(stored: StoredRun, edits: Parameters<typeof applyEdits>[2]): EditedRun {
  const { graph, contributions, survivors } = applyEdits(stored.graph, stored.contributions, edits)
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]))
  const shownId: ConceptNames['shownId'] = (id) => survivors.get(id) ?? id
  return { ...stored, graph, contributions, shownId, nameOf: (id) => names.get(shownId(id)) ?? id }
}

/**
 * A request with ids in place of names, those of merged concepts by what they were merged into: it means the same on the stored graph.
 *
 * @throws UsageError for a knowledge point that is not there
 */
export function onShownConcepts(
  request: GenerationRequest,
  { graph, shownId }: Pick<EditedRun, 'graph' | 'shownId'>,
): GenerationRequest {
  const { concepts, walk } = request
  return {
    ...request,
    ...(concepts === undefined
      ? {}
      : { concepts: findKnowledgePoints(graph, concepts.map(shownId)).map(({ id }) => id) }),
    ...(walk?.start === undefined ? {} : { walk: { ...walk, start: shownId(walk.start) } }),
  }
}
