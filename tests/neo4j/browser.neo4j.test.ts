import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPath } from 'neo4j-driver'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BrowserPage,
  connectBrowser,
  dropFile,
  keepFavourite,
  openBrowserPage,
  runInEditor,
  setParameter,
} from './browser-page.ts'
import { type DrawnGraph, isCaptionOf, readDrawing } from './drawn-graph.ts'
import { fillSample, type Sample } from './fill-sample.ts'
import { findChromium } from './find-chromium.ts'
import { parameterLiterals, type ShippedQuery, shippedQueries, shippedQuery } from './shipped-queries.ts'
import { describeNeo4j, emptyDatabase, runCypher, testServer, testSettings } from './test-server.ts'

const chromium = findChromium()
if (chromium === undefined) console.log('-- no Chromium, the tests of Neo4j Browser are skipped')

const style = readFileSync(new URL('../../cypher/style.grass', import.meta.url), 'utf8')

const describeBrowser = chromium === undefined ? describe.skip : describeNeo4j

describeBrowser('Neo4j Browser', () => {
  const pictures = mkdtempSync(join(tmpdir(), 'conceptloom-browser-'))
  let sample: Sample
  let browser: BrowserPage

  beforeAll(async () => {
    await emptyDatabase()
    sample = await fillSample(testSettings())
    await runCypher('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()')
    browser = await openBrowserPage(chromium ?? '')
    await connectBrowser(browser.page, testServer())
    await dropFile(browser.page, { name: 'style.grass', text: style })
    console.log(`screenshots in ${pictures}`)
  })
  afterAll(() => browser.close())

  const literalsOf = (query: ShippedQuery): ReturnType<typeof parameterLiterals> =>
    parameterLiterals(query, { pair: sample.pairOfPair.id, seed: sample.pairOfPair.supportingSeeds[0] ?? '' })

  async function setParameters(query: ShippedQuery): Promise<void> {
    for (const { name, example } of literalsOf(query)) await setParameter(browser.page, name, example)
  }

  /** What the database itself answers to a query's examples. */
  async function answer(query: ShippedQuery): Promise<readonly Record<string, unknown>[]> {
    const fields = literalsOf(query).map(({ name, example }) => `${name}: ${example}`)
    const [row] = await runCypher(`RETURN {${fields.join(', ')}} AS parameters`)
    return await runCypher(query.text, row?.['parameters'] as Record<string, unknown>)
  }

  /** Labels by node name, of the paths a query returns. */
  async function nodesOf(
    query: ShippedQuery,
  ): Promise<ReadonlyMap<string, { name: string; labels: string[] }>> {
    const paths = (await answer(query)).flatMap((row) => Object.values(row)).filter((value) => isPath(value))
    const nodes = paths.flatMap(({ start, segments }) => [start, ...segments.map(({ end }) => end)])
    return new Map(
      nodes.map(({ elementId, labels, properties }) => [
        elementId,
        { name: String(properties['name']), labels },
      ]),
    )
  }

  async function takePicture(name: string): Promise<void> {
    const path = join(pictures, `${name}.png`)
    // The layout comes to rest.
    await browser.page.waitForTimeout(2_500)
    await browser.page.screenshot({ path })
    expect(statSync(path).size).toBeGreaterThan(10_000)
  }

  async function drawn(frame: Locator, query: ShippedQuery): Promise<DrawnGraph> {
    const wanted = [...(await nodesOf(query)).values()]
    const drawing = await readDrawing(frame, wanted.length)
    expect(drawing.nodes).toHaveLength(wanted.length)
    for (const { caption, colour } of drawing.nodes) {
      const meant = wanted.filter(({ name }) => isCaptionOf(caption, name))
      expect(
        meant.map(({ labels }) => colourOf(labels)),
        caption,
      ).toContain(colour)
    }
    return drawing
  }

  test('lists a dropped query under its title and runs it from there, in our colours', async () => {
    const query = shippedQuery('02')
    await setParameters(query)
    const entry = await keepFavourite(browser.page, { name: query.file, ...query })
    await entry.hover()
    await browser.page.getByTestId('savedScriptsButton-Run').first().click()
    const frame = browser.page
      .getByTestId('frame')
      .filter({ has: browser.page.locator('g.node') })
      .first()
    const { nodes, arrows } = await drawn(frame, query)
    expect(new Set(nodes.map(({ colour }) => colour))).toEqual(
      new Set([colourOf(['Topic', 'Concept']), colourOf(['KnowledgePoint', 'Concept'])]),
    )
    expect(arrows.filter((caption) => /^\d+$/.test(caption.trim())).length).toBeGreaterThan(10)
    await takePicture('favourite')
    await browser.page.getByTestId('navigationFavorites').click()
  })

  test.each(
    shippedQueries()
      .filter(({ isDrawn }) => isDrawn)
      .map((query) => [query.file, query] as const),
  )('draws %s', async (file, query) => {
    await setParameters(query)
    const frame = await runInEditor(browser.page, query.text)
    await drawn(frame, query)
    await takePicture(file.replace('.cypher', ''))
  })

  test.each(
    shippedQueries()
      .filter(({ isDrawn }) => !isDrawn)
      .map((query) => [query.file, query] as const),
  )('shows the table of %s', async (file, query) => {
    await setParameters(query)
    const frame = await runInEditor(browser.page, query.text)
    const rows = await answer(query)
    await frame.getByText(new RegExp(`Started streaming ${rows.length} records? `)).waitFor()
    const columns = Object.keys(rows[0] ?? {})
    for (const column of columns) await frame.getByText(column, { exact: true }).first().waitFor()
    await takePicture(file.replace('.cypher', ''))
  })

  test('gives each label its own colour', async () => {
    const query = shippedQuery('07')
    await setParameters(query)
    const { nodes } = await drawn(await runInEditor(browser.page, query.text), query)
    const colours = ['Seed', 'Topic', 'KnowledgePoint', 'Walk', 'Pair', 'Run'].map((label) =>
      colourOf([label]),
    )
    expect(new Set(nodes.map(({ colour }) => colour))).toEqual(new Set(colours))
    expect(new Set(colours).size).toBe(colours.length)
  })

  test('reached nothing outside this machine', () => {
    expect([...browser.reached].filter((host) => host !== '')).toEqual(['127.0.0.1'])
  })
})

/** The colour that `style.grass` gives to a node with these labels. */
function colourOf(labels: readonly string[]): string {
  const label = labels.find((name) => name !== 'Concept') ?? ''
  return (
    new RegExp(`node\\.${label} \\{[^}]*?\\n  color: (#\\w+);`).exec(style)?.[1] ?? `no colour of ${label}`
  )
}
