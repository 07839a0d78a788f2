/** What a unit measures and how many base units it is. */
export interface Unit {
  readonly measures: string
  readonly factor: number
}

/** `name name: factor` by what they measure; the first unit of a line is the base. */
const table: Readonly<Record<string, string>> = {
  length:
    'm meter metre meters metres 米 公尺:1|cm centimeter centimetre centimeters centimetres 厘米 公分:0.01|mm millimeter millimetre millimeters millimetres 毫米:0.001|km kilometer kilometre kilometers kilometres 千米 公里:1000|in inch inches:0.0254|ft foot feet:0.3048|yd yard yards:0.9144|mi mile miles:1609.344|dm decimeter decimeters 分米:0.1',
  time: 's sec secs second seconds 秒:1|min mins minute minutes 分钟:60|h hr hrs hour hours 小时:3600|day days 天:86400|week weeks 周:604800|month months 个月:2629746|year years yr yrs 年:31556952|ms millisecond milliseconds:0.001',
  mass: 'g gram grams gm 克:1|kg kilogram kilograms kilo kilos 千克 公斤:1000|mg milligram milligrams:0.001|lb lbs pound pounds:453.59237|oz ounce ounces:28.349523125|ton tons tonne tonnes 吨:1000000',
  volume:
    'l L liter litre liters litres 升:1|ml mL milliliter millilitre milliliters millilitres 毫升:0.001|gallon gallons gal:3.785411784|quart quarts:0.946352946|pint pints:0.473176473|cup cups:0.2365882365',
  money:
    'dollar dollars usd 美元:1|cent cents:0.01|euro euros eur:1.0000001|rupee rupees rs:1.0000002|yuan rmb 元 yen 块:1.0000003',
  angle: 'degree degrees deg 度:0.017453292519943295|radian radians rad:1',
  percent: 'percent % pct percentage:1',
  frequency: 'hz hertz:1|khz:1000|mhz:1000000',
  force: 'n newton newtons:1',
  energy: 'j joule joules:1|kj:1000|cal calorie calories:4.184|kcal:4184|ev:1.602176634e-19',
  power: 'w watt watts:1|kw kilowatt kilowatts:1000',
  temperature: 'celsius:1|fahrenheit:2|kelvin:3',
  electricity: 'v volt volts:1|a amp amps ampere amperes:2|ohm ohms:3',
  anything: 'unit units:1',
}

const units: ReadonlyMap<string, Unit> = new Map(
  Object.entries(table).flatMap(([measures, line]) =>
    line.split('|').flatMap((entry) => {
      const [names = '', factor = '1'] = entry.split(':')
      return names.split(' ').map((name): [string, Unit] => [name, { measures, factor: Number(factor) }])
    }),
  ),
)

const speeds = new Set(['mph', 'kph', 'kmph', 'kmh'])

const areaOrVolume: ReadonlyMap<string, number> = new Map([
  ['square', 2],
  ['sq', 2],
  ['平方', 2],
  ['cubic', 3],
  ['cu', 3],
  ['立方', 3],
])

/** Words that say nothing about the unit. */
const emptyWords = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'total',
  'about',
  'each',
  'more',
  'left',
  'exactly',
  'all',
  'long',
  'tall',
  'away',
  'ago',
  'old',
])

/** True where a run of letters is the name of a unit with two letters or more. */
export function isUnitName(word: string): boolean {
  return (
    word.length > 1 && (speeds.has(word.toLowerCase()) || units.has(word) || units.has(word.toLowerCase()))
  )
}

/** True for unit names of one letter that may stand apart after a number: `5 m`. */
export function isUnitLetter(word: string): boolean {
  return 'msghLl'.includes(word) && word.length === 1
}

/** A unit as written, by what it measures: a product of powers, or words of no known measure. */
export interface Measure {
  /** `length:1,time:-1`; empty where nothing is known. */
  readonly dimension: string
  readonly factor: number
  /** Power of plain units, `units^2`; 0 where none are written. */
  readonly generic: number
  /** Words that are no known unit, in the singular, sorted. */
  readonly words: readonly string[]
}

/**
 * Reads `cm`, `cm^2`, `square feet`, `km/h`, `miles per hour`, `dollars`, `red apples`. Never fails: what is unknown stands in `words`.
 */
export function readMeasure(unit: string): Measure {
  const powers = new Map<string, number>()
  const words: string[] = []
  let factor = 1
  let generic = 0
  let direction = 1
  let pending = 1
  for (const [name, exponent] of splitUnit(
    unit.replace(/\bmph\b/i, 'mile/hour').replace(/\b(?:kph|kmph|kmh)\b/i, 'km/h'),
  )) {
    if (name === '/' || name === 'per') {
      direction = -1
      continue
    }
    const dimension = areaOrVolume.get(name.toLowerCase())
    if (dimension !== undefined) {
      pending = dimension
      continue
    }
    const found = units.get(name) ?? units.get(name.toLowerCase()) ?? units.get(singular(name.toLowerCase()))
    if (found === undefined) {
      if (!emptyWords.has(name.toLowerCase())) words.push(singular(name.toLowerCase()))
      continue
    }
    const power = direction * (exponent ?? pending)
    pending = 1
    if (found.measures === 'anything') {
      generic += power
      continue
    }
    powers.set(found.measures, (powers.get(found.measures) ?? 0) + power)
    factor *= found.factor ** power
  }
  // A volume in litres is a length to the third.
  const litres = powers.get('volume')
  if (litres !== undefined) {
    powers.delete('volume')
    powers.set('length', (powers.get('length') ?? 0) + 3 * litres)
    factor *= 0.001 ** litres
  }
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => `${name}:${power}`)
    .join()
  return { dimension, factor, generic, words: words.sort() }
}

/** Names with the exponent written after them. */
function splitUnit(unit: string): [string, number | undefined][] {
  const parts: [string, number | undefined][] = []
  for (const match of unit.matchAll(/\p{Script=Han}+|[\p{L}%]+|\/|\^?\s?(-?\d)/gu)) {
    const last = parts.at(-1)
    if (match[1] === undefined) parts.push([match[0], undefined])
    else if (last !== undefined) last[1] = Number(match[1])
  }
  return parts.flatMap(([name, exponent]): [string, number | undefined][] => {
    const chinese = /^(平方|立方)(.+)$/u.exec(name)
    return chinese === null
      ? [[name, exponent]]
      : [
          [chinese[1] ?? '', undefined],
          [chinese[2] ?? '', exponent],
        ]
  })
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(?:[sxz]|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.length > 2 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
