import { errorTypes } from '../error-types.ts'
import { errorFigure, errorLegend } from './figures.ts'
import { markup, type Markup } from './markup.ts'
import { renderText } from './render-text.ts'
import type { ErrorExample, EvaluationReport } from './report-data.ts'
import { table } from './score-tables.ts'
import { countText, errorMeanings, errorNames, percentText } from './words.ts'

/** Why completions are wrong: counts, and examples of the first model. */
export function errorSection(report: EvaluationReport): Markup {
  const { models } = report
  const [first] = models
  return markup`<section id="errors">
    <h2>Errors</h2>
    <figure>
      <figcaption>
        <b>Figure 5.</b> Error types as shares of all completions, found by the step checker and the answer
        checker.
      </figcaption>
      ${errorLegend()}
      <div class="scroll">${errorFigure(models)}</div>
    </figure>
    ${errorTable(report)}
    ${
      first === undefined
        ? undefined
        : markup`<h3>Examples of ${first.name}</h3>
            ${errorTypes.map((type) => examplesOf(report, type))}`
    }
  </section>`
}

function errorTable({ models }: EvaluationReport): Markup {
  return table(
    markup`<b>Table 5.</b> Wrong completions by type, in percent of the wrong ones. Of the arithmetic slips: how
      many answers are right once the slip is mended and what follows from it is calculated anew.`,
    [
      markup`<tr>
        <th scope="col">model</th>
        <th scope="col">wrong</th>
        ${errorTypes.map((type) => markup`<th scope="col">${errorNames[type]}</th>`)}
        <th scope="col">slips right when mended</th>
      </tr>`,
    ],
    models.map(({ name, completions, errors: { wrong, counts, mended } }) => {
      const slips = mended.correct + mended.wrong + mended.unknown
      return markup`<tr>
        <th scope="row">${name}</th>
        <td>${countText(wrong)}<small>of ${countText(completions)}</small></td>
        ${errorTypes.map(
          (type) =>
            markup`<td>
              ${wrong === 0 ? '–' : percentText(counts[type] / wrong)}<small
                >${countText(counts[type])}</small
              >
            </td>`,
        )}
        <td>
          ${slips === 0 ? '–' : percentText(mended.correct / slips)}<small
            >${countText(mended.correct)} of ${countText(slips)}</small
          >
        </td>
      </tr>`
    }),
  )
}

function examplesOf(
  { models, sets }: EvaluationReport,
  type: (typeof errorTypes)[number],
): Markup | undefined {
  const examples = (models[0]?.errors.examples ?? []).filter(({ finding }) => finding.type === type)
  if (examples.length === 0) return undefined
  return markup`<div class="kind">
    <h4><i style="background:var(--kind-${errorTypes.indexOf(type) + 1})"></i>${errorNames[type]}</h4>
    <p class="note">${errorMeanings[type]}</p>
    ${examples.map((example) =>
      exampleCard(example, sets.find(({ set }) => set === example.set)?.title ?? example.set),
    )}
  </div>`
}

function exampleCard({ itemId, question, answer, completion, finding }: ErrorExample, title: string): Markup {
  const said =
    completion.trim() === '' ? markup`<em>empty</em>` : renderText(completion.trim(), finding.passage?.trim())
  return markup`<article class="example">
    <header><span>${title}</span><code>${itemId.slice(0, 12)}</code></header>
    <div class="finding">${renderText(finding.evidence)}</div>
    <dl>
      <dt>Problem</dt><dd>${renderText(question)}</dd>
      <dt>Gold answer</dt><dd>${renderText(wrapped(answer))}</dd>
      <dt>Completion</dt><dd>${said}</dd>
    </dl>
  </article>`
}

/** A bare answer in LaTeX is a formula; one in words is not. */
function wrapped(answer: string): string {
  return /[\\^_{}]/.test(answer) && !answer.includes('$') ? `$${answer}$` : answer
}
