// Concept fidelity by re-extraction, one JSON line per engine: `npm run -s bench -- fidelity [pairs]`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { measureRunFidelity } from '../../src/pipeline/measure-run-fidelity.ts'
import { startFakeModelServer } from '../../tests/fake-model-server/start.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const pairs = Number(positionals[0] ?? 2000)
const modelPairs = 100
const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-fidelity-'))

function run(
  name: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): void {
  const place = ['--seeds', join(root, 'seeds'), '--workspace', join(folder, name)]
  const ended = spawnSync(
    process.execPath,
    [join(root, 'src/surfaces/cli/main.ts'), 'run', ...place, ...flags, '--json'],
    { stdio: ['ignore', 'ignore', 'ignore'], env: { ...process.env, ...environment } },
  )
  // 5: fewer pairs than asked for, which the line shows.
  if (ended.status !== 0 && ended.status !== 5) throw new Error(`run ${name} ended with ${ended.status}`)
}

async function measure(name: string, note: string): Promise<void> {
  const workspace = await openWorkspace(join(folder, name))
  try {
    for (const stored of await workspace.runs.list()) {
      const graph = await workspace.graph.graph(stored.graphVersion)
      const parts = { run: stored, pairs: workspace.pairs, concepts: graph?.nodes ?? [] }
      const report = await measureRunFidelity(parts, { sample: pairs, seed: 7 })
      for (const { engine, judged, question, questionAndSolution, ablation } of report.engines)
        print({
          bench: 'fidelity',
          engine,
          note,
          pairs: report.pairs,
          sampled: question.pairs,
          judged,
          recall: question.recall,
          baselineShuffledRecall: question.shuffledRecall,
          lift: question.lift ?? null,
          allFound: question.complete,
          recallWithSolution: questionAndSolution.recall,
          liftWithSolution: questionAndSolution.lift ?? null,
          ...(ablation === undefined ? {} : { ablation }),
        })
    }
  } finally {
    await workspace.close()
  }
}

function print(line: Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(line, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
  )
  process.stdout.write(`${text}\n`)
}

const server = await startFakeModelServer()
try {
  run('procedural', ['--count', String(pairs), '--seed', '7'])
  await measure('procedural', 'concepts by construction')
  for (const preset of ['mathscale', 'skywork', 'xwin']) {
    const flags = ['--engine', 'model', '--extractor', 'taxonomy', '--model', 'fake', '--preset', preset]
    const limits = ['--count', String(modelPairs), '--max-tokens', '1000000000', '--seed', '7']
    run(preset, [...flags, ...limits], { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-test' })
    await measure(
      preset,
      'the fake model writes arithmetic whatever it is asked: no lift is the right result',
    )
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
