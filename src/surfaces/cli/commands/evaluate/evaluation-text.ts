import type { Evaluation } from '../../../../steps/evaluate/evaluation.ts'
import { publishedSets } from '../../../../steps/evaluate/load/published-sets.ts'

/** The counts of an evaluation for people; averages over sets are for `evaluate report`. */
export function evaluationText({ settings, sets, excluded, badLines, calls }: Evaluation): string {
  const row = (cells: readonly string[]): string =>
    cells.map((cell, place) => (place === 0 ? cell.padEnd(24) : cell.padStart(13))).join('')
  const { model, prompt, samples = 1 } = settings
  const asked = [model, prompt, samples === 1 ? undefined : `${samples} samples`].filter(
    (part) => part !== undefined,
  )
  return [
    ...(asked.length === 0 ? [] : [asked.join(', ')]),
    row(['set', 'n', 'completions', 'correct', '%', 'lenient rule', '%']),
    ...sets
      .filter(({ completions }) => completions > 0)
      .map(({ set, items, completions, correct, lenientCorrect }) =>
        row([
          publishedSets[set].title,
          String(items),
          String(completions),
          String(correct),
          percent(correct, completions),
          String(lenientCorrect),
          percent(lenientCorrect, completions),
        ]),
      ),
    ...sets
      .filter(({ missing }) => missing > 0)
      .map(({ set, missing }) => `${publishedSets[set].title}: ${missing} items without a completion`),
    ...excluded.map(({ set, reason, count }) => `${publishedSets[set].title}: ${count} left out: ${reason}`),
    ...(badLines === 0 ? [] : [`${badLines} bad lines`]),
    ...(calls === undefined
      ? []
      : [
          `${calls.promptTokens} + ${calls.completionTokens} tokens, cost ${calls.cost.toFixed(4)}${calls.truncated === 0 ? '' : `, ${calls.truncated} cut at the token limit`}${calls.refused === 0 ? '' : `, ${calls.refused} refused`}`,
        ]),
    '',
  ].join('\n')
}

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1)
}
