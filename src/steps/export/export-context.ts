import type { ConceptKind } from '../../core/concept.ts'
import type { Draft } from '../../core/draft.ts'
import type { ContentId } from '../../core/identity.ts'

export interface ExportedConcept {
  readonly name: string
  readonly kind: ConceptKind
}

export interface ExportedSeed {
  /** The id the seed had in its own set. */
  readonly sourceId: string
  /** Name of the set. */
  readonly source: string
  /** SPDX id, or `unknown`. */
  readonly license: string
  /** Whom to name, where the licence asks for it. */
  readonly attribution?: string
}

/** What an export looks up: names for ids, and the families behind a draft. `undefined` means that the id is not known. */
export interface ExportContext {
  concept(id: ContentId): ExportedConcept | undefined
  seed(id: ContentId): ExportedSeed | undefined
  /** What a structural difficulty is exported as, and what it is then called. */
  readonly difficulty: { readonly label: string; of(structural: number): number }
  /** Problem families of a draft; empty where a model made it. */
  families(draft: Draft): readonly string[]
}
