import type { Check } from '../../core/verdict.ts'
import {
  checkAnnotations as recompute,
  type AnnotationCheck,
} from '../../foundations/answers/calculator-annotations.ts'

/**
 * Rung 3: every calculator annotation of the solution holds exactly, and the number written after it is its result. Annotations
 * with letters cannot be recomputed and do not count; without any that can, the check does not apply.
 */
export function checkAnnotations(solution: string): Check {
  if (!solution.includes('<<'))
    return { name: 'annotations', outcome: 'not-applicable', evidence: 'no annotations' }
  const annotations = recompute(solution).filter(
    (found) => !/\p{L}/u.test(`${found.expression}${found.stated}`),
  )
  const wrong = annotations.find((found) => !found.holds || found.following === 'other')
  if (wrong !== undefined) return { name: 'annotations', outcome: 'failed', evidence: describeFault(wrong) }
  if (annotations.length === 0)
    return { name: 'annotations', outcome: 'not-applicable', evidence: 'no annotation can be recomputed' }
  return { name: 'annotations', outcome: 'passed', evidence: `${annotations.length} hold` }
}

function describeFault(found: AnnotationCheck): string {
  const written = `${found.expression} = ${found.stated}`.slice(0, 80)
  if (found.computed === undefined) return `${written} cannot be computed`
  return found.holds
    ? `${written} is followed by another number`
    : `${written}, computed ${found.computed.slice(0, 40)}`
}
