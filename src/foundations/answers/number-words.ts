const small: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, place) => [word, 20 + 10 * place]),
)
const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
const ordinals: ReadonlyMap<string, number> = new Map(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, value) => [word, value]),
)
const parts: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['twelfth', 12],
  ['hundredth', 100],
  ['thousandth', 1000],
])

/** Longest text in which number words are read. */
const maximumLength = 120

/**
 * Number words as digits, with what follows them: `twenty-five apples` → `25 apples`, `two thirds` → `2/3`, `third` → `3`, `minus five`,
 * `三分之一`, `十二`, `百分之二十`. `undefined` where the text does not begin with one or holds digits.
 */
export function readNumberWords(text: string): string | undefined {
  if (text.length > maximumLength || /\d/.test(text)) return undefined
  const chinese = readChinese(text)
  if (chinese !== undefined) return chinese
  const words = text.trim().toLowerCase().replaceAll('-', ' ').split(/\s+/)
  let at = 0
  const negative = words[0] === 'negative' || words[0] === 'minus'
  if (negative) at++
  if ((words[at] === 'a' || words[at] === 'an') && isPart(words[at + 1])) words[at] = 'one'
  if (words[at] === 'a' && scales.has(words[at + 1] ?? '')) words[at] = 'one'
  const sign = negative ? '-' : ''
  if (words.length === at + 1) {
    const ordinal = ordinals.get(words[at] ?? '')
    if (ordinal !== undefined) return `${sign}${ordinal}`
    if (words[at] === 'half') return `${sign}1/2`
  }
  const whole = readWhole(words, at)
  if (whole === undefined) return undefined
  at = whole.end
  let number = `${sign}${whole.value}`
  const bottom = partOf(words[at])
  if (bottom !== undefined) {
    number = `${sign}${whole.value}/${bottom}`
    at++
  } else if (words[at] === 'and') {
    const mixed = readWhole(
      words[at + 1] === 'a' ? [...words.slice(0, at + 1), 'one', ...words.slice(at + 2)] : words,
      at + 1,
    )
    const below = mixed === undefined ? undefined : partOf(words[mixed.end])
    if (mixed === undefined || below === undefined) return undefined
    number = `${sign}${whole.value} ${mixed.value}/${below}`
    at = mixed.end + 1
  } else if (ordinals.has(words[at] ?? '') && whole.value >= 20) {
    // `twenty first`
    number = `${sign}${whole.value + (ordinals.get(words[at] ?? '') ?? 0)}`
    at++
  } else if (words[at] === 'point') {
    const digits = words.slice(at + 1).map((word) => small.get(word))
    if (digits.length === 0 || digits.some((digit) => digit === undefined || digit > 9)) return undefined
    return `${number}.${digits.join('')}`
  }
  return [number, ...words.slice(at)].join(' ')
}

function isPart(word: string | undefined): boolean {
  return partOf(word) !== undefined
}

function partOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined
  return parts.get(word) ?? (word.endsWith('s') ? parts.get(word.slice(0, -1)) : undefined)
}

interface ReadWhole {
  readonly value: number
  readonly end: number
}

function readWhole(words: readonly string[], from: number): ReadWhole | undefined {
  let total = 0
  let group = 0
  let at = from
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    const value = small.get(word) ?? tens.get(word)
    const scale = scales.get(word)
    if (value !== undefined) group += value
    else if (scale === 100 && group > 0) group *= 100
    else if (scale !== undefined && group > 0) {
      total += group * scale
      group = 0
    } else if (
      !(
        word === 'and' &&
        at > from &&
        scales.has(words[at - 1] ?? '') &&
        (small.has(words[at + 1] ?? '') || tens.has(words[at + 1] ?? ''))
      )
    )
      break
  }
  return at === from ? undefined : { value: total + group, end: at }
}

const chineseDigits: ReadonlyMap<string, number> = new Map(
  '零一二三四五六七八九'
    .split('')
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ['两', 2],
      ['〇', 0],
    ]),
)
const chineseScales: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

function readChinese(text: string): string | undefined {
  const match =
    /^\s*(负?)([零〇一二三四五六七八九十百千万两]{1,20})(?:分之([零一二三四五六七八九十百千两]{1,20}))?\s*(.{0,20})$/u.exec(
      text,
    )
  if (match === null) return undefined
  const [, minus = '', first = '', second, rest = ''] = match
  const a = chineseNumber(first)
  if (a === undefined) return undefined
  const sign = minus === '' ? '' : '-'
  if (second === undefined) return `${sign}${a}${rest}`
  const b = chineseNumber(second)
  if (b === undefined) return undefined
  return first === '百' ? `${sign}${b}%${rest}` : `${sign}${b}/${a}${rest}`
}

function chineseNumber(text: string): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const sign of text) {
    const value = chineseDigits.get(sign)
    const scale = chineseScales.get(sign)
    if (value !== undefined) digit = value
    else if (scale !== undefined) {
      section += (digit ?? 1) * scale
      digit = undefined
    } else {
      total += (section + (digit ?? 0)) * 10_000
      section = 0
      digit = undefined
    }
  }
  return total + section + (digit ?? 0)
}
