import type { Check } from '../../core/verdict.ts'
import { formulaMark, maskMathematics } from './mask-mathematics.ts'

/** A sentence that asks: it opens with a verb of asking, or a clause of it does. */
const ask =
  /^(?:(?:then|now|also|please|next|finally|hence|so|first|exactly|quickly|and|\(?(?:[a-d]|i{1,3}|iv)\)|\d+[.)]|[•·*-])[\s,]+)*(?:find|compute|calculate|determine|evaluate|solve|simplify|factor|expand|prove|show|express|write|give|state|list|name|rank|estimate|graph|sketch|identify|convert|rationalize|complete|fill|choose|select|count|work out|round|order|arrange|explain|describe|draw|justify|tell|figure out|provide|help|report|deduce|verify|enter|add|subtract|multiply|divide|reduce|rewrite|differentiate|integrate|use|square|compare|answer)\b|[,;:§]\s+(?:then\s+|please\s+|and\s+)?(?:find|compute|calculate|determine|evaluate|solve|simplify|express|prove|show that|enter|write)\b/iu

/** Of these verbs, those that leave no doubt beside a question mark: `Add 3 to it. What do you get?` asks once. */
const plainAsk = /\b(?:find|compute|calculate|determine|evaluate|solve for|simplify|prove)\b/i

/** Words of a question without a question mark. */
const interrogative =
  /\b(?:what|how (?:many|much|long|far|old|often|fast|tall|high|deep|wide|big|large)|which|who|whose|when will|where)\b/i

/** Says how to write the answer and asks nothing new. */
const formatting =
  /\b(?:your|the|each|final) (?:final )?(?:answers?|results?|responses?|solutions?)\b|^(?:please )?(?:express|round|write|give|enter|simplify|leave|assume|use|note|include|do not|state|provide|list|separate|recall|hint|order)\b/i

/** A statement that breaks off where the answer belongs: `The quotient is．`, `= ____`, `( )`. */
const blank =
  /_{2,}|\\u(?:nder)?line|\\hspace|~|\(\s*\)|（\s*）|\?\s*$|(?:[=:]|\b(?:is|are|was|were|be|been|equals?|to|by|of|than|has|have|get|from|at|in|for|a|an|the|as|on|with|will|can|needs?|takes?|costs?|contains?|makes?))\s*[．.。,]?\s*$/i

const subPart = /(?:^|[\s:;.?!])\(?(a|b|c|i|ii|iii)\)[\s.:]/g

/** What else is listed under (a), (b), (i), (ii). */
const enumeration =
  /\b(?:conditions?|propert(?:y|ies)|satisf(?:y|ies|ying)|such that|statements?|options?|choices?|which)\b/i

/**
 * Rung 2: the question asks exactly one thing. Fails on sub-parts (`(a)` … `(b)`), on a second question, on two sentences that ask
 * (`Find x. Compute y.`), and where nothing is asked. Sentences on the form of the answer do not count.
 */
export function checkOneQuestion(question: string): Check {
  const words = maskMathematics(question)
  const labels = new Set(Array.from(words.matchAll(subPart), (match) => match[1]))
  const inParts = (labels.has('a') && labels.has('b')) || (labels.has('i') && labels.has('ii'))
  if (inParts && !enumeration.test(words)) return failed('asks in parts')
  let questions = 0
  let commands = 0
  let others = 0
  for (const sentence of withoutQuotes(words).split(sentenceEnd)) {
    const trimmed = sentence.trim()
    if (trimmed === '') continue
    if (/[?？]$/.test(trimmed)) questions++
    else if (!ask.test(trimmed)) continue
    else if (plainAsk.test(trimmed) && !formatting.test(trimmed)) commands++
    else others++
  }
  const asks = questions + commands
  if (asks > 1) return failed(`${asks} questions`)
  if (
    asks === 1 ||
    others > 0 ||
    interrogative.test(words) ||
    blank.test(words.trimEnd()) ||
    endsInFormula(words)
  )
    return { name: 'one-question', outcome: 'passed', evidence: 'one question' }
  return failed('nothing is asked')
}

const sentenceEnd = /(?<=[?？])[!?！？\s"'”’)]*|(?<=[.!。]\)?)\s+|\n+/

/** What people in the story say or ask is not asked of the reader. */
function withoutQuotes(words: string): string {
  return words.replaceAll(/["“][^"“”]{0,300}["”]/g, '“”')
}

/** A formula alone, or one that ends the text, is an ask of its own: `\frac{6!}{5+6}`. */
function endsInFormula(words: string): boolean {
  return words
    .trim()
    .replace(/[.．:]$/, '')
    .trimEnd()
    .endsWith(formulaMark)
}

function failed(evidence: string): Check {
  return { name: 'one-question', outcome: 'failed', evidence }
}
