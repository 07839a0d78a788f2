import { curveFormulas } from '../../../foundations/statistics/scaling-curves.ts'
import { topicHeatMap, weakPointTable } from './concept-tables.ts'
import { errorSection } from './error-section.ts'
import {
  fewestOfSteps,
  levelFigure,
  modelLegend,
  samplesFigure,
  scalingFigure,
  setFigure,
  seriesColour,
  stepsFigure,
} from './figures.ts'
import { markup, trusted, type Markup } from './markup.ts'
import { pageStyle } from './page-style.ts'
import { provenanceSection } from './provenance-section.ts'
import type { EvaluationReport } from './report-data.ts'
import { comparisonTable, mainTable, samplesTable, subjectTable } from './score-tables.ts'
import { countText, percentText, rangeText } from './words.ts'

/**
 * The report as one HTML page that needs nothing else: no script, no font, no image, no address. A function of the report alone: the same
 * report gives the same bytes.
 */
export function reportPage(report: EvaluationReport): string {
  const { models } = report
  const title = `Evaluation of ${models.map(({ name }) => name).join(', ')}`
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${trusted(pageStyle)}
        </style>
      </head>
      <body>
        <header class="title">
          <p class="kicker">Evaluation on MwpBench</p>
          <h1>${models.map(({ name }) => name).join(' · ')}</h1>
          ${headline(report)}
        </header>
        <main>
          ${resultSection(report)}${sampleSection(report)}${difficultySection(report)}${errorSection(report)}${conceptSection(report)}${scalingSection(report)}${provenanceSection(report)}
        </main>
      </body>
    </html> `
  return page.html
}

function headline({ models, sets }: EvaluationReport): Markup {
  const [first] = models
  const samples = first === undefined ? 0 : first.completions / Math.max(1, first.items)
  return markup`<p class="lead">
      ${countText(first?.items ?? 0)} items of ${sets.length}
      sets${samples > 1 ? markup`, ${samples.toFixed(samples % 1 === 0 ? 0 : 1)} samples each` : undefined}.
    </p>
    <ul class="cards">
      ${models.map(({ name, scores: { intervals, samples: sampled } }, place) => {
        const { micro, macro } = intervals
        return markup`<li style="--mine:${seriesColour(place)}">
          <h2>${name}</h2>
          <p class="big">${micro === undefined ? '–' : percentText(micro.estimate)}<small>% micro</small></p>
          <p>${micro === undefined ? undefined : markup`95 %: ${rangeText(micro)}`}</p>
          <p>
            ${macro === undefined ? undefined : markup`macro ${percentText(macro.estimate)} <small>(${rangeText(macro)})</small>`}
          </p>
          ${sampled === undefined ? undefined : markup`<p>any of ${sampled.samples}: ${percentText(sampled.anyAnswer.estimate)}</p>`}
        </li>`
      })}
    </ul>`
}

function resultSection(report: EvaluationReport): Markup {
  return markup`<section id="results">
    <h2>Results</h2>
    ${mainTable(report)}
    <figure>
      <figcaption><b>Figure 1.</b> Accuracy by set, with 95 % intervals.</figcaption>
      ${modelLegend(report.models)}
      <div class="scroll">${setFigure(report)}</div>
    </figure>
    ${comparisonTable(report)}
  </section>`
}

function sampleSection(report: EvaluationReport): Markup | undefined {
  const figure = samplesFigure(report.models)
  if (figure === undefined) return undefined
  return markup`<section id="samples">
    <h2>Several samples</h2>
    ${samplesTable(report)}
    <figure>
      <figcaption>
        <b>Figure 2.</b> Items with a right answer among k samples (pass@k, unbiased, with 95 % bands), and
        whose most frequent answer is right (majority@k).
      </figcaption>
      ${modelLegend(report.models, 'solid: pass@k, dashed: majority@k')}
      <div class="scroll">${figure}</div>
    </figure>
  </section>`
}

function difficultySection(report: EvaluationReport): Markup | undefined {
  const { models } = report
  const [levels, steps, subjects] = [levelFigure(report), stepsFigure(models), subjectTable(report)]
  if (levels === undefined && steps === undefined && subjects === undefined) return undefined
  const laws = models.flatMap(({ name, scores: { stepLaw } }) =>
    stepLaw === undefined
      ? []
      : [`${name} ${percentText(stepLaw.perStep.estimate)} (${rangeText(stepLaw.perStep)})`],
  )
  return markup`<section id="difficulty">
    <h2>Difficulty</h2>
    ${
      levels === undefined
        ? undefined
        : markup`<figure>
            <figcaption><b>Figure 3.</b> Accuracy by the source’s own level, with 95 % intervals.</figcaption>
            ${modelLegend(models)}
            <div class="scroll">${levels}</div>
          </figure>`
    }
    ${
      steps === undefined
        ? undefined
        : markup`<figure>
            <figcaption>
              <b>Figure 4.</b> Accuracy by number of steps of the gold solution; a dot’s area is its number of items, at least ${fewestOfSteps}. Lines: accuracy = p^steps (Xwin-Math), p the accuracy of one step in percent:
              ${laws.join('; ')}.
            </figcaption>
            ${modelLegend(models)}
            <div class="scroll">${steps}</div>
          </figure>`
    }
    ${subjects}
  </section>`
}

function scalingSection(report: EvaluationReport): Markup | undefined {
  const figure = scalingFigure(report)
  if (figure === undefined || report.scaling === undefined) return undefined
  const { curves, confidenceSet } = report.scaling.comparison
  return markup`<section id="scaling">
    <h2>Scaling</h2>
    <figure>
      <figcaption>
        <b>Figure 7.</b> Accuracy against training rows, with three fitted curves.
        ${curves
          .map(
            ({ name, weight }) =>
              `${name} (${curveFormulas[name]})${weight === undefined ? '' : `: Akaike weight ${weight.toFixed(2)}`}`,
          )
          .join('; ')}.
        ${confidenceSet.length > 1 ? `Not distinguishable: ${confidenceSet.join(', ')}.` : confidenceSet.length === 1 ? `The data favour ${confidenceSet[0]}.` : 'Too few points to choose between the curves.'}
      </figcaption>
      <p class="legend">
        ${curves.map(
          ({ name }, place) => markup`<span><i style="background:${seriesColour(place)}"></i>${name}</span>`,
        )}
      </p>
      <div class="scroll">${figure}</div>
    </figure>
  </section>`
}

function conceptSection(report: EvaluationReport): Markup {
  return markup`<section id="concepts">
    <h2>Concepts</h2>
    ${topicHeatMap(report)}${weakPointTable(report)}
    <p class="note">
      Next: <code>conceptloom evaluate diagnose … --out weak.json</code>, then
      <code>conceptloom run --mode coverage --target weak.json</code> makes problems on the weak ones.
    </p>
  </section>`
}
