import type { ContentId } from './identity.ts'

export const conceptEditKinds = ['rename', 'merge'] as const
export type ConceptEditKind = (typeof conceptEditKinds)[number]

/** A rename or merge that a person decided. Those that are not undone hold, in the order they were made; stored graphs stay as they are. */
export interface ConceptEdit {
  readonly id: ContentId
  readonly conceptId: ContentId
  readonly kind: ConceptEditKind
  /** The new name, or the id of the concept it was merged into. */
  readonly to: string
  readonly editor: string
  /** ISO 8601. */
  readonly time: string
  readonly undone: boolean
}

/** An edit as it is made. */
export type NewConceptEdit = Omit<ConceptEdit, 'id' | 'undone'>
