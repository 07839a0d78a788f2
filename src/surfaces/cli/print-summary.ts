import type { FilterStep } from '../../pipeline/select-pairs.ts'
import type { RunSummary } from '../../pipeline/summarise-run.ts'

/** A run's summary for people, with the next commands to try. */
export function summaryText(summary: RunSummary): string {
  const { seeds, graph, walks, pairs, measures, dataset } = summary
  const lines: (readonly [string, string])[] = [
    ['run', `${summary.run} (${summary.state})`],
    ['engine', `${summary.engine.extractor} labels, ${summary.engine.generator} pairs`],
    [
      'seeds',
      `${count(seeds.admitted)} of ${count(seeds.read)} rows${also('bad', seeds.bad)}${also('duplicate', seeds.duplicates)}${also('excluded as test split', seeds.excludedBySplit)}${also('equal to protected problems', seeds.excludedAsProtected ?? 0)}${also('without a label', seeds.withoutConcepts)}`,
    ],
    [
      'graph',
      `${count(graph.topics)} topics, ${count(graph.knowledgePoints)} knowledge points, ${count(graph.edges)} edges`,
    ],
    [
      'walks',
      `${count(walks.drawn)} drawn (${walks.mode}), ${percent(walks.uniqueRate)} unique, ${percent(walks.novelRate)} novel, coherence ${walks.coherence.toFixed(2)}`,
    ],
    ...expressible(summary),
    ['pairs', `${count(pairs.stored)} of ${count(pairs.requested)} stored`],
    ...unansweredLines(pairs.unanswered),
  ]
  const stages = summary.stages.map(
    ({ name, stored, wanted }) => `${name}: ${count(stored)} of ${count(wanted)}`,
  )
  if (stages.length > 0) lines.push(['stages', stages.join(', ')])
  const { curation } = summary
  if (curation !== undefined) {
    const reasons = Object.entries(curation.marked).map(([mark, number]) => `${count(number)} ${mark}`)
    lines.push(['curated', reasons.join(', ') || 'nothing marked'])
  }
  if (measures !== undefined) {
    lines.push(
      [
        'rungs',
        Object.entries(measures.byRung)
          .map(([rung, number]) => `${rung}: ${count(number)}`)
          .join(', '),
      ],
      [
        'realised',
        `${count(measures.knowledgePoints)} knowledge points, Gini ${measures.gini.toFixed(2)}, ${percent(measures.threeOrMore)} of rows need three or more`,
      ],
      [
        'variety',
        `${count(Math.round(measures.effectiveSkeletons))} effective skeletons, commonest ${percent(measures.topSkeletonShare)}, ${count(measures.structures)} operation graphs, ${percent(measures.sequentialShare)} of woven rows are plain chains`,
      ],
    )
  }
  lines.push(...checked(summary))
  const { protection } = summary
  if (protection !== undefined) {
    const { references, blocked, twins } = protection
    lines.push([
      'protected',
      `${count(blocked)} pairs blocked, ${count(twins)} twins, against ${count(references)} problems`,
    ])
  }
  if (dataset !== undefined) {
    lines.push(
      [
        'splits',
        Object.entries(dataset.splits)
          .map(([split, rows]) => `${split}: ${count(rows)}`)
          .join(', '),
      ],
      ['filters', dataset.filters.map(filterText).join('; ')],
      ['dataset', `${dataset.folder} (${dataset.files.length} files)`],
    )
  }
  const { calls } = summary
  if (calls !== undefined) {
    const failed = Object.entries(calls.failed).map(([reason, number]) => `${reason}: ${number}`)
    lines.push([
      'calls',
      `${count(calls.answered)} answered, ${count(calls.recalled)} recalled, ${count(calls.promptTokens + calls.completionTokens)} tokens, cost ${calls.cost.toFixed(4)}${failed.length === 0 ? '' : `; failed attempts ${failed.join(', ')}`}`,
    ])
  }
  lines.push(['time', `${summary.seconds.toFixed(1)} s`])
  const width = Math.max(...lines.map(([name]) => name.length))
  return `${lines.map(([name, text]) => `${name.padEnd(width)}  ${text}`).join('\n')}\n`
}

const unansweredShown = 5

/** Requests that were given up are missing pairs: said beside the pairs, with the first reasons. */
function unansweredLines(draws: RunSummary['pairs']['unanswered']): readonly (readonly [string, string])[] {
  const shown = draws.slice(0, unansweredShown).map(({ index, reason }) => `draw ${index}: ${reason}`)
  if (shown.length === 0) return []
  const more = draws.length > shown.length ? `; … (all in --json)` : ''
  return [['unanswered', `${count(draws.length)} missing; ${shown.join('; ')}${more}`]]
}

/** How much the families could express; it says nothing of a model, which may be asked for any concept. */
function expressible({ engine, support }: RunSummary): readonly (readonly [string, string])[] {
  if (engine.generator !== 'procedural') return []
  const bySize = support.bySize.map(({ size, share }) => `${size}: ${percent(share)}`).join(', ')
  const points = `${percent(support.knowledgePoints)} of knowledge points (${percent(support.labels)} of labels), all points of ${percent(support.unrestrictedWalks)} of unrestricted walks`
  const missing = support.missing.slice(0, 5).join(', ')
  return [
    ['expressible', points],
    ['woven', `by points asked for: ${bySize}`],
    ...(missing === ''
      ? []
      : [['no family', `${missing}${support.missing.length > 5 ? ', …' : ''} (all in --json)`] as const]),
  ]
}

/** What the papers warn of, on pairs that a model wrote; all figures are in --json. */
function checked({ checks }: RunSummary): readonly (readonly [string, string])[] {
  if (checks === undefined || checks.longSolutions.of === 0) return []
  const { leakage, longSolutions, distractors, order, filters, warnings } = checks
  const selected = Object.entries(filters).map(
    ([name, { kept, difficultyBefore, difficultyAfter, lost }]) =>
      `${name} keep ${percent(kept.share)}, difficulty ${difficultyBefore.toFixed(2)} → ${difficultyAfter.toFixed(2)}, ${count(lost)} points lost`,
  )
  return [
    [
      'checks',
      `${leakage === undefined ? '' : `${count(leakage.count)} leaked, `}${count(longSolutions.count)} beyond 2,048 tokens, ${percent(distractors.share)} with an unused number, ${percent(order.share)} of steps to easier pairs`,
    ],
    ...(selected.length === 0 ? [] : [['filters', selected.join('; ')] as const]),
    ...warnings.map((warning) => ['warning', warning] as const),
  ]
}

/** What to type next, in the order a newcomer would. */
export function nextSteps(summary: RunSummary, workspace: string): string {
  const place = workspace === '.conceptloom' ? '' : ` --workspace ${workspace}`
  const first = summary.dataset?.firstId ?? 'ID'
  return [
    'Next:',
    `  ${command} explain ${first}${place}`,
    `  ${command} graph stats${place}`,
    `  ${command} walk --mode coverage --count 5${place}`,
    `  ${command} dataset build --size 1000 --balance coverage --out out/balanced${place}`,
    '',
  ].join('\n')
}

/** How this program was started: from a checkout, where npm puts the right Node in place, or from the installed package. */
const command: string = import.meta.url.endsWith('.ts') ? 'npm run -s conceptloom --' : 'npx conceptloom'

/** What a filter did besides filtering. */
function filterText({ filter, before, after, ...step }: FilterStep): string {
  if (before === after) return `${filter} ${count(after)}`
  const difficulty = `difficulty ${step.difficultyBefore.toFixed(2)} → ${step.difficultyAfter.toFixed(2)}`
  return `${filter} ${count(before)} → ${count(after)} (${difficulty}, concepts shifted by ${percent(step.conceptShift)})`
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 1)} %`
}

function also(what: string, number: number): string {
  return number === 0 ? '' : `, ${count(number)} ${what}`
}
