import type { ConceptAccuracy } from '../diagnose-concepts.ts'
import { markup, trusted, type Markup } from './markup.ts'
import type { EvaluationReport } from './report-data.ts'
import { table } from './score-tables.ts'
import { countText, percentText, rangeText } from './words.ts'

/** Ends and middle of the colours of accuracy 0, ½ and 1: told apart by people who do not see red and green, and in grey. */
const ramp = [
  [122, 40, 90],
  [226, 134, 106],
  [250, 236, 190],
  [116, 176, 160],
  [22, 92, 110],
] as const

/** Background and text colour of an accuracy. */
function heat(share: number): string {
  const place = Math.min(0.9999, Math.max(0, share)) * (ramp.length - 1)
  const [from, to] = [ramp[Math.floor(place)] ?? ramp[0], ramp[Math.floor(place) + 1] ?? ramp[0]]
  const [red, green, blue] = from.map((value, channel) =>
    Math.round(value + ((to[channel] ?? 0) - value) * (place % 1)),
  ) as [number, number, number]
  const dark = red * 0.299 + green * 0.587 + blue * 0.114 < 140
  return `background:rgb(${red} ${green} ${blue});color:${dark ? '#fff' : '#151515'}`
}

/** The colours of {@link heat} in words. */
export function heatLegend(): Markup {
  const stops = Array.from({ length: 11 }, (_, step) => step / 10)
  return markup`<p class="legend heat">
    <span>0 %</span>${stops.map((share) => trusted(`<i style="${heat(share)}"></i>`))}<span>100 %</span>
  </p>`
}

function heatCell(concept: ConceptAccuracy | undefined): Markup {
  if (concept === undefined) return markup`<td class="none">–</td>`
  const { accuracy, weak } = concept
  return trusted(
    `<td class="heat" style="${heat(accuracy)}">${percentText(accuracy)}${weak ? '<sup title="weak">▾</sup>' : ''}</td>`,
  )
}

/** Fewest items of a concept in the heat map. */
const fewest = 5

/** Accuracy per topic and model as a heat map. */
export function topicHeatMap({ models }: EvaluationReport): Markup {
  const found = models.map(({ concepts }) => new Map(concepts.concepts.map((one) => [one.id, one])))
  const topics = [...(found[0]?.values() ?? [])]
    .filter(({ kind, items }) => kind === 'topic' && items >= fewest)
    .toSorted((a, b) => a.accuracy - b.accuracy || (a.id < b.id ? -1 : 1))
  const half = Math.ceil(topics.length / 2)
  const part = (rows: readonly ConceptAccuracy[]): Markup =>
    markup`<div class="scroll" tabindex="0" role="region" aria-label="heat map">
      <table class="heats">
        <thead>
          <tr>
            <th scope="col">topic</th>
            <th scope="col">n</th>
            ${models.map(({ name }) => markup`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ id, name, items }) =>
              markup`<tr>
                <th scope="row">${name}</th>
                <td>${countText(items)}</td>
                ${found.map((of) => heatCell(of.get(id)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
  return markup`<figure class="table">
    <figcaption>
      <b>Figure 6.</b> Accuracy in percent on the items of each topic with at least ${fewest} items, the
      weakest of ${models[0]?.name} first. ▾ marks a weak concept: its 95 % interval lies below the model’s
      overall accuracy. An item counts for each of its topics.
    </figcaption>
    ${heatLegend()}
    <div class="halves">${part(topics.slice(0, half))}${part(topics.slice(half))}</div>
  </figure>`
}

/** Most knowledge points in the table. */
const most = 24

/** The knowledge points that the first model is weakest in, beside the others. */
export function weakPointTable({ models }: EvaluationReport): Markup | undefined {
  const [first] = models
  if (first === undefined) return undefined
  const judged = first.concepts.concepts.filter(
    ({ kind, judged: enough }) => kind === 'knowledge-point' && enough,
  )
  if (judged.length === 0) return undefined
  const others = models.slice(1).map(({ concepts }) => new Map(concepts.concepts.map((one) => [one.id, one])))
  return table(
    markup`<b>Table 6.</b> The ${Math.min(most, judged.length)} of ${judged.length} judged knowledge points in
      which ${first.name} is weakest. The estimate is drawn towards the overall accuracy, the further the
      fewer the items. By chance alone about ${first.concepts.byChance.toFixed(0)} would be marked ▾.`,
    [
      markup`<tr>
        <th scope="col">knowledge point</th>
        <th scope="col">n</th>
        <th scope="col">${first.name}</th>
        <th scope="col">95 %</th>
        <th scope="col">estimate</th>
        ${models.slice(1).map(({ name }) => markup`<th scope="col">${name}</th>`)}
      </tr>`,
    ],
    judged.slice(0, most).map(
      (one) =>
        markup`<tr>
          <th scope="row">${one.name}</th>
          <td>${countText(one.items)}</td>
          ${heatCell(one)}
          <td>${rangeText(one.interval)}</td>
          <td>${percentText(one.shrunken)}</td>
          ${others.map((of) => heatCell(of.get(one.id)))}
        </tr>`,
    ),
  )
}
