import type { Interval } from '../../../foundations/statistics/bootstrap.ts'
import { publishedScores } from '../published-scores.ts'
import type { ScoreSummary } from '../summarise-scores.ts'
import { markup, type Markup } from './markup.ts'
import type { EvaluationReport } from './report-data.ts'
import { countText, percentText, rangeText } from './words.ts'

/** A table that scrolls sideways by itself where it is wider than the page. */
export function table(caption: Markup, head: readonly Markup[], rows: readonly Markup[]): Markup {
  return markup`<figure class="table">
    <figcaption>${caption}</figcaption>
    <div class="scroll" tabindex="0" role="region" aria-label="table">
      <table>
        <thead>
          ${head}
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </figure>`
}

/** A long name that may go on in a new line at its parts. */
function breakable(name: string): readonly Markup[] {
  return name.split(/(?<=-)|(?<=[a-z])(?=[A-Z])/).map((part) => markup`${part}<wbr>`)
}

type Rule = 'lenient' | 'scores'

/** The paper's Table 5: a row per model and rule, a column per set, then the averages; the best of a column in bold. */
export function mainTable(report: EvaluationReport): Markup {
  const { sets, models } = report
  const best = (rule: Rule, read: (summary: ScoreSummary) => Interval | undefined): number =>
    Math.max(...models.map((model) => read(model[rule])?.estimate ?? -1))
  const readers = [
    ...sets.map(
      ({ set }) =>
        ({ intervals }: ScoreSummary): Interval | undefined =>
          intervals.sets.find((one) => one.set === set)?.accuracy,
    ),
    ({ intervals }: ScoreSummary): Interval | undefined => intervals.micro,
    ({ intervals }: ScoreSummary): Interval | undefined => intervals.macro,
  ]
  const row =
    (rule: Rule) =>
    (model: EvaluationReport['models'][number]): Markup =>
      markup`<tr>
        <th scope="row">${model.name}</th>
        ${readers.map((read, place) => {
          const interval = read(model[rule])
          const isBest = interval !== undefined && models.length > 1 && interval.estimate === best(rule, read)
          return scoreCell(interval, isBest, place >= sets.length)
        })}
      </tr>`
  const width = readers.length + 1
  const groups: readonly (readonly [string, Rule])[] = [
    ['by our checker', 'scores'],
    ["by MwpBench's published rule", 'lenient'],
  ]
  return table(
    markup`<b>Table 1.</b> Accuracy in percent with 95 % intervals (bootstrap over items).
      ${averageNote(report)}`,
    [
      markup`<tr>
        <th scope="col">model</th>
        ${sets.map(({ title }) => markup`<th scope="col">${breakable(title)}</th>`)}
        <th scope="col" class="average">micro</th>
        <th scope="col" class="average">macro</th>
      </tr>`,
      markup`<tr class="sizes">
        <th scope="row">n (of the paper’s)</th>
        ${sets.map(
          ({ items, published }) =>
            markup`<td>
              ${countText(items)}${items === published ? undefined : markup` <small>of ${countText(published)}</small>`}
            </td>`,
        )}
        <td class="average">${countText(models[0]?.scores.averages.micro?.items ?? 0)}</td>
        <td class="average">${models[0]?.scores.averages.macro?.sets ?? 0} sets</td>
      </tr>`,
    ],
    [
      ...groups.flatMap(([name, rule]) => [
        markup`<tr class="group">
          <th scope="rowgroup" colspan="${width}">${name}</th>
        </tr>`,
        ...models.map(row(rule)),
      ]),
      markup`<tr class="group">
        <th scope="rowgroup" colspan="${width}">published, on the whole sets (MathScale, Table 5)</th>
      </tr>`,
      ...publishedRows(report),
    ],
  )
}

function scoreCell(interval: Interval | undefined, isBest: boolean, isAverage: boolean): Markup {
  const kind = isAverage ? ' class="average"' : ''
  if (interval === undefined) return markup`<td>–</td>`
  const text = percentText(interval.estimate)
  return { html: `<td${kind}>${isBest ? `<b>${text}</b>` : text}<small>${rangeText(interval)}</small></td>` }
}

function averageNote({ models }: EvaluationReport): string {
  const missing = models[0]?.scores.averages.missing.length ?? 0
  const share = models.some(({ completions, items }) => completions > items)
    ? 'Where items have several samples, accuracy is the share right of all. '
    : ''
  return `${share}Micro is over items, macro the mean of the sets; Fresh-GaokaoMath-2023 counts in neither.${missing === 0 ? '' : ` ${missing} of the paper’s ten sets were not measured, so the averages are not comparable with published ones.`}`
}

const shownPublished = ['GPT-4', 'MetaMath LLaMA-2 7B', 'MathScale LLaMA-2 7B', 'MathScale Mistral 7B']

function publishedRows({ sets }: EvaluationReport): readonly Markup[] {
  return publishedScores
    .filter(({ model, base }) => shownPublished.includes(base === 'closed' ? model : `${model} ${base}`))
    .map(
      ({ model, base, scores, micro, macro }) =>
        markup`<tr class="published">
          <th scope="row">${model}${base === 'closed' ? undefined : markup` <small>${base}</small>`}</th>
          ${sets.map(({ set }) => markup`<td>${scores[set]?.toFixed(1) ?? '–'}</td>`)}
          <td class="average">${micro.toFixed(1)}</td>
          <td class="average">${macro.toFixed(1)}</td>
        </tr>`,
    )
}

/** Each later model against the first, set by set. */
export function comparisonTable({ comparisons, sets }: EvaluationReport): Markup | undefined {
  if (comparisons.length === 0) return undefined
  const title = (set: string): string => sets.find((one) => one.set === set)?.title ?? set
  const rows = comparisons.flatMap(({ first, second, comparison: { sets: compared, micro, macro } }) => [
    markup`<tr class="group">
      <th scope="rowgroup" colspan="8">${second} against ${first}</th>
    </tr>`,
    ...compared.map(
      ({ set, items, first: a, second: b, difference, mcnemar, adjustedP }) =>
        markup`<tr>
          <th scope="row">${title(set)}</th>
          <td>${countText(items)}</td>
          <td>${percentText(a)}</td>
          <td>${percentText(b)}</td>
          ${differenceCell(difference)}
          <td>${mcnemar.onlySecond} / ${mcnemar.onlyFirst}</td>
          <td>${probability(mcnemar.exactP)}</td>
          <td>${probability(adjustedP)}</td>
        </tr>`,
    ),
    ...(micro === undefined
      ? []
      : [
          markup`<tr class="sum">
            <th scope="row">micro average</th>
            <td>${countText(micro.items)}</td>
            <td>${percentText(micro.first)}</td>
            <td>${percentText(micro.second)}</td>
            ${differenceCell(micro.difference)}
            <td>${micro.mcnemar.onlySecond} / ${micro.mcnemar.onlyFirst}</td>
            <td>${probability(micro.mcnemar.exactP)}</td>
            <td></td>
          </tr>`,
        ]),
    ...(macro === undefined
      ? []
      : [
          markup`<tr>
            <th scope="row">macro average</th>
            <td>${macro.sets} sets</td>
            <td>${percentText(macro.first)}</td>
            <td>${percentText(macro.second)}</td>
            ${differenceCell(macro.difference)}
            <td></td>
            <td></td>
            <td></td>
          </tr>`,
        ]),
  ])
  return table(
    markup`<b>Table 2.</b> Models on the same items. The difference is in points, its interval a paired
      bootstrap; only one right: items of which only the later / only the first model’s first answer is right,
      with McNemar’s exact p, and adjusted over the sets (Holm).`,
    [
      markup`<tr>
        <th scope="col">set</th>
        <th scope="col">n</th>
        <th scope="col">first</th>
        <th scope="col">later</th>
        <th scope="col">difference</th>
        <th scope="col">only one right</th>
        <th scope="col">p</th>
        <th scope="col">p adjusted</th>
      </tr>`,
    ],
    rows,
  )
}

function differenceCell({ estimate, low, high }: Interval): Markup {
  const sign = (share: number): string =>
    `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(share * 100).toFixed(1)}`
  const sure = low > 0 || high < 0
  return markup`<td>
    ${sure ? markup`<b>${sign(estimate)}</b>` : sign(estimate)}<small>${sign(low)} to ${sign(high)}</small>
  </td>`
}

function probability(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3)
}

/** What N samples of an item show. */
export function samplesTable({ models }: EvaluationReport): Markup | undefined {
  const sampled = models.filter(({ scores }) => scores.samples !== undefined)
  if (sampled.length === 0) return undefined
  const cell = (interval: Interval): Markup =>
    markup`<td>${percentText(interval.estimate)}<small>${rangeText(interval)}</small></td>`
  return table(
    markup`<b>Table 3.</b> Several samples of each item, in percent of items. PassRatio is the share right of
      all samples; the gap is what a perfect choice among the samples would gain over the first answer.`,
    [
      markup`<tr>
        <th scope="col">model</th>
        <th scope="col">samples</th>
        <th scope="col">PassRatio</th>
        <th scope="col">first answer</th>
        <th scope="col">majority</th>
        <th scope="col">best by agreement</th>
        <th scope="col">any of N</th>
        <th scope="col">gap</th>
      </tr>`,
    ],
    sampled.map(({ name, scores }) => {
      const samples = scores.samples as NonNullable<ScoreSummary['samples']>
      const last = samples.atK.at(-1)
      return markup`<tr>
        <th scope="row">${name}</th>
        <td>${samples.samples}</td>
        ${cell(samples.passRatio)}${cell(samples.firstAnswer)}${
          last === undefined
            ? markup`<td>–</td>
                <td>–</td>`
            : [cell(last.majority), cell(last.bestByAgreement)]
        }${cell(samples.anyAnswer)}${cell(samples.gap)}
      </tr>`
    }),
  )
}

/** Accuracy by subject of the sets that are divided. */
export function subjectTable({ models, sets }: EvaluationReport): Markup | undefined {
  const groups = [...new Set(models.flatMap(({ scores }) => scores.subjects.map(({ group }) => group)))]
  if (groups.length === 0) return undefined
  const title = (set: string): string => sets.find((one) => one.set === set)?.title ?? set
  const bySet = Map.groupBy(groups, (group) => group.split(': ')[0] ?? '')
  return table(
    markup`<b>Table 4.</b> Accuracy in percent by subject.`,
    [
      markup`<tr>
        <th scope="col">subject</th>
        <th scope="col">n</th>
        ${models.map(({ name }) => markup`<th scope="col">${name}</th>`)}
      </tr>`,
    ],
    [...bySet].flatMap(([set, own]) => [
      markup`<tr class="group">
        <th scope="rowgroup" colspan="${models.length + 2}">${title(set)}</th>
      </tr>`,
      ...own.map((group) => {
        const found = models.map(({ scores }) => scores.subjects.find((one) => one.group === group))
        return markup`<tr>
          <th scope="row">${(group.split(': ')[1] ?? group).replaceAll(/[-_]/g, ' ')}</th>
          <td>${countText(found[0]?.items ?? 0)}</td>
          ${found.map((one) => (one === undefined ? markup`<td>–</td>` : markup`<td>${percentText(one.accuracy.estimate)}<small>${rangeText(one.accuracy)}</small></td>`))}
        </tr>`
      }),
    ]),
  )
}
