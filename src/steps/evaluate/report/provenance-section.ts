import type { Evaluation } from '../evaluation.ts'
import { markup, type Markup } from './markup.ts'
import type { EvaluationReport } from './report-data.ts'
import { table } from './score-tables.ts'
import { countText } from './words.ts'

/** Where every figure comes from: how models were asked, what was left out, which copies of the sets, checksums. */
export function provenanceSection({ models, sets, version }: EvaluationReport): Markup {
  return markup`<section id="provenance">
    <h2>Provenance</h2>
    ${table(
      markup`<b>Table 7.</b> How the completions were made and graded.`,
      [
        markup`<tr>
          <th scope="col"></th>
          ${models.map(({ name }) => markup`<th scope="col">${name}</th>`)}
        </tr>`,
      ],
      facts
        .flatMap(([name, read]) => {
          const values = models.map((model) => read(model.evaluation))
          return values.every((value) => value === undefined)
            ? []
            : [
                markup`<tr>
                  <th scope="row">${name}</th>
                  ${values.map((value) => markup`<td>${value ?? '–'}</td>`)}
                </tr>`,
              ]
        })
        .concat([
          markup`<tr>
            <th scope="row">items, completions</th>
            ${models.map(({ items, completions }) => markup`<td>${countText(items)}, ${countText(completions)}</td>`)}
          </tr>`,
          markup`<tr>
            <th scope="row">SHA-256 of scores.jsonl</th>
            ${models.map(({ sha256 }) => markup`<td><code>${sha256.slice(0, 16)}…</code></td>`)}
          </tr>`,
        ]),
    )}
    ${table(
      markup`<b>Table 8.</b> The copies of the sets.`,
      [
        markup`<tr>
          <th scope="col">set</th>
          <th scope="col">items</th>
          <th scope="col">in the paper</th>
          <th scope="col">licence</th>
        </tr>`,
      ],
      sets.map(
        ({ title, items, published, licenses }) =>
          markup`<tr>
            <th scope="row">${title}</th>
            <td>${countText(items)}</td>
            <td>${countText(published)}</td>
            <td class="words">${licenses.join(', ')}</td>
          </tr>`,
      ),
    )}
    <p class="note">
      Made by conceptloom ${version}. Whole checksums stand in <code>report.json</code>. Concepts are labels
      of the questions by the curated taxonomy or recorded ones; intervals are percentile bootstraps over
      items unless said otherwise; concept intervals are Wilson’s.
    </p>
  </section>`
}

type Fact = readonly [string, (evaluation: Evaluation | undefined) => string | undefined]

const facts: readonly Fact[] = [
  ['model', (evaluation) => evaluation?.settings.model],
  ['prompt', (evaluation) => evaluation?.settings.prompt],
  ['temperature', (evaluation) => text(evaluation?.settings.temperature)],
  ['samples of each item', (evaluation) => text(evaluation?.settings.samples)],
  ['longest reply, tokens', (evaluation) => text(evaluation?.settings.replyTokens)],
  ['seed', (evaluation) => text(evaluation?.settings.seed)],
  ['first items of each set', (evaluation) => text(evaluation?.settings.limit)],
  [
    'tokens asked, answered',
    ({ calls }: Calls = none) =>
      calls === undefined
        ? undefined
        : `${countText(calls.promptTokens)}, ${countText(calls.completionTokens)}`,
  ],
  ['cost', ({ calls }: Calls = none) => (calls === undefined ? undefined : calls.cost.toFixed(2))],
  ['cut at the longest reply', ({ calls }: Calls = none) => text(calls?.truncated)],
  ['refused', ({ calls }: Calls = none) => text(calls?.refused)],
  ['items left out', (evaluation) => text(evaluation?.excluded.reduce((sum, { count }) => sum + count, 0))],
  [
    'items not answered',
    (evaluation) => text(evaluation?.sets.reduce((sum, { missing }) => sum + missing, 0)),
  ],
  ['bad lines', (evaluation) => text(evaluation?.badLines)],
]

type Calls = Pick<Evaluation, 'calls'>
const none: Calls = {}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : countText(value)
}
