import type { Check } from '../../core/verdict.ts'
import { finalAnswer } from '../../foundations/answers/final-answer.ts'
import { numericLinks } from '../../foundations/answers/numeric-links.ts'
import { sameNumber } from '../../foundations/answers/same-number.ts'
import type { QuestionAndAnswer } from './check-no-answer-leak.ts'

/**
 * Rung 3: every closed numeric `a = b` of the solution holds, and the answer the solution ends on (`\boxed{}`, `####`, "The answer
 * is") is the pair's. Links a careful writer can mean (units, percent, rounding, two readings) are unsure: they fail
 * nothing and lower the score in the evidence, the share of links that hold for certain. Without a link that holds the check does not apply.
 */
export function checkNumericLinks(pair: Pick<QuestionAndAnswer, 'solution' | 'finalAnswer'>): Check {
  const stated = finalAnswer(pair.solution)
  if (stated !== undefined && sameNumber(stated.text, pair.finalAnswer) === 'different')
    return {
      name: 'numeric-links',
      outcome: 'failed',
      evidence: `the solution ends on ${stated.text.slice(0, 40)}, the answer is ${pair.finalAnswer.slice(0, 40)}`,
    }
  let holding = 0
  let unsure = 0
  for (const link of numericLinks(pair.solution)) {
    if (link.outcome === 'holds') holding++
    else if (link.outcome === 'unsure') unsure++
    else
      return {
        name: 'numeric-links',
        outcome: 'failed',
        evidence: `${link.left.slice(0, 60)} = ${link.right.slice(0, 60)}, computed ${link.computed.slice(0, 40)}`,
      }
  }
  return {
    name: 'numeric-links',
    outcome: holding > 0 ? 'passed' : 'not-applicable',
    evidence:
      unsure === 0
        ? `${holding} hold`
        : `${holding} hold, ${unsure} unsure, score ${(holding / (holding + unsure)).toFixed(2)}`,
  }
}
