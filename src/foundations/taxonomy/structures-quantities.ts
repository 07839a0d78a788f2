import { detectAt, detectFrom, isNumber, textAt, type StructureDetector } from './token-patterns.ts'

const MONEY_WORDS = new Set([
  'dollar',
  'cent',
  'euro',
  'pound',
  'yuan',
  'rupee',
  'buck',
  'peso',
  'yen',
  'franc',
])

const UNITS: Readonly<Record<string, readonly string[]>> = {
  'unit-length': ['inch', 'inche', 'foot', 'ft', 'yard', 'mile', 'meter', 'metre', 'centimeter', 'centimetre', 'cm', 'mm', 'km',
    'kilometer', 'kilometre', 'millimeter', 'millimetre', 'dm', 'decimeter', 'm', 'block', 'mi'],
  'unit-mass': ['gram', 'kilogram', 'kg', 'g', 'pound', 'lb', 'ounce', 'oz', 'ton', 'tonne', 'milligram', 'mg'],
  'unit-time': ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'min', 'hr', 'decade', 'century', 'sec'],
  'unit-volume': ['liter', 'litre', 'gallon', 'quart', 'pint', 'cup', 'milliliter', 'millilitre', 'ml', 'l', 'tablespoon', 'teaspoon'],
  'unit-speed': ['mph', 'kph', 'kmph', 'knot'],
} // prettier-ignore

const LENGTHS = new Set(UNITS['unit-length'])
const TIMES = new Set(UNITS['unit-time'])

function unitDetector(name: string): StructureDetector {
  const words = new Set(UNITS[name])
  return detectFrom([...words], (tokens, at) => {
    const text = textAt(tokens, at)
    return text.length > 1 || tokens[at - 1]?.kind === 'number' ? 1 : 0
  })
}

const speed: StructureDetector = detectAt((tokens, at) => {
  const text = textAt(tokens, at)
  if (UNITS['unit-speed']?.includes(text) === true) return 1
  if (!LENGTHS.has(text)) return 0
  const link = textAt(tokens, at + 1)
  if (link !== 'per' && link !== '/' && link !== 'an' && link !== 'a' && link !== 'each' && link !== 'every')
    return 0
  return TIMES.has(textAt(tokens, at + 2)) || /^[hs]$/.test(textAt(tokens, at + 2)) ? 3 : 0
})

/** `square meters`, `cm^2`, `\text{in}^2`. */
function poweredUnit(word: string, power: string): StructureDetector {
  return detectAt((tokens, at) => {
    const text = textAt(tokens, at)
    if (text === word) return LENGTHS.has(textAt(tokens, at + 1)) || textAt(tokens, at + 1) === 'unit' ? 2 : 0
    if (!LENGTHS.has(text) && text !== 'in') return 0
    return textAt(tokens, at + 1) === '^' && textAt(tokens, at + 2) === power ? 3 : 0
  })
}

const area: StructureDetector = (tokens) => poweredUnit('square', '2')(tokens)

const plainVolume = unitDetector('unit-volume')
const cubicUnit = poweredUnit('cubic', '3')
const volume: StructureDetector = (tokens) =>
  [...plainVolume(tokens), ...cubicUnit(tokens)].toSorted((a, b) => a[0] - b[0])

/** A currency sign with an amount, or an amount with a currency word. */
const money: StructureDetector = detectFrom(['$', '#', '€', '£', '¥'], (tokens, at) => {
  const token = tokens[at]
  if (token?.text === '$' && tokens[at + 1]?.kind === 'number') return 2
  if (isNumber(token) && MONEY_WORDS.has(textAt(tokens, at + 1))) {
    const pounds = textAt(tokens, at + 1) === 'pound'
    return pounds ? 0 : 2
  }
  return token !== undefined && /^[€£¥]$/.test(token.text) && tokens[at + 1]?.kind === 'number' ? 2 : 0
})

const percent: StructureDetector = detectFrom(['#'], (tokens, at) => {
  if (tokens[at]?.kind === 'number' || isNumber(tokens[at])) {
    const next = textAt(tokens, at + 1)
    if (next === '%' || next === 'percent') return 2
    return next === 'per' && textAt(tokens, at + 2) === 'cent' ? 3 : 0
  }
  return 0
})

const FRACTION_WORDS = new Set([
  'third',
  'fourth',
  'quarter',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'half',
])

/** `\frac{1}{2}`, `1/2`, `two thirds`, `one-fourth`: a fraction of two numbers. */
const fraction: StructureDetector = detectFrom(['\\frac', '#', 'one'], (tokens, at) => {
  const token = tokens[at]
  if (token?.text === '\\frac') {
    if (tokens[at + 1]?.kind !== 'number') return 0
    if (tokens[at + 2]?.kind === 'number') return 3
    const text = tokens[at + 1]?.text ?? ''
    return text.length === 2 && !text.includes('.') ? 2 : 0
  }
  if (token?.kind === 'number')
    return textAt(tokens, at + 1) === '/' && tokens[at + 2]?.kind === 'number' ? 3 : 0
  if (token?.kind !== 'word') return 0
  const counted = token.text === 'one' || isNumber(token)
  return counted && FRACTION_WORDS.has(textAt(tokens, at + 1)) ? 2 : 0
})

const decimal: StructureDetector = detectFrom(['#'], (tokens, at) => {
  const token = tokens[at]
  return token?.kind === 'number' && token.text.includes('.') && textAt(tokens, at - 1) !== '$' ? 1 : 0
})

export const quantityStructures: readonly (readonly [string, StructureDetector])[] = [
  ['money', money],
  ['percent', percent],
  ['number', detectFrom(['#'], () => 1)],
  ['fraction', fraction],
  ['decimal', decimal],
  ['unit-length', unitDetector('unit-length')],
  ['unit-mass', unitDetector('unit-mass')],
  ['unit-time', unitDetector('unit-time')],
  ['unit-volume', volume],
  ['unit-area', area],
  ['unit-speed', speed],
]
