import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { errorTypes } from '../error-types.ts'
import type { EvaluationReport, ModelReport } from './report-data.ts'
import { markup, trusted, type Markup } from './markup.ts'
import { errorNames } from './words.ts'

/** Most colours of series; models beyond take them again. */
const series = 6

/** Colour of a model, as a variable that the page sets for light and dark. */
export function seriesColour(place: number): string {
  return `var(--series-${(place % series) + 1})`
}

const width = 760
const style = {
  background: 'transparent',
  fontFamily: 'inherit',
  fontSize: '12px',
  color: 'inherit',
  overflow: 'visible',
}

/** What is used of the element that Plot gives; this code runs without a browser's types. */
interface DrawnElement {
  setAttribute(name: string, value: string): void
  readonly outerHTML: string
}

/** A plot as inline SVG: drawn here, so that the page needs no script. */
function draw(label: string, options: Plot.PlotOptions): Markup {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const svg = Plot.plot({ width, document, style, ...options }) as unknown as DrawnElement
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  svg.setAttribute('font-size', '12')
  return trusted(svg.outerHTML)
}

interface Mark {
  readonly x: number | string
  readonly y: number
  readonly low?: number
  readonly high?: number
  readonly model: string
  readonly fill: string
  readonly title: string
}

const percent = (share: number): number => share * 100

/** Accuracy with its interval, by set and model. */
export function setFigure({ models, sets }: EvaluationReport): Markup {
  const marks = models.flatMap((model, place) =>
    model.scores.intervals.sets.map(({ set, accuracy }) => ({
      set: sets.find((one) => one.set === set)?.title ?? set,
      model: model.name,
      fill: seriesColour(place),
      x: percent(accuracy.estimate),
      low: percent(accuracy.low),
      high: percent(accuracy.high),
    })),
  )
  return draw('Accuracy by set and model, with 95 % intervals', {
    height: 60 + sets.length * Math.max(28, 13 * models.length + 10),
    marginLeft: 172,
    marginBottom: 46,
    x: { label: 'accuracy (%) →', labelOffset: 40, domain: [0, 100], grid: true },
    y: { axis: null, domain: models.map(({ name }) => name) },
    fy: { label: null, domain: sets.map(({ title }) => title), axis: 'left', padding: 0.25 },
    marks: [
      Plot.ruleY(marks, {
        x1: 'low',
        x2: 'high',
        y: 'model',
        fy: 'set',
        stroke: 'fill',
        strokeWidth: 2.5,
        strokeOpacity: 0.55,
      }),
      Plot.dot(marks, { x: 'x', y: 'model', fy: 'set', fill: 'fill', r: 3.6 }),
    ],
  })
}

/** pass@k, and the answer that most samples agree on, against k. */
export function samplesFigure(models: readonly ModelReport[]): Markup | undefined {
  const lines = models.flatMap((model, place) =>
    (model.scores.samples?.atK ?? []).flatMap(({ k, pass, majority }) => [
      {
        k,
        y: percent(pass.estimate),
        low: percent(pass.low),
        high: percent(pass.high),
        name: model.name,
        fill: seriesColour(place),
        kind: 'pass@k',
      },
      {
        k,
        y: percent(majority.estimate),
        low: percent(majority.low),
        high: percent(majority.high),
        name: model.name,
        fill: seriesColour(place),
        kind: 'majority@k',
      },
    ]),
  )
  if (lines.length === 0) return undefined
  const [pass, majority] = ['pass@k', 'majority@k'].map((kind) => lines.filter((line) => line.kind === kind))
  return draw('pass@k and majority@k by number of samples', {
    height: 320,
    marginLeft: 48,
    marginBottom: 46,
    x: {
      labelOffset: 40,
      type: 'log',
      base: 2,
      label: 'samples k →',
      ticks: [...new Set(lines.map(({ k }) => k))],
      tickFormat: 'd',
    },
    y: { label: '↑ items (%)', grid: true, nice: true },
    marks: [
      Plot.areaY(pass, { x: 'k', y1: 'low', y2: 'high', z: 'name', fill: 'fill', fillOpacity: 0.13 }),
      Plot.line(pass, { x: 'k', y: 'y', z: 'name', stroke: 'fill', strokeWidth: 2 }),
      Plot.line(majority, {
        x: 'k',
        y: 'y',
        z: 'name',
        stroke: 'fill',
        strokeWidth: 1.8,
        strokeDasharray: '5,4',
      }),
      Plot.dot(lines, { x: 'k', y: 'y', fill: 'fill', r: 2.8 }),
    ],
  })
}

/** Fewest items of a number of steps that is drawn. */
export const fewestOfSteps = 3

/** Accuracy by number of solution steps, with the law p^s fitted to it. */
export function stepsFigure(models: readonly ModelReport[]): Markup | undefined {
  const points = models.flatMap((model, place) =>
    (model.scores.stepLaw?.points ?? [])
      .filter(({ items }) => items >= fewestOfSteps)
      .map(({ steps, items, accuracy, fitted }) => ({
        steps,
        items,
        y: percent(accuracy),
        fitted: percent(fitted),
        name: model.name,
        fill: seriesColour(place),
      })),
  )
  if (points.length === 0) return undefined
  return draw('Accuracy by number of solution steps, with the fitted law', {
    height: 320,
    marginLeft: 48,
    marginBottom: 46,
    x: { labelOffset: 40, label: 'steps of the gold solution →', ticks: 10, tickFormat: 'd' },
    y: { label: '↑ accuracy (%)', domain: [0, 100], grid: true },
    r: { range: [1.5, 9] },
    marks: [
      Plot.line(points, { x: 'steps', y: 'fitted', z: 'name', stroke: 'fill', strokeWidth: 1.8 }),
      Plot.dot(points, { x: 'steps', y: 'y', r: 'items', fill: 'fill', fillOpacity: 0.45, stroke: 'fill' }),
    ],
  })
}

/** Accuracy by level, of the sets that have levels. */
export function levelFigure({ models, sets }: EvaluationReport): Markup | undefined {
  const bars = models.flatMap((model, place) =>
    model.scores.levels.map(({ group, accuracy }): Mark & { set: string } => {
      const [set = '', level = ''] = group.split(': ')
      return {
        set: sets.find((one) => one.set === set)?.title ?? set,
        x: level,
        y: percent(accuracy.estimate),
        low: percent(accuracy.low),
        high: percent(accuracy.high),
        model: model.name,
        fill: seriesColour(place),
        title: '',
      }
    }),
  )
  if (bars.length === 0) return undefined
  const titles = [...new Set(bars.map(({ set }) => set))]
  return draw('Accuracy by level', {
    height: 60 + 190 * titles.length,
    marginLeft: 48,
    marginRight: 96,
    marginBottom: 46,
    fx: { label: 'level →', padding: 0.12 },
    fy: { label: null, domain: titles, padding: 0.14 },
    x: { axis: null, domain: models.map(({ name }) => name), padding: 0.15 },
    y: { label: '↑ accuracy (%)', domain: [0, 100], grid: true, ticks: 5 },
    marks: [
      Plot.barY(bars, { x: 'model', y: 'y', fx: 'x', fy: 'set', fill: 'fill', fillOpacity: 0.75 }),
      Plot.ruleX(bars, {
        x: 'model',
        y1: 'low',
        y2: 'high',
        fx: 'x',
        fy: 'set',
        stroke: 'currentColor',
        strokeWidth: 1.2,
      }),
    ],
  })
}

/** Shares of the error types of each model. */
export function errorFigure(models: readonly ModelReport[]): Markup {
  const parts = models.flatMap((model) =>
    errorTypes.map((type, place) => ({
      model: model.name,
      type,
      share: model.completions === 0 ? 0 : percent(model.errors.counts[type] / model.completions),
      fill: `var(--kind-${place + 1})`,
    })),
  )
  return draw('Error types as shares of all completions', {
    height: 62 + 34 * models.length,
    marginLeft: 172,
    marginBottom: 46,
    x: { label: 'completions (%) →', labelOffset: 40, grid: true },
    y: { label: null, domain: models.map(({ name }) => name), padding: 0.25 },
    marks: [Plot.barX(parts, { x: 'share', y: 'model', fill: 'fill', insetRight: 0.5 })],
  })
}

/** Colours of {@link errorFigure}, in words. */
export function errorLegend(): Markup {
  return markup`<p class="legend">
    ${errorTypes.map(
      (type, place) =>
        markup`<span><i style="background:var(--kind-${place + 1})"></i>${errorNames[type]}</span>`,
    )}
  </p>`
}

/** Colours of models, in words; nothing where there is one. */
export function modelLegend(models: readonly ModelReport[], note?: string): Markup {
  return markup`<p class="legend">
    ${models.map(
      ({ name }, place) => markup`<span><i style="background:${seriesColour(place)}"></i>${name}</span>`,
    )}${note === undefined ? undefined : markup`<span>${note}</span>`}
  </p>`
}

/** Accuracy against training size with the fitted curves. */
export function scalingFigure({ scaling }: EvaluationReport): Markup | undefined {
  if (scaling === undefined) return undefined
  const points = scaling.points.map(({ size, accuracy }) => ({ size, y: percent(accuracy) }))
  const sizes = points.map(({ size }) => size)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const curves = scaling.comparison.curves.flatMap(({ name, parameters }, place) =>
    Array.from({ length: 61 }, (_, step) => {
      const size = least * (most / least) ** (step / 60)
      return { size, y: percent(curveAt(name, parameters, size)), name, fill: seriesColour(place) }
    }),
  )
  return draw('Accuracy against training size, with fitted curves', {
    height: 340,
    marginLeft: 48,
    marginBottom: 46,
    x: { labelOffset: 40, type: 'log', label: 'training rows →', tickFormat: '~s', grid: true },
    y: { label: '↑ accuracy (%)', grid: true, nice: true },
    marks: [
      Plot.line(curves, { x: 'size', y: 'y', z: 'name', stroke: 'fill', strokeWidth: 1.8 }),
      Plot.dot(points, { x: 'size', y: 'y', fill: 'currentColor', r: 4 }),
    ],
  })
}

function curveAt(
  name: 'logarithmic' | 'power' | 'saturating',
  parameters: Readonly<Record<string, { readonly estimate: number }>>,
  size: number,
): number {
  const value = (key: string): number => parameters[key]?.estimate ?? 0
  if (name === 'logarithmic') return value('a') + value('b') * Math.log(size)
  return (name === 'power' ? 1 : value('c')) - value('a') * size ** -value('b')
}
