import { questionId, pairMarks, type Pair, type PairMark } from '../core/pair.ts'
import type { Review, TextChanges } from '../core/review.ts'
import { checkNames, checkRungs, type Check, type Verdict } from '../core/verdict.ts'
import { skeletonId } from '../foundations/text/skeleton.ts'
import { verifyDraft } from '../steps/verify/verify-draft.ts'
import { marksFor } from './marks-for.ts'

/** Flag of the verdict of a pair whose text a person has changed. */
const editedFlag = 'edited-by-person'

/** Marks that ask for a person's decision, or were one of the checks': an acceptance takes the pair in in spite of them. */
const decidedByPerson: readonly PairMark[] = ['review', 'answer-conflict', 'rejected']

/**
 * A stored pair as a person's decision has it: rejected it is marked so, accepted it is free of marks that ask for a decision, edited
 * it has the new texts and the verdict on them. Its id, its place and all it came from stay. Nothing is stored, so without the
 * decision the pair is what it was.
 */
export function applyReview(pair: Pair, { decision, changes = {} }: Review): Pair {
  if (decision === 'reject') return { ...pair, marks: withMarks(pair.marks, ['rejected']) }
  if (decision === 'accept')
    return { ...pair, marks: pair.marks.filter((mark) => !decidedByPerson.includes(mark)) }
  return applyEdit(pair, changes)
}

function applyEdit(pair: Pair, changes: TextChanges): Pair {
  const { question, solution, finalAnswer } = pair.draft
  const draft = { ...pair.draft, ...changes }
  const verdict = gradeEdited(pair, draft)
  const failed = verdict.checks.find((check) => check.outcome === 'failed')
  // What the checks said of the old text is said anew of this one; what was found by comparing pairs stays until they are compared again.
  const kept = pair.marks.filter((mark) => mark !== 'review' && mark !== 'rejected')
  return {
    ...pair,
    questionId: questionId(draft.question),
    skeletonId: skeletonId(draft.question),
    draft,
    verdict,
    marks: withMarks(kept, failed === undefined ? [] : marksFor(failed)),
    original: { question, solution, finalAnswer },
  }
}

/**
 * What can be checked of a text that a person wrote: its form and its arithmetic, and the votes where they were on this question and
 * answer. By construction it proves nothing any more.
 */
function gradeEdited({ draft: before, verdict: { agreement, flags } }: Pair, draft: Pair['draft']): Verdict {
  const isVotedOn = draft.question === before.question && draft.finalAnswer === before.finalAnswer
  const graded = verifyDraft(
    draft,
    { recheck: () => unproved },
    isVotedOn && agreement !== undefined ? { agreement } : {},
  )
  return { ...graded, flags: [...new Set([...flags, ...graded.flags, editedFlag])] }
}

const unproved: readonly Check[] = checkNames
  .filter((name) => checkRungs[name] === 5)
  .map((name) => ({ name, outcome: 'not-applicable', evidence: 'the text was edited by a person' }))

function withMarks(marks: readonly PairMark[], more: readonly PairMark[]): readonly PairMark[] {
  return pairMarks.filter((mark) => marks.includes(mark) || more.includes(mark))
}
