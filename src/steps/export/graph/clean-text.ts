// Control characters except tab, line feed and carriage return, and the two non-characters that XML 1.0 forbids.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g

/**
 * Text as every format of an export can hold it: control characters (except tab and line ends) and the non-characters U+FFFE and U+FFFF removed, lone
 * surrogates as U+FFFD. All else stays verbatim; what a format has to escape, its writer escapes.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(forbidden, '')
}

/** Clean text on one line, for labels: runs of white space become a space. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim()
}

/** JSON of a value with all its texts clean; members that are `undefined` are left out. */
export function cleanJson(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) => (typeof held === 'string' ? cleanText(held) : held))
}
