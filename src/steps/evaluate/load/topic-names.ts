import type { BenchSet } from '../bench-item.ts'

const topics: readonly (readonly [RegExp, BenchSet])[] = [
  [/^gsm8k$/i, 'gsm8k'],
  [/^math\.(.+)$/i, 'math'],
  [/^college_?math\.(.+)$/i, 'college-math'],
  [/^tal(?:[_-]scq.*)?$/i, 'tal-scq'],
  [/^gaokao_?bench_math(?:_en)?$/i, 'gaokaobench-math'],
  [/^math23k(?:_en)?$/i, 'math23k'],
  [/^ape210k(?:_en)?$/i, 'ape210k'],
  [/^agieval\.gaokao-math(?:-en)?$/i, 'agieval-gaokao-math'],
  [/^agieval\.sat-math$/i, 'agieval-sat-math'],
  [/^agieval\.math$/i, 'agieval-math'],
  [/^fresh_?gaokao_?math_?2023$/i, 'fresh-gaokao-2023'],
]

/** Set and subject that a `data_topic` of MWPBench names; `undefined` for an unknown one. */
export function setOfTopic(topic: string): { readonly set: BenchSet; readonly subject?: string } | undefined {
  for (const [pattern, set] of topics) {
    const match = pattern.exec(topic)
    if (match !== null) return { set, ...(match[1] === undefined ? {} : { subject: subjectName(match[1]) }) }
  }
  return undefined
}

/** `Counting & Probability` → `counting-and-probability`. */
export function subjectName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
