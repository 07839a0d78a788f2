/**
 * The skeleton of a masked token list: amounts with currency, runs of numbers, fractions, lists and masks become one token each, and
 * in algebra coefficients and signs are folded.
 */
export function foldSkeleton(tokens: readonly string[]): string {
  const folded: string[] = []
  for (let place = 0; place < tokens.length; place++) {
    place = foldToken(folded, tokens, place)
  }
  if (folded.some(isVariable)) foldSigns(folded)
  let skeleton = ''
  for (const token of folded) if (token !== ',') skeleton += skeleton === '' ? token : ` ${token}`
  return skeleton
}

/** Appends the token at `place`; returns the place of the last token used. */
function foldToken(folded: string[], tokens: readonly string[], place: number): number {
  const token = tokens[place] as string
  const last = folded.at(-1)
  const next = tokens[place + 1]
  if (token === '$') {
    // `$5`, `£ 5` and `5 dollars` are the same amount.
    if (next === '#') {
      pushNumber(folded)
      folded.push('@')
      return place + 1
    }
    return place
  }
  if (token === '#') pushNumber(folded)
  else if (token === '@') pushMask(folded)
  else if (token === '-') pushMinus(folded, next)
  else if (token === '/' && last === '#' && next === '#') return place + 1
  else if (token === '/' && last === '@' && next === '@') folded.push('per')
  else if (token === '\\frac' && next === '#' && tokens[place + 2] === '#') {
    pushNumber(folded)
    return place + 2
  } else if (isVariable(token)) {
    if (last === '#' && folded.at(-2) !== '^') folded.pop()
    folded.push(token)
  } else folded.push(token)
  return place
}

function pushNumber(folded: string[]): void {
  const last = folded.at(-1)
  if (last === '#' || last === '#,') return
  if (last === ',' && isNumber(folded.at(-2))) {
    folded.length -= 2
    folded.push('#,')
  } else if (last === 'and' && folded.at(-2) === '#,') folded.pop()
  else if (last === 'and' && folded.at(-2) === ',' && folded.at(-3) === '#,') folded.length -= 2
  else folded.push('#')
}

function pushMask(folded: string[]): void {
  while (looseAdjectives.has(folded.at(-1) ?? '')) folded.pop()
  if (folded.at(-1) === 'a') folded.pop()
  const last = folded.at(-1)
  if (last === '@') return
  if (last === 'of' && folded.at(-2) === '@') folded.pop()
  else folded.push('@')
}

/** Adjectives that describe a thing and not the problem; dropped right before a mask. */
const looseAdjectives: ReadonlySet<string> = new Set(
  'small large big little old young new short tall long wide narrow heavy light high low full cheap expensive rich poor great'.split(
    ' ',
  ),
)

/** A hyphen between words or numbers of one compound joins; before a number with nothing to subtract from it is the sign. */
function pushMinus(folded: string[], next: string | undefined): void {
  const last = folded.at(-1)
  const operand = isOperand(last)
  if (next !== undefined && isOperand(next) && operand) folded.push('-')
  else if (last === '#' && next === undefined) return
  else if ((next === '(' || next?.startsWith('\\') === true) && operand) folded.push('-')
}

function isNumber(token: string | undefined): boolean {
  return token === '#' || token === '#,'
}

function isVariable(token: string): boolean {
  if (token.charCodeAt(0) !== 118) return false
  const digit = token.charCodeAt(1)
  return digit >= 48 && digit <= 57
}

function isOperand(token: string | undefined): boolean {
  return token !== undefined && (token === '#' || token === ')' || isVariable(token))
}

const mathTokens: ReadonlySet<string> = new Set([
  '#',
  '+',
  '-',
  '*',
  '/',
  '^',
  '=',
  '(',
  ')',
  '<',
  '>',
  '|',
  '≤',
  '≥',
  '≠',
  '!',
  '@',
])

/** Within one run of mathematics that holds a variable `+` and `-` are written `±`. */
function foldSigns(folded: string[]): void {
  let runStart = 0
  let variables = 0
  for (let place = 0; place <= folded.length; place++) {
    const token = folded[place]
    if (token !== undefined && (mathTokens.has(token) || isVariable(token) || token.startsWith('\\'))) {
      if (isVariable(token)) variables++
      continue
    }
    if (variables > 0) {
      for (let inner = runStart; inner < place; inner++) {
        if (folded[inner] === '+' || folded[inner] === '-') folded[inner] = '±'
      }
    }
    runStart = place + 1
    variables = 0
  }
}
