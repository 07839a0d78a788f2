import type { PairMark } from '../core/pair.ts'
import { checkRungs, type Check } from '../core/verdict.ts'

/** A text that is not well-formed keeps a pair out; wrong arithmetic or disagreement sends it to review; its concepts show in its rung. */
export function marksFor({ name }: Pick<Check, 'name'>): readonly PairMark[] {
  const rung = checkRungs[name]
  if (rung <= 2) return ['rejected']
  return rung <= 4 ? ['review'] : []
}
