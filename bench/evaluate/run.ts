/**
 * Scoring completions made elsewhere: `node bench/evaluate/run.ts [completions = 1000000] [samples = ../shared/data/mwpbench_samples]`.
 * Synthetic completions of real items (a worked solution, then the right answer, another item's answer or none, in several wordings) in
 * one thread, scores written to disk. One JSON line each for the baseline, which reads, parses and writes the same lines and grades
 * nothing, and for our scoring: rate by wall and CPU time, resident memory at a tenth of the completions and at the end.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { scoreFiles } from '../../src/pipeline/evaluate/score-files.ts'
import { itemsOf } from '../../src/pipeline/evaluate/select-items.ts'
import { openEvaluationFolder } from '../../src/pipeline/evaluate/write-evaluation.ts'
import { readBench } from '../../src/steps/evaluate/load/read-bench.ts'
import { openCheckedFile } from '../../src/steps/export/checked-file.ts'
import { readLines } from '../../src/steps/seeds/read-lines.ts'

const wanted = Number(process.argv[2] ?? 1_000_000)
const samples = resolve(process.argv[3] ?? join(import.meta.dirname, '../../../shared/data/mwpbench_samples'))
/** Lines of the file, which is read as often as the completions need. */
const linesOfFile = 100_000

const sets = {
  gsm8k: 'gsm8k_test',
  math: 'math_test',
  'tal-scq': 'tal_scq_en_test',
  'gaokaobench-math': 'gaokaobench_math_en',
  'agieval-sat-math': 'agieval_sat_math',
  'agieval-math': 'agieval_math',
  'college-math': 'college_math_test',
  'fresh-gaokao-2023': 'fresh_gaokao_math_2023',
}

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-evaluate-'))
try {
  if (!existsSync(samples)) throw new Error(`no samples: ${samples}; name a folder of MwpBench samples`)
  const benchFile = join(folder, 'bench.yaml')
  writeFileSync(
    benchFile,
    JSON.stringify({
      sets: Object.fromEntries(
        Object.entries(sets).map(([set, name]) => [set, join(samples, `${name}.jsonl`)]),
      ),
    }),
  )
  const bench = readBench(benchFile)
  const completions = writeCompletions(bench)
  const files = Array.from({ length: Math.ceil(wanted / linesOfFile) }, () => completions)
  await measure('parse and write', wanted, async (progress) => {
    const output = openCheckedFile(folder, 'baseline.jsonl')
    let done = 0
    for (const file of files)
      for await (const lines of readLines(createReadStream(file, { highWaterMark: 1 << 18 }))) {
        for (const { text } of lines)
          if (text !== '') {
            output.write(`${JSON.stringify(JSON.parse(text))}\n`)
            done++
          }
        progress(done)
      }
    output.finish()
    return {}
  })
  rmSync(join(folder, 'baseline.jsonl'))
  await measure('score by both rules', wanted, async (progress) => {
    const out = openEvaluationFolder(join(folder, 'out'), { completions: false })
    const evaluation = await scoreFiles({
      bench,
      files,
      take: (score) => out.score(score),
      bad: (file, line, reason) => {
        throw new Error(`${file}:${line}: ${reason}`)
      },
      progress,
    })
    out.commit(evaluation)
    const sum = (pick: (counts: (typeof evaluation.sets)[number]) => number): number =>
      evaluation.sets.reduce((total, counts) => total + pick(counts), 0)
    return { correct: sum(({ correct }) => correct), lenientCorrect: sum((counts) => counts.lenientCorrect) }
  })
} finally {
  rmSync(folder, { recursive: true })
}

type Work = (progress: (done: number) => void) => Promise<object>

async function measure(name: string, completions: number, work: Work): Promise<void> {
  const memory = { tenth: 0, end: 0 }
  const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20)
  const start = performance.now()
  const cpuStart = process.cpuUsage()
  const found = await work((done) => {
    if (memory.tenth === 0 && done >= completions / 10) memory.tenth = megabytes()
  })
  memory.end = megabytes()
  const wall = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpuStart)
  const cpu = (user + system) / 1e6
  const line = {
    bench: 'evaluate',
    what: name,
    completions,
    perSecond: Math.round(completions / wall),
    perCpuSecond: Math.round(completions / cpu),
    rssMbAtTenth: memory.tenth,
    rssMbAtEnd: memory.end,
    ...found,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Half right, two fifths another item's answer, the rest cut off before any answer. */
function writeCompletions(bench: ReturnType<typeof readBench>): string {
  const items = itemsOf(bench)
  const solved = items.filter(({ solution }) => solution !== undefined)
  const key = randomKey('bench evaluate')
  const output = openCheckedFile(folder, 'completions.jsonl')
  for (let at = 0; at < Math.min(linesOfFile, wanted); at++) {
    const random = randomAt(key, at)
    const item = random.pick(items)
    const body = item.solution ?? random.pick(solved).solution ?? ''
    const working = body.replaceAll(/\\boxed/g, '')
    const draw = random.float()
    const answer = draw < 0.5 ? item.answer : random.pick(items).answer
    const bare = answer.replaceAll(/^\$+|\$+$/g, '')
    const endings = [`\nThe answer is ${answer}.`, `\nSo we get $\\boxed{${bare}}$.`, `\n#### ${answer}`]
    const ending = draw < 0.9 ? random.pick(endings) : ''
    output.write(`${JSON.stringify({ itemId: item.id, completion: `${working}${ending}` })}\n`)
  }
  output.finish()
  return join(folder, 'completions.jsonl')
}
