import { codeKind } from '../../../foundations/text/word-columns.ts'
import {
  addFingerprint,
  createFingerprintTable,
  findFingerprint,
  mayHold,
  type FingerprintTable,
} from '../../../foundations/text/fingerprint-table.ts'
import type { Reference } from './reference-index.ts'
import { TextProfile } from './text-profile.ts'

/** A protected problem and the set it belongs to. */
export interface GroupedReference extends Reference {
  readonly group: string
}

/** What a dataset and one group of protected problems have in common, runs of so many words long. */
export interface Overlap {
  readonly group: string
  readonly words: number
  /** Rows of the dataset that share a run with the group. */
  readonly rows: number
  /** Problems of the group that share a run with the dataset; those that have as many words at all. */
  readonly references: number
  readonly longEnough: number
}

export interface OverlapCounter {
  /** Compares one row. */
  add(text: string): void
  result(): readonly Overlap[]
}

/**
 * Counts plain n-gram overlap in both directions, for several lengths at once (Skywork-Math, Table 9: runs of 10, 20 and 30 words). No
 * passage is excused as a stock phrase: this measures, `openDecontaminator` decides. Words are those of `CanonicalWords`; the source of
 * drawings is passed over. Time per row grows with its words alone.
 *
 * @param lengths  1 to 64 words each
 * @throws RangeError for more than 31 groups
 */
export function openOverlapCounter(
  references: readonly GroupedReference[],
  lengths: readonly number[] = [10, 20, 30],
): OverlapCounter {
  const groups = [...new Set(references.map(({ group }) => group))]
  if (groups.length > 31) throw new RangeError(`groups: ${groups.length}; at most 31 are told apart`)
  const profile = new TextProfile()
  const tables = lengths.map((length) => indexRuns(references, { groups, length, profile }))
  const rows = lengths.map(() => groups.map(() => 0))
  return {
    add(text) {
      profile.read(text)
      for (const [place, table] of tables.entries()) {
        const met = meet(table, profile)
        for (let group = 0; group < groups.length; group++)
          if ((met & (1 << group)) !== 0) (rows[place] as number[])[group]!++
      }
    },
    result() {
      return groups.flatMap((group, number) =>
        tables.map((table, place) => {
          const own = references.filter((reference) => reference.group === group)
          const hits = own.map(({ text }) => metAtAll(table, profile, text))
          return {
            group,
            words: table.length,
            rows: rows[place]?.[number] ?? 0,
            references: hits.filter((hit) => hit === true).length,
            longEnough: hits.filter((hit) => hit !== undefined).length,
          }
        }),
      )
    },
  }
}

interface RunTable {
  readonly length: number
  /** Each different run with a number. */
  readonly runs: FingerprintTable
  /** By run: a bit for each group it stands in. */
  readonly groups: Int32Array
  /** By run: 1 once a row had it. */
  readonly met: Uint8Array
}

function indexRuns(
  references: readonly GroupedReference[],
  { groups, length, profile }: { groups: readonly string[]; length: number; profile: TextProfile },
): RunTable {
  let count = 0
  for (const { text } of references) {
    profile.read(text)
    count += Math.max(0, profile.words.count - length + 1)
  }
  const runs = createFingerprintTable(count)
  const masks = new Int32Array(count)
  let next = 0
  for (const { text, group } of references) {
    profile.read(text)
    const bit = 1 << groups.indexOf(group)
    forEachRun(profile, length, (high, low) => {
      const number = addFingerprint(runs, { high, low }, next)
      if (number === next) next++
      masks[number] = (masks[number] as number) | bit
    })
  }
  return { length, runs, groups: masks, met: new Uint8Array(count) }
}

function meet({ length, runs, groups, met }: RunTable, profile: TextProfile): number {
  let found = 0
  forEachRun(profile, length, (high, low) => {
    if (!mayHold(runs, high)) return
    const number = findFingerprint(runs, high, low)
    if (number < 0) return
    met[number] = 1
    found |= groups[number] as number
  })
  return found
}

/** Whether a row had a run of this text; `undefined` where the text is too short to have one. */
function metAtAll({ length, runs, met }: RunTable, profile: TextProfile, text: string): boolean | undefined {
  profile.read(text)
  let result: boolean | undefined
  forEachRun(profile, length, (high, low) => {
    const number = findFingerprint(runs, high, low)
    result = result === true || (number >= 0 && met[number] === 1)
  })
  return result
}

function forEachRun(
  { words, grams }: TextProfile,
  length: number,
  visit: (high: number, low: number) => void,
): void {
  let prose = 0
  for (let end = 0; end < words.count; end++) {
    prose = ((words.traits[end] as number) & codeKind) === 0 ? prose + 1 : 0
    if (prose < length) continue
    const from = end - length + 1
    visit(grams.highAt(from, length), grams.lowAt(from, length))
  }
}
