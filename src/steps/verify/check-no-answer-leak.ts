import { lastBoxed } from '../../foundations/answers/final-answer.ts'
import { sameNumber } from '../../foundations/answers/same-number.ts'
import type { Check } from '../../core/verdict.ts'
import { maximumText } from './mask-mathematics.ts'

/** What a verdict on an answer looks at. */
export interface QuestionAndAnswer {
  readonly question: string
  readonly solution: string
  readonly finalAnswer: string
}

/** `The answer is 12`, `Answer: 12`, `#### 12`: the stated text follows. */
const statement =
  /\b(?:answer|result|solution)(?: (?:is|=|equals)|:)\s*|#{3,}\s*|\((?:answer|ans\.?|hint):?\s*/gi
const heading = /^[^\S\n]{0,20}(?:solution|explanation)s?[^\S\n]{0,5}:/im
const unknown =
  /\b(?:find|solve for|determine|compute|calculate|what is|value of)\s+(?:the (?:\w+ )?values? of\s+)?(?:\$|\\\()?\s*([A-Za-z])\s*(?:\$|\\\))?(?=[\s.,?;]|$)/gi
const demonstration = /\b(?:show|prove|verify|demonstrate) that\b/i

/** Shortest text of a solution's last line that counts as given away, in characters. */
const shortestLine = 25

/**
 * Rung 2: the question does not give its answer away. Fails only where the answer stands in a place that says so:
 *
 * - after "the answer is", "Answer:" or `####`, or in a box;
 * - as the value of the very unknown that is asked for (`Find $x$ … $x = 5$`);
 * - in a sentence that says what to show ("Show that the total is 12");
 * - when the question holds the solution, or the solution's last line.
 *
 * A number that is the answer and also occurs among the givens is no leak: in school problems that is chance (5 % of GSM8K
 * train), and a rule on it would throw away good pairs.
 */
export function checkNoAnswerLeak(pair: QuestionAndAnswer): Check {
  const question = pair.question.slice(0, maximumText)
  const { finalAnswer } = pair
  const boxed = lastBoxed(question)
  if (boxed !== undefined && sameText(boxed, finalAnswer)) return failed('the question boxes the answer')
  if (heading.test(question)) return failed('the question holds a solution')
  for (const match of question.matchAll(statement)) {
    const stated = leading(question.slice(match.index + match[0].length, match.index + match[0].length + 80))
    if (stated !== '' && sameText(stated, finalAnswer))
      return failed(`the question states the answer: ${match[0]}${stated}`)
  }
  const letters = new Set(Array.from(question.matchAll(unknown), (match) => match[1]))
  for (const letter of letters) {
    const given = letter === undefined ? undefined : valueGiven(question, letter)
    if (given !== undefined && sameText(given, finalAnswer))
      return failed(`the unknown is given: ${letter} = ${given}`)
  }
  const shown = demonstration.exec(question)
  if (shown !== null && holdsNumber(question.slice(shown.index).split(/[.?!](?:\s|$)/)[0] ?? '', finalAnswer))
    return failed('the question says what to show')
  return checkSolution({ ...pair, question })
}

function checkSolution(pair: QuestionAndAnswer): Check {
  const lines = pair.solution.trim()
  const lastLine = lines.slice(lines.lastIndexOf('\n') + 1)
  // Without even the first two words in common nothing can be held, and most pairs end here.
  if (!sharesFirstWords(pair.question, lines) && !sharesFirstWords(pair.question, lastLine))
    return notGivenAway
  const question = plain(pair.question)
  const solution = plain(pair.solution)
  if (solution.length >= shortestLine && question.includes(solution))
    return failed('the question holds the solution')
  const last = plain(lastLine)
  if (
    last.length >= shortestLine &&
    last !== solution &&
    question.includes(last) &&
    holdsNumber(last, pair.finalAnswer)
  )
    return failed("the question holds the solution's last line")
  return notGivenAway
}

const notGivenAway: Check = {
  name: 'no-answer-leak',
  outcome: 'passed',
  evidence: 'the answer is not given away',
}

function sharesFirstWords(question: string, text: string): boolean {
  const words = /^\s*\S+\s+\S+/.exec(text.slice(0, 80))?.[0].trim() ?? text.trim()
  return /\s\s|\n/.test(words) || question.toLowerCase().includes(words.toLowerCase())
}

/** The value an equation of the question gives to a letter: `x = 5`. */
function valueGiven(question: string, letter: string): string | undefined {
  const given = new RegExp(
    `(?<![A-Za-z\\\\^_+*/=-]|[-+*/=^]\\s)${letter}\\s*=\\s*(-?[\\d.,/]*\\d|\\\\frac\\{\\d+\\}\\{\\d+\\})(?=\\s*(?:[$,.;?]|\\\\\\)|$|and\\b))`,
  )
  return given.exec(question)?.[1]
}

/** The number or formula a text begins with. */
function leading(text: string): string {
  const formula = /^(?:\$([^$]+)\$|\\\(([^)]+)\\\))/.exec(text)
  if (formula !== null) return (formula[1] ?? formula[2] ?? '').trim()
  return /^-?\$?[\d.,/]*\d%?|^\\frac\{[^{}]*\}\{[^{}]*\}/.exec(text)?.[0] ?? ''
}

function sameText(first: string, second: string): boolean {
  const compared = sameNumber(first, second)
  return compared === 'unreadable' ? bare(first) === bare(second) && bare(first) !== '' : compared === 'equal'
}

function bare(text: string): string {
  return text.replaceAll(/[$\s{}\\]/g, '')
}

/** True where the number of an answer stands in a text as a number of its own. */
function holdsNumber(text: string, answer: string): boolean {
  const number = bare(answer)
  if (!/\d/.test(number) || number.length > 60) return false
  return new RegExp(`(?<![\\w.,/])${number.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![\\w/]|[.,]\\d)`).test(
    bareSpaced(text),
  )
}

function bareSpaced(text: string): string {
  return text.replaceAll(/[${}\\]/g, '')
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

function failed(evidence: string): Check {
  return { name: 'no-answer-leak', outcome: 'failed', evidence: evidence.slice(0, 120) }
}
