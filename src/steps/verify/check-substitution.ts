import type { Check } from '../../core/verdict.ts'
import { equationChains } from '../../foundations/answers/equation-chains.ts'
import { evaluateArithmetic } from '../../foundations/answers/evaluate-arithmetic.ts'
import { sameNumber } from '../../foundations/answers/same-number.ts'
import { maximumText } from './mask-mathematics.ts'
import type { QuestionAndAnswer } from './check-no-answer-leak.ts'

/** The one unknown that is asked for by its letter: `Solve for $x$`, `Find the value of $n$.` */
const asked =
  /\b(?:solve(?: the equation)?(?: for)?|find|determine|compute|calculate|what is|what are)\s+(?:all\s+)?(?:the\s+)?(?:(?:positive|negative|real|integer|exact|possible|unknown|only|least|smallest|greatest|largest)\s+)*(?:(?:values?|solutions?|number)\s+(?:of|for)\s+)?(?:\$|\\\()?\s*([A-Za-z])\s*(?:\$|\\\))?(?=\s*(?:[.,?;:]|$|\n|if\b|when\b|given\b|such that\b|in\b|that satisf))/i

const maximumEquations = 10

/**
 * Rung 3: the answer, put in the place of the unknown, makes every equation of the question true, exactly. Applies where the question
 * asks for one letter and holds an equation in that letter alone, and the answer is a number (or several: `2, 3`, `2 or 3`);
 * equations with other letters, functions or irrational values are left out.
 */
export function checkSubstitution(pair: Pick<QuestionAndAnswer, 'question' | 'finalAnswer'>): Check {
  if (!pair.question.includes('=')) return notApplicable('no equation')
  // A made-up operation can look like any sign.
  if (/\b(?:defined?|operation|denotes?)\b/i.test(pair.question))
    return notApplicable('the question defines its own signs')
  if (pair.question.length > maximumText) return notApplicable('the question is too long')
  const letter = asked.exec(pair.question)?.[1] ?? onlyLetter(pair.question)
  if (letter === undefined) return notApplicable('no unknown is asked for by its letter')
  const values = numbersOf(pair.finalAnswer, letter)
  if (values === undefined) return notApplicable('the answer is no number')
  let tested = 0
  for (const { left, right } of equationsIn(pair.question, letter)) {
    for (const value of values) {
      const outcome = holdsAt({ left, right }, letter, value)
      if (outcome === 'unreadable') continue
      tested++
      if (outcome === 'different')
        return {
          name: 'substitution',
          outcome: 'failed',
          evidence: `${letter} = ${value} does not satisfy ${left} = ${right}`.slice(0, 160),
        }
    }
  }
  if (tested === 0) return notApplicable('no equation in the unknown alone')
  return {
    name: 'substitution',
    outcome: 'passed',
    evidence: `${letter} = ${values.join(', ')} satisfies the equation`,
  }
}

/** The letter of the formulas of `Solve the equation $3x + 4 = 19$`, where they have but one. */
function onlyLetter(question: string): string | undefined {
  if (!/\bsolve\b/i.test(question)) return undefined
  const formulas = Array.from(question.matchAll(/\$([^$]{1,200})\$/g), (match) => match[1] ?? '')
  const letters = new Set(
    formulas
      .join(' ')
      .replaceAll(/\\[A-Za-z]+/g, '')
      .match(/[A-Za-z]/g),
  )
  return letters.size === 1 ? [...letters][0] : undefined
}

interface Equation {
  readonly left: string
  readonly right: string
}

function equationsIn(question: string, letter: string): Equation[] {
  const equations: Equation[] = []
  for (const { sides } of [...equationChains(question), ...plainEquations(question)]) {
    for (let place = 1; place < sides.length && equations.length < maximumEquations; place++) {
      const left = sides[place - 1] ?? ''
      const right = sides[place] ?? ''
      if (usesOnly(left, letter) && usesOnly(right, letter) && isEquation(left, right, letter))
        equations.push({ left, right })
    }
  }
  return equations
}

/** Equations in running text, which have letters: `Solve 3x + 4 = 19 for x.` */
function plainEquations(question: string): { readonly sides: readonly string[] }[] {
  if (question.includes('$') || question.includes('\\')) return []
  const found = question.matchAll(
    /(?<![\w^])((?:-?[\d(]|-?[A-Za-z](?![A-Za-z]))[\d\s().+\-*/^A-Za-z]{0,120}?)=([\d\s().+\-*/^A-Za-z]{1,120})/g,
  )
  return Array.from(found, ([, left = '', right = '']) => ({ sides: [left.trim(), cutAtWords(right)] }))
}

/** The part of a side before a word of two letters or more, or the end of the sentence. */
function cutAtWords(side: string): string {
  return (side.split(/\s+(?=[A-Za-z]{2})|\.(?:\s|$)|\s+(?=[A-Za-z]\s)/)[0] ?? '').trim()
}

/** The unknown occurs, and not as a given value (`when $x = 2$`). */
function isEquation(left: string, right: string, letter: string): boolean {
  if (!holds(left, letter) && !holds(right, letter)) return false
  return left.trim() !== letter && right.trim() !== letter
}

/** No letters but the unknown, outside LaTeX commands. */
function usesOnly(side: string, letter: string): boolean {
  const letters = side.replaceAll(/\\[A-Za-z]+/g, '').match(/[A-Za-z]/g) ?? []
  return letters.every((found) => found === letter)
}

function holds(side: string, letter: string): boolean {
  return side.replaceAll(/\\[A-Za-z]+/g, '').includes(letter)
}

function holdsAt(equation: Equation, letter: string, value: string): 'equal' | 'different' | 'unreadable' {
  const put = (side: string): string =>
    side.replaceAll(/\\[A-Za-z]+|[A-Za-z]/g, (found) => (found === letter ? `(${value})` : found))
  const left = put(equation.left)
  const right = put(equation.right)
  // A value that two readings of the text can give decides nothing.
  if (isAmbiguous(left) || isAmbiguous(right)) return 'unreadable'
  return sameNumber(left, right)
}

function isAmbiguous(side: string): boolean {
  return evaluateArithmetic(side)?.ambiguous ?? true
}

function numbersOf(answer: string, letter: string): string[] | undefined {
  const parts = answer
    .replaceAll(/\$|\\text\{\s*(?:or|and)\s*\}/g, ',')
    .split(/,(?!\d{3}(?!\d))|;|\bor\b|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(letter) ? part.replace(/^[A-Za-z]\s*=\s*/, '') : part))
  const readable = parts.every(
    (part) => /\d/.test(part) && evaluateArithmetic(part) !== undefined && !part.includes('%'),
  )
  return parts.length > 0 && parts.length <= 6 && readable ? parts : undefined
}

function notApplicable(evidence: string): Check {
  return { name: 'substitution', outcome: 'not-applicable', evidence }
}
