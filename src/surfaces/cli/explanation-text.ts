import type { Explanation } from '../../pipeline/explain-pair.ts'

/** An explanation as a tree of lines. */
export function explanationText(explanation: Explanation): string {
  const { walk } = explanation
  return [
    `pair ${explanation.id}  (rung ${explanation.rung}, difficulty ${explanation.difficulty.toFixed(2)} ${explanation.difficultyLabel}, split ${explanation.split})`,
    ...indent(explanation.question.split('\n')),
    `├─ solution`,
    ...branch(explanation.solution.split('\n')),
    `├─ made by ${explanation.method}${explanation.model === undefined ? '' : `, model ${explanation.model}`}${explanation.prompt === undefined ? '' : `, prompt ${explanation.prompt}`}: ${explanation.structure}`,
    ...branch([JSON.stringify(explanation.parameters)]),
    `├─ needs ${explanation.realised.join(', ')}`,
    `├─ walk ${walk.index} of seed ${walk.seed} (${walk.mode}) over graph ${walk.graphVersion.slice(0, 12)}`,
    ...branch(
      walk.steps.map(
        ({ phase, concept, edgeCount, probability }) =>
          `${phase.padEnd(15)} ${concept}${phase === 'start' ? '' : `  p = ${probability.toPrecision(3)}, ${edgeCount} seeds share the edge`}`,
      ),
    ),
    ...(explanation.parents.length === 0
      ? []
      : [
          '├─ parents',
          ...branch(explanation.parents.map(({ relation, kind, id }) => `${relation} ${kind} ${id}`)),
        ]),
    `├─ checks`,
    ...branch(
      explanation.checks.map(
        ({ name, outcome, evidence }) =>
          `${outcome.padEnd(14)} ${name}${evidence === '' ? '' : `: ${evidence}`}`,
      ),
    ),
    ...(explanation.reviews.length === 0
      ? []
      : ['├─ reviews', ...branch(explanation.reviews.map(reviewLine))]),
    ...(explanation.original === undefined
      ? []
      : ['├─ as it was generated', ...branch(explanation.original.question.split('\n'))]),
    `└─ seeds behind the walk`,
    ...explanation.supportedBy.map(
      ({ source, sourceId, id, license, question }) =>
        `     ${source} ${sourceId ?? id} (${license}): ${firstWords(question)}`,
    ),
    '',
  ].join('\n')
}

function reviewLine({ decision, reviewer, time, undone, note }: Explanation['reviews'][number]): string {
  return `${decision} by ${reviewer} at ${time}${undone ? ', undone' : ''}${note === undefined ? '' : `: ${note}`}`
}

function branch(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `│    ${line}`)
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `│  ${line}`)
}

function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`
}
