import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Evaluation } from '../../src/steps/evaluate/evaluation.ts'
import { runCommand, startCommand, type CommandResult } from '../cli/run-command.ts'
import type { ChildProcess } from 'node:child_process'
import { makeQuestion } from '../fake-model-server/arithmetic.ts'
import type { FakeModelServer } from '../fake-model-server/start.ts'

export interface BenchPlace {
  readonly folder: string
  readonly bench: string
  readonly workspace: string
  readonly out: string
}

/** Every which item has a gold answer that is off by one: a model that solves all of them gets these wrong. */
export const wrongEvery = 4

/** A bench of `gsm8k` and `tal-scq` items that the fake server solves. */
export function makeBench(items: { readonly gsm8k: number; readonly tal: number }): BenchPlace {
  const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-evaluate-'))
  const gsm8k = questions('gsm8k', items.gsm8k).map(({ question, answer }) =>
    JSON.stringify({ question, answer: `It is so.\n#### ${answer}` }),
  )
  const tal = questions('tal', items.tal).map(({ question, answer }, place) =>
    JSON.stringify({
      id: `tal.${place}`,
      problem: question,
      options: [
        { label: 'A', text: `$$${answer + 5}$$` },
        { label: 'B', text: `$$${answer}$$` },
      ],
      answer_label: 'B',
      difficulty: '1',
    }),
  )
  mkdirSync(path.join(folder, 'copies'))
  writeFileSync(path.join(folder, 'copies/gsm8k.jsonl'), gsm8k.join('\n'))
  writeFileSync(path.join(folder, 'copies/tal.jsonl'), tal.join('\n'))
  const bench = path.join(folder, 'bench.yaml')
  writeFileSync(bench, 'sets:\n  gsm8k: copies/gsm8k.jsonl\n  tal-scq: copies/tal.jsonl\n')
  return { folder, bench, workspace: path.join(folder, 'work'), out: path.join(folder, 'out') }
}

function questions(name: string, count: number): readonly { question: string; answer: number }[] {
  return Array.from({ length: count }, (_, place) => {
    const { question, answer } = makeQuestion(`${name} ${place}`)
    return { question: `(${place}) ${question}`, answer: place % wrongEvery === 0 ? answer + 1 : answer }
  })
}

export interface EvaluateOptions {
  readonly server: Pick<FakeModelServer, 'baseUrl'>
  readonly place: BenchPlace
  readonly flags?: readonly string[]
}

export function startEvaluate(options: EvaluateOptions): ChildProcess {
  const child = startCommand(argumentsOf(options), { env: environmentOf(options) })
  child.stdin?.end()
  return child
}

/** `evaluate run` to its end. */
export async function evaluate(
  options: EvaluateOptions,
): Promise<CommandResult & { readonly evaluation: Evaluation | undefined }> {
  const result = await runCommand(argumentsOf(options), { env: environmentOf(options) })
  const evaluation = result.stdout.startsWith('{') ? (JSON.parse(result.stdout) as Evaluation) : undefined
  return { ...result, evaluation }
}

function argumentsOf({ place, flags = [] }: EvaluateOptions): string[] {
  const { bench, workspace, out } = place
  const where = ['--bench', bench, '--workspace', workspace, '--out', out]
  return ['evaluate', 'run', '--model', 'fake', '--max-tokens', '1000000000', '--json', ...where, ...flags]
}

function environmentOf({ server }: EvaluateOptions): Record<string, string> {
  return {
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: 'sk-test',
    NODE_OPTIONS: '',
    NODE_COMPILE_CACHE: path.join(tmpdir(), 'conceptloom-compile-cache'),
  }
}

/** Rows of a file of JSON lines. */
export function readRows(...names: readonly string[]): readonly unknown[] {
  return readFileSync(path.join(...names), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}
