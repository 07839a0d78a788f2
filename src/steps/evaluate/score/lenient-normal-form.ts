/** Where the published program stops with an exception. Inside its comparison that falls back to plain equality; outside it ends a whole set. */
export class PublishedProgramError extends Error {
  override readonly name = 'PublishedProgramError'
}

/**
 * An answer in the normal form of MWPBench's published evaluation (microsoft/unilm, mathscale/MWPBench, commit b824f95): the string
 * rules of the MATH benchmark with all commas removed first. Quirks are kept: every comma goes, so `(1,2)` is `(12)`; a bare `%` stays
 * and `\%` goes; `\qquad` stays.
 *
 * @param text  in lower case
 * @throws PublishedProgramError where the program stops: two units, or a `\frac` or `\sqrt` with nothing behind it
 */
export function lenientNormalForm(text: string): string {
  let form = withNestedFractions(text)
    .replaceAll(',', '')
    .replaceAll('\n', '')
    .replaceAll('\\!', '')
    .replaceAll('\\\\', '\\')
    .replaceAll('tfrac', 'frac')
    .replaceAll('dfrac', 'frac')
    .replaceAll('\\left', '')
    .replaceAll('\\right', '')
    .replaceAll('^{\\circ}', '')
    .replaceAll('^\\circ', '')
    .replaceAll('\\$', '')
  form = withoutUnit(form).replaceAll('\\%', '').replaceAll(' .', ' 0.').replaceAll('{.', '{0.')
  if (form === '') return form
  if (form.startsWith('.')) form = `0${form}`
  form = withoutName(form)
  form = withBracedRoots(form).replaceAll('\\quad', ' ').replaceAll(' ', '')
  form = withBracedFractions(form)
  return withLatexFraction(form === '0.5' ? '\\frac{1}{2}' : form)
}

/** `((3)/(4))`, as Ape210k writes fractions. */
function withNestedFractions(text: string): string {
  if (!text.includes('((')) return text
  return text.replaceAll(/\(\((\p{Nd}+)\)\/\((\p{Nd}+)\)\)/gu, '\\\\frac{$1}{$2}')
}

/** What stands before `\text{ `, which begins a unit. */
function withoutUnit(text: string): string {
  const parts = text.split('\\text{ ')
  if (parts.length > 2) throw new PublishedProgramError('more than one unit')
  return parts[0] as string
}

/** `x=5` → `5`, for names of at most two characters. */
function withoutName(text: string): string {
  const sides = text.split('=')
  return sides.length === 2 && (sides[0] as string).length <= 2 ? (sides[1] as string) : text
}

/** `\sqrt3` → `\sqrt{3}`. */
function withBracedRoots(text: string): string {
  const [head = '', ...parts] = text.split('\\sqrt')
  return parts.reduce((form, part) => {
    const characters = Array.from(part.slice(0, 2))
    const first = characters[0]
    if (first === undefined) throw new PublishedProgramError('nothing under a root')
    return first === '{' ? `${form}\\sqrt${part}` : `${form}\\sqrt{${first}}${part.slice(first.length)}`
  }, head)
}

/** `\frac12` → `\frac{1}{2}`, `\frac1{72}` → `\frac{1}{72}`; left as it is where a `\frac` has a single character behind it. */
function withBracedFractions(text: string): string {
  const [head = '', ...parts] = text.split('\\frac')
  let form = head
  for (const part of parts) {
    if (part === '') throw new PublishedProgramError('nothing behind a fraction')
    if (part.startsWith('{')) {
      form += `\\frac${part}`
      continue
    }
    const [first = '', second] = Array.from(part.slice(0, 4))
    if (second === undefined) return text
    const rest = part.slice(first.length + second.length)
    form += second === '{' ? `\\frac{${first}}{${rest}` : `\\frac{${first}}{${second}}${rest}`
  }
  return form
}

/** `3/4` → `\frac{3}{4}`, for whole numbers as Python writes them. */
function withLatexFraction(text: string): string {
  const match = /^(0|-?[1-9]\d*)\/(0|-?[1-9]\d*)$/.exec(text)
  return match === null ? text : `\\frac{${match[1]}}{${match[2]}}`
}
