/** A choice of several: its letter and what is written beside it. */
export interface Choice {
  readonly letter: string
  readonly content: string
  /** Written as a choice, `(B)`, `B.`, `option B`, and not as a bare letter. */
  readonly marked: boolean
}

const wrappers = /^\\(?:text|textbf|mathrm|mathbf|textrm|mbox|textit|bf)\s*\{([^{}]{0,200})\}\s*(.{0,200})$/s

/** `B`, `(B)`, `B.`, `B) 12`, `\text{(B)}`, `option B`; `undefined` for anything else. */
export function readChoice(text: string): Choice | undefined {
  if (text.length > 220) return undefined
  const wrapped = wrappers.exec(text)
  const bare = (wrapped === null ? text : `${wrapped[1] ?? ''} ${wrapped[2] ?? ''}`).trim()
  const option = /^(?:option|choice|answer|选项|选)\s*:?\s*\(?([A-Ja-j])\)?\.?$/i.exec(bare)
  if (option?.[1] !== undefined) return { letter: option[1].toUpperCase(), content: '', marked: true }
  const match = /^(?:\(([A-Ja-j])\)|\[([A-J])\]|([A-J])\s?[.:、]|([A-Ja-j])\s?\))\s*(.*)$/s.exec(bare)
  if (match !== null) {
    const letter = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').toUpperCase()
    const content = (match[5] ?? '').trim()
    // `(a)(b)` and `(a + 1)^2` are formulas.
    if (/^[\^_(+*/=-]/.test(content)) return undefined
    return { letter, content, marked: true }
  }
  return /^[A-J]$/.test(bare) ? { letter: bare, content: '', marked: wrapped !== null } : undefined
}

/** Minutes after midnight, and whether morning or afternoon was said. */
export interface ClockTime {
  readonly minutes: number
  readonly half: 'am' | 'pm' | undefined
}

/** `3:30 pm`, `15:30`, `3 p.m.`, `\text{3:30 PM}`; a bare `3` is no time. */
export function readTime(text: string): ClockTime | undefined {
  if (text.length > 60) return undefined
  const bare = text
    .replaceAll(/\\(?:text|mathrm|mbox|textbf)\s*\{([^{}]{0,40})\}/g, ' $1')
    .replaceAll(/[$\\]/g, ' ')
    .replaceAll(/(?<=[ap])\.\s?(?=m)|(?<=[ap]\.?m)\./gi, '')
    .trim()
  const match = /^(\d{1,2})(?:\s?:\s?(\d{2}))?(?:\s?:\s?(\d{2}))?\s*(am|pm|noon|midnight)?$/i.exec(bare)
  if (match === null) return undefined
  const half = match[4]?.toLowerCase()
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  if ((match[2] === undefined && half === undefined) || hours > 24 || minutes > 59) return undefined
  if (half === 'am' || half === 'midnight') return { minutes: (hours % 12) * 60 + minutes, half: 'am' }
  if (half === 'pm' || half === 'noon') return { minutes: ((hours % 12) + 12) * 60 + minutes, half: 'pm' }
  return { minutes: hours * 60 + minutes, half: undefined }
}

/** True where two times may be the same: one that says neither morning nor afternoon fits both. */
export function sameTime(first: ClockTime, second: ClockTime): boolean {
  if (first.minutes === second.minutes) return true
  const open = first.half === undefined ? first : second.half === undefined ? second : undefined
  const said = open === first ? second : first
  if (open === undefined || said.half === undefined || open.minutes >= 780) return false
  return open.minutes % 720 === said.minutes % 720
}

const emptyWords = new Set(['a', 'an', 'the'])

/** Words without case, punctuation, LaTeX dress and articles. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/\\(?:text|textbf|mathrm|mathbf|textrm|mbox|textit|texttt|operatorname)\b/g, ' ')
    .replaceAll(/\\[a-zA-Z]+/g, (command) => ` ${command.slice(1)} `)
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => !emptyWords.has(word))
    .join(' ')
}

/** True for texts of the same words; case and punctuation do not count. */
export function sameText(first: string, second: string): boolean {
  const a = plainWords(first)
  return a !== '' && a === plainWords(second)
}
