import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { loadProtectedProblems } from '../../src/pipeline/protected-problems.ts'
import { openDecontaminator } from '../../src/steps/curate/decontaminate/open-decontaminator.ts'
import type { Reference } from '../../src/steps/curate/decontaminate/reference-index.ts'
import { drawValues } from '../../src/steps/generate/procedural/draw-values.ts'
import { families } from '../../src/steps/generate/procedural/families.ts'
import { tellProblem } from '../../src/steps/generate/procedural/tell.ts'
import { measureSpeed } from './measure-speed.ts'
import { changes } from './plant-changes.ts'
import { hasPublicData, publicData, readTexts } from './read-texts.ts'

// Decontamination: confusion tables of planted and of natural pairs, the families and our own seeds against the test sets at hand, and
// speed. One JSON line each. `--rows N` sets the rows of the speed run; `--only planted,natural,audit,speed` chooses; `--show`
// prints what an audit found.

const { values: flags } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000000' },
    only: { type: 'string', default: 'planted,natural,audit,speed' },
    show: { type: 'boolean', default: false },
  },
})
const wanted = new Set(flags.only.split(','))
const testSets = ['bench_dev.jsonl', 'mwpbench_samples']
const perChange = 300

type Tally = Record<string, number>

function bump(tally: Tally, name: string): void {
  tally[name] = (tally[name] ?? 0) + 1
}

function print(line: object): void {
  console.log(JSON.stringify(line))
}

/** Training problems stand in for the protected ones; every other one is changed and looked for among all of them. */
async function planted(): Promise<void> {
  const texts = [...(await readTexts('gsm8k_train.jsonl', 'math_train.jsonl'))]
  const key = randomKey('bench-decontaminate')
  const order = texts
    .map((text, place) => ({ text, at: randomAt(key, place).integer(0, 1_000_000_000) }))
    .sort((a, b) => a.at - b.at)
  const references = order.slice(0, 6319).map(({ text }) => text)
  const decontaminator = openDecontaminator(references)
  for (const [change, rewrite] of Object.entries(changes)) {
    const rules: Tally = {}
    let pairs = 0
    let named = 0
    for (const [place, { id, text }] of references.entries()) {
      if (pairs === perChange) break
      const changed = rewrite(text, randomAt(key, place))
      if (changed === undefined) continue
      pairs++
      const found = decontaminator.check(changed)
      bump(rules, found.rule ?? 'keep')
      if (found.referenceId === id) named++
    }
    print({ bench: 'decontaminate/planted', change, pairs, rules, namedItsReference: named })
  }
  const rules: Tally = {}
  const others = order.slice(6319, 6319 + 2000)
  for (const { text } of others) {
    const found = decontaminator.check(text.text)
    bump(rules, found.rule ?? 'keep')
    if (flags.show && found.decision !== 'keep')
      print({
        text: text.text,
        ...found,
        reference: references.find(({ id }) => id === found.referenceId)?.text,
      })
  }
  print({
    bench: 'decontaminate/planted',
    change: 'none: other problems of the same sets',
    pairs: others.length,
    rules,
  })
}

/** Natural pairs of training and test problems, each alone, and against all references of the file together. */
function natural(): void {
  const pairs = readFileSync(join(publicData, 'decontam_dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) => JSON.parse(line) as Record<'candidate' | 'reference' | 'reference_id' | 'relation', string>,
    )
  const all = openDecontaminator(pairs.map((pair) => ({ id: pair.reference_id, text: pair.reference })))
  for (const [relation, members] of Map.groupBy(pairs, (pair) => pair.relation)) {
    const [alone, pooled]: Tally[] = [{}, {}]
    for (const { candidate, reference } of members) {
      const one = openDecontaminator([{ id: 'reference', text: reference }])
      bump(alone as Tally, one.check(candidate).rule ?? 'keep')
      bump(pooled as Tally, all.check(candidate).rule ?? 'keep')
    }
    print({ bench: 'decontaminate/natural', relation, pairs: members.length, alone, pooled })
  }
}

/** Our own texts against every test set at hand. */
async function audit(): Promise<void> {
  const references = await readTexts(...testSets)
  const folder = join(import.meta.dirname, '../../seeds')
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  const seeds = (await loadProtectedProblems(files.map((name) => join(folder, name)))).references
  compare('seeds', seeds, references)
  compare('families', familyTexts(), references)
  compare(
    'training sets',
    await readTexts('gsm8k_train.jsonl', 'math_train.jsonl', 'tal_scq_en_train.jsonl'),
    references,
  )
}

const perFamily = 24

function familyTexts(): readonly Reference[] {
  const texts: Reference[] = []
  const key = randomKey('bench-decontaminate')
  for (const family of families) {
    for (let index = 0; index < perFamily; index++) {
      const values = drawValues(family, randomAt(key, index))
      if (values === undefined) continue
      const root = { node: 'family' as const, family: family.id, wording: index, values, inputs: [] }
      const told = tellProblem({ storySeed: index + 1, root })
      if (told !== undefined) texts.push({ id: `${family.id}:${index}`, text: told.question })
    }
  }
  return texts
}

function compare(what: string, texts: readonly Reference[], references: readonly Reference[]): void {
  const decontaminator = openDecontaminator(references)
  const rules: Tally = {}
  const sources = new Set<string>()
  for (const { id, text } of texts) {
    const found = decontaminator.check(text)
    bump(rules, found.rule ?? 'keep')
    if (found.decision === 'keep') continue
    sources.add(id.split(':')[0] ?? id)
    if (flags.show) print({ id, text, ...found })
  }
  const hits = what === 'training sets' ? {} : { sources: [...sources] }
  print({
    bench: 'decontaminate/audit',
    what,
    texts: texts.length,
    references: references.length,
    rules,
    ...hits,
  })
}

if (!hasPublicData) {
  console.error(`public sets are missing: ${publicData}`)
  process.exitCode = 1
} else {
  if (wanted.has('planted')) await planted()
  if (wanted.has('natural')) natural()
  if (wanted.has('audit')) await audit()
  if (wanted.has('speed')) for (const line of await measureSpeed(Number(flags.rows))) print(line)
}
