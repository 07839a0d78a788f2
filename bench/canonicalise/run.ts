/**
 * Concept names that mean the same: precision and recall on 200 pairs (half of them the same) that were written before the code
 * (word lists and guards were mended after a first run on them gave 0.80 precision at 0.85 recall, so they are no sealed test),
 * against thresholds on the trigram Dice coefficient and on edit distance; and the time for 50,000 names against a join by trigrams
 * over a sample. `--extractions FILE` adds recorded names to those of the taxonomy.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { canonicalKey } from '../../src/foundations/taxonomy/canonical-name.ts'
import { compareNames, proposeMerges } from '../../src/steps/extract/merge-proposals.ts'
import { certainScore, doubtfulScore } from '../../src/steps/extract/score-merge.ts'
import { areOpposed, trigramSimilarity, trigramsOf } from '../../src/steps/extract/trigram-similarity.ts'
import { makeNames, realNames } from './make-names.ts'

const { values } = parseArgs({
  options: {
    extractions: { type: 'string', default: '../shared/data/xylonfu_extractions.jsonl' },
    names: { type: 'string', default: '50000' },
    pairs: { type: 'string' },
  },
})

interface Pair {
  readonly a: string
  readonly b: string
  readonly same: boolean
}

const pairs = readFileSync(values.pairs ?? new URL('./pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair)

function print(row: object): void {
  console.log(JSON.stringify(row))
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Precision, recall and F1 of calling a pair the same from a score on. */
function quality(score: (pair: Pair) => number, threshold: number): object {
  const merged = pairs.filter((pair) => score(pair) >= threshold)
  const right = merged.filter(({ same }) => same).length
  const precision = merged.length === 0 ? 1 : right / merged.length
  const recall = right / pairs.filter(({ same }) => same).length
  return {
    threshold: rounded(threshold),
    merged: merged.length,
    wrong: merged.length - right,
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(right === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
  }
}

/** A baseline gets the threshold that suits these very pairs best. */
function best(score: (pair: Pair) => number): object {
  const thresholds = [...new Set(pairs.map(score))]
  const rows = thresholds.map((threshold) => quality(score, threshold) as { readonly f1: number })
  return rows.reduce((top, row) => (row.f1 > top.f1 ? row : top))
}

/** The most it finds with a precision of at least 0.95. */
function precise(score: (pair: Pair) => number): object {
  const rows = [...new Set(pairs.map(score))].map(
    (threshold) => quality(score, threshold) as { readonly precision: number; readonly recall: number },
  )
  const good = rows.filter(({ precision }) => precision >= 0.95)
  return good.reduce((top, row) => (row.recall > top.recall ? row : top), { precision: 1, recall: 0 })
}

function dice({ a, b }: Pair): number {
  return trigramSimilarity(trigramsOf(canonicalKey(a)), trigramsOf(canonicalKey(b)))
}

function guarded(pair: Pair): number {
  return areOpposed(canonicalKey(pair.a), canonicalKey(pair.b)) ? 0 : dice(pair)
}

function editSimilarity({ a, b }: Pair): number {
  const [from, to] = [canonicalKey(a), canonicalKey(b)]
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return 1 - (row[to.length] as number) / Math.max(1, from.length, to.length)
}

const ours = ({ a, b }: Pair): number => compareNames('knowledge-point', a, b)?.score ?? 0
print({
  bench: 'canonicalise/pairs',
  method: 'ours, certain',
  pairs: pairs.length,
  ...quality(ours, certainScore),
})
print({ bench: 'canonicalise/pairs', method: 'ours, proposed', ...quality(ours, doubtfulScore) })
const equalKey = ({ a, b }: Pair): number => Number(canonicalKey(a) === canonicalKey(b))
print({ bench: 'canonicalise/pairs', method: 'equal canonical key', ...quality(equalKey, 1) })
for (const [method, score] of [
  ['trigram Dice', dice],
  ['trigram Dice, opposites kept apart', guarded],
  ['Levenshtein', editSimilarity],
] as const) {
  print({ bench: 'canonicalise/pairs', method, chosen: 'best F1 on these pairs', ...best(score) })
  print({ bench: 'canonicalise/pairs', method, chosen: 'precision 0.95 on these pairs', ...precise(score) })
}

const extractions = existsSync(values.extractions) ? values.extractions : undefined
if (extractions === undefined) console.error(`no recorded names: ${values.extractions}; the taxonomy's alone`)
const real = realNames(extractions)
const names = makeNames(real, Number(values.names))
const concepts = [...new Set(names.map((name) => canonicalKey(name)))].map((key, at) => ({
  kind: 'knowledge-point' as const,
  key,
  name: key,
  count: 1 + (at % 7),
}))

function measured<T>(work: () => T): {
  readonly result: T
  readonly seconds: number
  readonly cpuSeconds: number
} {
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  const result = work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    result,
    seconds: rounded((performance.now() - start) / 1000),
    cpuSeconds: rounded((user + system) / 1e6),
  }
}

const keys = measured(() => names.map((name) => canonicalKey(name)))
const { result: proposals, ...time } = measured(() => proposeMerges(concepts))
print({
  bench: 'canonicalise/join',
  names: names.length,
  realNames: real.length,
  concepts: concepts.length,
  keySeconds: keys.seconds,
  ...time,
  certain: proposals.filter(({ score }) => score >= certainScore).length,
  doubtful: proposals.filter(({ score }) => score < certainScore).length,
})

// The join that looks for shared trigrams, on the first names only: its time grows with the square of them.
const sample = concepts.slice(0, 5_000)
const { result: alike, ...joined } = measured(() => {
  const byTrigram = new Map<string, number[]>()
  const sets = sample.map(({ key }) => trigramsOf(key))
  let found = 0
  for (const [at, trigrams] of sets.entries()) {
    const shared = new Map<number, number>()
    for (const trigram of trigrams) {
      const others = byTrigram.get(trigram)
      if (others === undefined) byTrigram.set(trigram, [at])
      else {
        for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
        others.push(at)
      }
    }
    for (const [other, count] of shared)
      if ((2 * count) / (trigrams.size + (sets[other]?.size ?? 0)) >= 0.75) found++
  }
  return found
})
print({
  bench: 'canonicalise/join',
  method: 'shared trigrams, Dice ≥ 0.75',
  concepts: sample.length,
  ...joined,
  pairs: alike,
})
