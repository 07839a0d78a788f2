import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gradeAnswer } from '../../src/foundations/answers/grade-answer.ts'
import { accuracyOf, mean, median, round, type Row } from './figures.ts'
import { fuzzedText } from './fuzzed-text.ts'
import { mutate, rewritesOf } from './gold-variants.ts'
import { hostileTexts } from './hostile-texts.ts'

// Answer grading: accuracy, reformatted and mutated golds, speed, hostile and random texts, start-up, and Math-Verify on the same
// pairs. One JSON line each. `--python PATH` names a Python with math-verify; else one is made in a temporary folder with pip.

interface Timed {
  readonly equal: boolean
  readonly ms: number
}

const root = join(import.meta.dirname, '../..')
const data = join(root, '../shared/data')

function report(measure: string, figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ measure, ...figures }))
}

function readRows(name: string): readonly Readonly<Record<string, unknown>>[] {
  const file = join(data, name)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

const isEqual = (gold: string, pred: string): boolean => gradeAnswer(gold, pred).outcome === 'equal'

function measureCases(): void {
  const lines = readFileSync(join(root, 'src/foundations/answers/grade-cases.txt'), 'utf8').split('\n')
  const cases = lines.filter((line) => /^[=!] /.test(line))
  const right = cases.filter((line) => {
    const [gold = '', pred = ''] = line
      .slice(2)
      .split('||')
      .map((text) => text.trim().replaceAll('⏎', '\n'))
    return isEqual(gold, pred) === line.startsWith('=')
  })
  report('own table of cases', { cases: cases.length, right: right.length })
}

/** Golds of MATH rewritten, mutated by a digit, and paired with each other. */
function measureGolds(golds: readonly string[]): void {
  let rewritten = 0
  const missed: string[] = []
  for (const gold of golds)
    for (const text of rewritesOf(gold)) {
      rewritten++
      if (!isEqual(gold, text)) missed.push(`${gold} || ${text}`)
    }
  report('golds rewritten', {
    golds: golds.length,
    pairs: rewritten,
    equal: rewritten - missed.length,
    missed: missed.slice(0, 8),
  })
  const mutations = golds.flatMap((gold, index): [string, string][] => {
    const text = mutate(gold, index)
    return text === undefined ? [] : [[gold, text]]
  })
  const taken = mutations.filter(([gold, text]) => isEqual(gold, text) || isEqual(text, gold))
  report('golds mutated by one digit', {
    pairs: mutations.length,
    equal: taken.length,
    percent: round((100 * taken.length) / mutations.length),
    taken: taken.slice(0, 8).map(([gold, text]) => `${gold} || ${text}`),
  })
  const pairs = golds.map((gold, index): [string, string] => [
    gold,
    golds[(index * 7919 + 13) % golds.length] ?? '',
  ])
  const others = pairs.filter(([gold, other]) => gold !== other && isEqual(gold, other))
  report('golds against other golds', {
    pairs: pairs.length,
    equal: others.length,
    taken: others.slice(0, 8).map((pair) => pair.join(' || ')),
  })
}

function measureSpeed(golds: readonly string[]): void {
  const pairs = golds.flatMap((gold, index): [string, string][] => [
    [gold, golds[(index * 7919 + 13) % golds.length] ?? ''],
    [gold, `The answer is $\\boxed{${gold}}$.`],
    [gold, mutate(gold, index) ?? gold],
  ])
  const rates = Array.from({ length: 3 }, () => {
    const begin = performance.now()
    const cpu = process.cpuUsage()
    for (const [gold, pred] of pairs) gradeAnswer(gold, pred)
    const wall = (performance.now() - begin) / 1000
    const { user, system } = process.cpuUsage(cpu)
    return { wall: pairs.length / wall, cpu: pairs.length / ((user + system) / 1e6) }
  })
  report('speed on golds: random, boxed, mutated', {
    pairs: pairs.length,
    pairsPerSecond: Math.round(Math.max(...rates.map(({ wall }) => wall))),
    pairsPerCpuSecond: Math.round(Math.max(...rates.map(({ cpu }) => cpu))),
    residentMegabytes: Math.round(process.memoryUsage().rss / 1e6),
  })
}

/** CPU and wall milliseconds of one grade; the lower of two runs where the first was slow. */
function timeOf(gold: string, pred: string): { readonly wall: number; readonly cpu: number } {
  const once = (): { wall: number; cpu: number } => {
    const begin = performance.now()
    const cpu = process.cpuUsage()
    gradeAnswer(gold, pred)
    const { user, system } = process.cpuUsage(cpu)
    return { wall: performance.now() - begin, cpu: (user + system) / 1000 }
  }
  const first = once()
  return first.wall < 20 ? first : [first, once()].reduce((a, b) => (a.wall < b.wall ? a : b))
}

function measureHostile(): void {
  const times = [...hostileTexts].flatMap(([name, text]) =>
    [text, `${text} `, '5', `\\boxed{${text}}`, `${text.slice(0, -1)}2`, 'x^2+1'].map((other) => ({
      name,
      ...timeOf(text, other),
    })),
  )
  const worst = times.toSorted((a, b) => b.wall - a.wall)
  report('hostile texts', {
    texts: hostileTexts.size,
    pairs: times.length,
    worstMs: round(worst[0]?.wall ?? 0, 2),
    worst: worst
      .slice(0, 5)
      .map(({ name, wall, cpu }) => `${name}: ${round(wall, 1)} ms, cpu ${round(cpu, 1)}`),
    over50ms: times.filter(({ wall }) => wall >= 50).length,
  })
}

function measureFuzz(count: number): void {
  let worst = 0
  let over = 0
  let thrown = 0
  let asymmetric = 0
  for (let index = 0; index < count; index++) {
    const text = fuzzedText(index)
    const other = fuzzedText(index + count)
    try {
      const { wall } = timeOf(text, other)
      worst = Math.max(worst, wall)
      if (wall >= 50) over++
      if (gradeAnswer(text, other).outcome !== gradeAnswer(other, text).outcome) asymmetric++
    } catch {
      thrown++
    }
  }
  report('random texts', { texts: count, worstMs: round(worst, 2), over50ms: over, thrown, asymmetric })
}

/** Whole processes: the command on one row, from the sources and, where it is built, from dist; bare Node beside it. */
function measureStart(folder: string): void {
  const file = join(folder, 'row.jsonl')
  writeFileSync(file, '{"gold":"1/2","pred":"0.5"}\n')
  const time = (args: readonly string[]): number => {
    const times = Array.from({ length: 9 }, () => {
      const begin = performance.now()
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
      return performance.now() - begin
    })
    return round(median(times), 1)
  }
  const built = join(folder, 'dist')
  execFileSync(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(root, 'tsconfig.build.json'),
    '--outDir',
    built,
  ])
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const load = (path: string): string =>
    `const begin = performance.now(); await import(${JSON.stringify(path)}); console.log(performance.now() - begin)`
  const moduleMs = (path: string): number =>
    round(
      median(
        Array.from({ length: 5 }, () =>
          Number(
            execFileSync(process.execPath, ['--input-type=module', '-e', load(path)], { encoding: 'utf8' }),
          ),
        ),
      ),
      1,
    )
  report('start-up', {
    bareNodeMs: time(['-e', '0']),
    sourceCommandMs: time([join(root, 'src/surfaces/cli/main.ts'), 'grade', file, '--json']),
    builtCommandMs: existsSync(join(built, 'surfaces/cli/main.js'))
      ? time([join(built, 'surfaces/cli/main.js'), 'grade', file, '--json'])
      : null,
    sourceModuleMs: moduleMs(join(root, 'src/foundations/answers/grade-answer.ts')),
    builtModuleMs: moduleMs(join(built, 'foundations/answers/grade-answer.js')),
  })
}

/** A Python with Math-Verify: the one named, or one made here; `undefined` where neither works. */
function findPython(folder: string): string | undefined {
  const named = process.argv[process.argv.indexOf('--python') + 1]
  if (process.argv.includes('--python') && named !== undefined) return named
  const made = join(folder, 'venv')
  if (spawnSync('python3', ['-m', 'venv', made], { stdio: 'ignore' }).status !== 0) return undefined
  const python = join(made, 'bin/python')
  const installed = spawnSync(python, ['-m', 'pip', 'install', '-q', 'math-verify[antlr4-13-2]==0.9.0'], {
    stdio: 'ignore',
  })
  return installed.status === 0 ? python : undefined
}

function ours(rows: readonly Row[]): readonly Timed[] {
  for (const { gold, pred } of rows.slice(0, 10)) gradeAnswer(gold, pred)
  return rows.map(({ gold, pred }) => {
    const begin = performance.now()
    const equal = isEqual(gold, pred)
    return { equal, ms: performance.now() - begin }
  })
}

function compareWithMathVerify(name: string, rows: readonly Row[], python: string): void {
  const input = rows.map(({ gold, pred }) => JSON.stringify({ gold, pred })).join('\n')
  const reply = spawnSync(python, [join(import.meta.dirname, 'math_verify_grade.py')], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (reply.status !== 0) return report(name, { skipped: reply.error?.message ?? reply.stderr.slice(-200) })
  const theirs = reply.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Timed)
  // The first round warms up, as theirs is timed after its own.
  ours(rows)
  const own = ours(rows)
  const [a, b] = [own.map(({ ms }) => ms), theirs.map(({ ms }) => ms)]
  report(name, {
    ours: accuracyOf(
      rows,
      own.map(({ equal }) => equal),
    ),
    mathVerify: accuracyOf(
      rows,
      theirs.map(({ equal }) => equal),
    ),
    meanMs: [round(mean(a)), round(mean(b))],
    medianMs: [round(median(a)), round(median(b))],
    timesFasterMean: round(mean(b) / mean(a), 1),
    timesFasterMedian: round(median(b) / median(a), 1),
  })
}

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))
try {
  measureCases()
  const dev = readRows('grade_dev.jsonl') as unknown as readonly Row[]
  const golds = [...readRows('math_train.jsonl'), ...readRows('bench_dev.jsonl')]
    .map((row) => (typeof row['answer'] === 'string' ? row['answer'] : ''))
    .filter((gold) => gold !== '' && !gold.includes('####'))
  if (dev.length === 0) report('public pairs', { skipped: `not found: ${data}` })
  else {
    report(
      'public pairs',
      accuracyOf(
        dev,
        dev.map(({ gold, pred }) => isEqual(gold, pred)),
      ),
    )
    measureGolds(golds)
    measureSpeed(golds)
  }
  measureHostile()
  measureFuzz(process.argv.includes('--quick') ? 5_000 : 100_000)
  measureStart(folder)
  const python = dev.length === 0 ? undefined : findPython(folder)
  if (python === undefined) report('Math-Verify', { skipped: 'no Python with math-verify' })
  else {
    compareWithMathVerify('Math-Verify on public pairs', dev, python)
    const sample = golds.filter((_, place) => place % 20 === 0)
    const pairs = sample.flatMap((gold, index): Row[] => [
      { gold, pred: `\\boxed{${gold}}`, expected: true },
      { gold, pred: mutate(gold, index) ?? `${gold}+1`, expected: false },
    ])
    compareWithMathVerify('Math-Verify on golds boxed and mutated', pairs, python)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
