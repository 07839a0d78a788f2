import type { Random } from '../../src/core/random.ts'

/** Rewrites a problem by one rule; `undefined` where the rule has nothing to take hold of. */
export type Change = (text: string, random: Random) => string | undefined

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bHow many\b/g, 'What number of'],
  [/\bhow many\b/g, 'what number of'],
  [/\bHow much\b/g, 'What amount of'],
  [/\bFind\b/g, 'Determine'],
  [/\bCompute\b/g, 'Work out'],
  [/\bEvaluate\b/g, 'Calculate'],
  [/\bWhat is\b/g, 'Give'],
  [/\bbuys\b/g, 'purchases'],
  [/\bbought\b/g, 'purchased'],
  [/\bgives\b/g, 'hands'],
  [/\bgave\b/g, 'handed'],
  [/\btotal\b/g, 'overall'],
  [/\beach\b/g, 'every one'],
  [/\bbegins?\b/g, 'start'],
  [/\bdecides? to\b/g, 'will'],
  [/\bleft\b/g, 'remaining'],
  [/\bpositive integers\b/g, 'natural numbers'],
  [/\bsuch that\b/g, 'so that'],
  [/\bLet\b/g, 'Suppose'],
]
const units: readonly (readonly [RegExp, string])[] = [
  [/\bmeters?\b/g, 'yards'],
  [/\bfeet\b/g, 'metres'],
  [/\bfoot\b/g, 'metre'],
  [/\binch(?:es)?\b/g, 'centimetres'],
  [/\bmiles?\b/g, 'kilometres'],
  [/\bkilometers?\b/g, 'miles'],
  [/\bpounds?\b/g, 'kilograms'],
  [/\bounces?\b/g, 'grams'],
  [/\bhours?\b/g, 'days'],
  [/\bminutes?\b/g, 'seconds'],
  [/\bweeks?\b/g, 'months'],
  [/\bgallons?\b/g, 'litres'],
  [/\bdollars?\b/g, 'euros'],
  [/\bcents?\b/g, 'pence'],
  [/\bcm\b/g, 'mm'],
]
const names =
  'Tom Mary John Anna James Sarah David Emily Mike Laura Peter Susan Mark Alice Bob Jane Joe Lisa Sam Kate'.split(
    ' ',
  )
const things =
  'apples books pencils cookies marbles stickers flowers balloons eggs tickets cards shirts bottles cars oranges bags boxes chairs'.split(
    ' ',
  )

/** Capitalised words inside a sentence, and the things above, each replaced by one other throughout. */
function rename(text: string, random: Random): string | undefined {
  if (/[\\$]\w*[\\^_{]/.test(text)) return undefined
  const people = [...new Set(text.match(/(?<=[a-z,] )[A-Z][a-z]{2,}\b(?!\.)/g))]
  let changed = text
  for (const person of people) changed = replaced(changed, person, otherOf(names, person, random))
  for (const thing of things) changed = replaced(changed, thing, otherOf(things, thing, random))
  return people.length > 0 && changed !== text ? changed : undefined
}

function otherOf(list: readonly string[], held: string, random: Random): string {
  for (;;) {
    const other = random.pick(list)
    if (other !== held) return other
  }
}

function replaced(text: string, word: string, other: string): string {
  return text.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), other)
}

function substitute(rules: readonly (readonly [RegExp, string])[]): Change {
  return (text) => {
    let changed = text
    for (const [pattern, other] of rules) changed = changed.replaceAll(pattern, other)
    return changed === text ? undefined : changed
  }
}

/** Two sentences before the last change places. */
function reorder(text: string): string | undefined {
  const sentences = text.split(/(?<=[a-z]\.) +(?=[A-Z])/)
  if (sentences.length < 3) return undefined
  const [first = '', second = '', ...rest] = sentences
  return [second, first, ...rest].join(' ')
}

function renumber(text: string, random: Random): string | undefined {
  if (!/[a-z] /i.test(text)) return undefined
  const changed = text.replaceAll(/\d+/g, (digits) => String(Number(digits) + random.integer(1, 9)))
  return changed === text ? undefined : changed
}

function respell(text: string): string | undefined {
  const changed = text
    .replaceAll(/\$([^$]+)\$/g, '\\($1\\)')
    .replaceAll('\\frac', '\\dfrac')
    .replaceAll(/\^(\d)/g, '^{$1}')
    .replaceAll(/ ?([=+<>]) ?/g, '$1')
    .replace(/\.\s*$/, '')
  return changed === text ? undefined : changed
}

const operators: readonly (readonly [RegExp, string])[] = [
  [/ \+ /, ' - '],
  [/\\sin/, '\\cos'],
  [/\\cos/, '\\sin'],
  [/ < /, ' > '],
  [/\^2/, '_2'],
  [/\^\{2\}/, '_{2}'],
  [/ - /, ' + '],
  [/\\leq?\b/, '\\ge'],
  [/\\cdot/, '+'],
]

function changeOperator(text: string): string | undefined {
  for (const [pattern, other] of operators)
    if (text.includes('$') && pattern.test(text)) return text.replace(pattern, () => other)
  return undefined
}

/** The planted sets by name. */
export const changes: Readonly<Record<string, Change>> = {
  spelling: respell,
  operator: changeOperator,
  paraphrase: substitute(phrases),
  'reordered sentences': reorder,
  'unit swap': substitute(units),
  renamed: rename,
  'numbers changed': renumber,
}
