import { areOpposite, type ConceptForm } from './concept-form.ts'
import { fillerStems, namingHeads, operatorStems } from './merge-vocabulary.ts'

/** From this score on two names are taken for one without a review, where that is asked for. */
export const certainScore = 0.9
/** From this score on a merge is proposed. */
export const doubtfulScore = 0.6

/** How likely two names mean one concept, 0 to 1, and what speaks for it. */
export interface MergeScore {
  readonly score: number
  readonly why: string
}

/** A form with what else is known of its name. */
export interface ScoredForm {
  readonly form: ConceptForm
  /** Entry of the taxonomy, where it is known. */
  readonly taxonomyId: string | undefined
  /** A word of it was taken for a misspelling of another. */
  readonly corrected: boolean
}

/**
 * Scores a merge by what tells the names apart once their words are stems in the order of a compound: order, fillers, other words
 * for the same. A word that only one of them has and that is no filler makes the score 0: one word is the whole difference between
 * the law of sines and the law of cosines. That both are aliases of one entry of the taxonomy says nothing, since an entry takes in
 * several such concepts (`adding and subtracting fractions`); that they are of different ones does.
 */
export function scoreMerge(a: ScoredForm, b: ScoredForm): MergeScore | undefined {
  if (a.taxonomyId !== undefined && b.taxonomyId !== undefined && a.taxonomyId !== b.taxonomyId)
    return undefined
  if (areOpposite(a.form.direction, b.form.direction)) return undefined
  if (a.form.core !== b.form.core) return undefined
  const reasons: string[] = []
  let score = 1
  const weigh = (share: number, reason: string): void => {
    score *= share
    reasons.push(reason)
  }
  if (a.form.bag === b.form.bag) {
    const order = orderShare(a.form, b.form)
    if (order === undefined) return undefined
    if (order < 1) weigh(order, 'same words in another order')
  } else {
    const extra = difference(a.form.fillers, b.form.fillers)
    for (const stem of extra) weigh(fillerStems.get(stem) ?? 0.8, `only one says ${stem}`)
    if (withoutFillers(a.form) !== withoutFillers(b.form)) weigh(0.8, 'words that are merely alike')
  }
  if ((a.form.direction === undefined) !== (b.form.direction === undefined))
    weigh(0.8, 'only one says from what to what')
  // Cubes and cube roots are more than cube roots.
  if (a.form.listed !== b.form.listed) weigh(0.85, 'only one says several things')
  if (a.form.renamed !== b.form.renamed) weigh(0.97, 'another word for the same')
  if (a.corrected !== b.corrected) weigh(0.93, 'a misspelt word')
  const rounded = Math.round(score * 1000) / 1000
  return rounded < doubtfulScore
    ? undefined
    : { score: rounded, why: reasons.join(', ') || 'the same words in other forms' }
}

/** The score of a name and the same name with a word of what it is for: `chain rule`, `chain rule for derivatives`. */
export function scoreQualified(head: string): MergeScore | undefined {
  return namingHeads.has(head) ? { score: 0.7, why: 'only one says of or for what' } : undefined
}

/** 1 for the same order, `undefined` where the order makes them different concepts. */
function orderShare(a: ConceptForm, b: ConceptForm): number | undefined {
  if (a.sequence.join(' ') === b.sequence.join(' ')) return 1
  if (a.listed && b.listed) return 0.95
  if (a.sequence.filter((stem) => operatorStems.has(stem)).length >= 2) return undefined
  return a.sequence.length === 2 ? 0.92 : 0.85
}

/** What only one of them has. */
function difference(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...a.filter((stem) => !b.includes(stem)), ...b.filter((stem) => !a.includes(stem))]
}

function withoutFillers({ sequence, fillers }: ConceptForm): string {
  return sequence
    .filter((stem) => !fillers.includes(stem))
    .toSorted()
    .join(' ')
}
