import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage, visit } from './open-page.ts'
import { runCommand, type ServedWorkspace, serveWorkspace } from './serve-workspace.ts'

const made = inject('madeRun')

/** What the command line says of the run. */
interface Said {
  readonly run: {
    readonly run: string
    readonly pairs: {
      readonly requested: number
      readonly stored: number
      readonly skipped: Readonly<Record<string, number>>
    }
    readonly measures: { readonly byRung: Readonly<Record<string, number>> }
    readonly curation: { readonly marked: Readonly<Record<string, number>> }
  }
  readonly graph: {
    readonly topics: number
    readonly knowledgePoints: number
    readonly edges: Readonly<Record<string, number>>
    readonly communities: { readonly sizes: readonly number[] }
    readonly degrees: { readonly maximum: number }
    readonly overGeneral: readonly { readonly id: string; readonly name: string; readonly count: number }[]
    readonly strongestPairs: readonly {
      readonly edge: { readonly a: string; readonly b: string; readonly count: number }
    }[]
  }
  readonly dataset: { readonly rows: number; readonly splits: Readonly<Record<string, number>> }
  readonly balance: {
    readonly rows: number
    readonly normalisedEntropy: number
    readonly gini: number
    readonly coverage: { readonly at1: number; readonly at10: number }
    readonly difficulties: Readonly<Record<string, number>>
    readonly conceptUses: number
  }
  /** Rows by knowledge point, most first. */
  readonly concepts: readonly { readonly name: string; readonly rows: number }[]
}

describe.skipIf(made === null)('every figure of the page is the one of the command line', () => {
  const place = mkdtempSync(join(tmpdir(), 'conceptloom-figures-'))
  const workspace = made?.workspace ?? ''
  const folder = join(place, 'dataset')
  let browser: Browser
  let service: ServedWorkspace
  let page: Page
  let said: Said

  beforeAll(async () => {
    const served = join(place, 'workspace')
    cpSync(workspace, served, { recursive: true })
    service = await serveWorkspace(served)
    const ask = (...words: readonly string[]): unknown =>
      JSON.parse(runCommand(...words, '--workspace', workspace, '--json'))
    const dataset = ask('dataset', 'build', '--out', folder) as Said['dataset']
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    said = {
      run: JSON.parse(made?.printed ?? '') as Said['run'],
      graph: ask('graph', 'stats') as Said['graph'],
      dataset,
      balance: (JSON.parse(read('BALANCE.json')) as { after: Said['balance'] }).after,
      concepts: read('concepts.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Said['concepts'][number]),
    }
    browser = await openBrowser()
    page = (await openPage(browser, service.address)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    rmSync(place, { recursive: true, force: true })
  })

  /** What stands in a list of figures, by name. */
  const figures = async (within: Page | Locator = page): Promise<Readonly<Record<string, string>>> => {
    const names = await within.locator('.figures dt').allInnerTexts()
    const values = await within.locator('.figures dd').allInnerTexts()
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))
  }
  /** The figures of a list of bars, by name. */
  const bars = async (title: string): Promise<Readonly<Record<string, number>>> => {
    const rows = page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })
    const names = await rows.locator('.bar-row > span:first-child').allInnerTexts()
    const values = await rows.locator('.bar-row > .number').allInnerTexts()
    return Object.fromEntries(names.map((name, at) => [name, numberOf(values[at] ?? '')]))
  }
  const spaced = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name.replaceAll('-', ' '), count]))

  test('of a run: its own page and the list', async () => {
    const { pairs, curation, measures, run } = said.run
    const marked = Object.values(curation.marked).reduce((sum, count) => sum + count, 0)
    const unmarked = pairs.stored - marked
    expect(unmarked).toBe(said.run.measures.byRung['5'])
    await visit(page, `/runs/${run}`)
    const shown = await figures()
    expect(numberOf(shown['Pairs'] ?? '')).toBe(pairs.stored)
    expect(numberOf(shown['Unmarked'] ?? '')).toBe(unmarked)
    expect(await bars('Draws that gave no pair')).toEqual(spaced(pairs.skipped))
    expect(await bars('Marked')).toEqual(spaced(curation.marked))
    // The command line counts the rungs of unmarked pairs, the page those of all that are stored.
    const rungs = await bars('How far stored pairs were verified')
    expect(Object.values(rungs).reduce((sum, count) => sum + count, 0)).toBe(pairs.stored)
    expect(Object.keys(rungs)).toEqual(Object.keys(measures.byRung).map((rung) => `Rung ${rung}`))
    await visit(page, '/runs')
    const cells = await page.locator('tbody tr').first().locator('td.number').allInnerTexts()
    expect(cells.slice(0, 3).map(numberOf)).toEqual([pairs.stored, pairs.requested, unmarked])
  })

  test('of the graph: its size, its communities and a concept of it', async () => {
    const { graph } = said
    const nodes = graph.topics + graph.knowledgePoints
    const edges = Object.values(graph.edges).reduce((sum, count) => sum + count, 0)
    await visit(page, '/?nodes=2000')
    await page.locator('[data-shown]').waitFor()
    expect(numberOf((await page.locator('[data-shown]').getAttribute('data-shown')) ?? '')).toBe(nodes)
    const note = await page.locator('.explorer-side .note').first().innerText()
    const [, concepts, drawn, weaker] =
      /^([\d,]+) concepts, ([\d,]+) edges; ([\d,]+) weaker ones left out$/.exec(note) ?? []
    expect(numberOf(concepts ?? '')).toBe(nodes)
    expect(numberOf(drawn ?? '') + numberOf(weaker ?? '')).toBe(edges)
    const offered = await page.getByLabel('Community').locator('option').allTextContents()
    const sizes = offered.slice(1).map((text) => numberOf(/\(([\d,]+)\)$/.exec(text)?.[1] ?? ''))
    expect(sizes.toSorted((a, b) => b - a)).toEqual(graph.communities.sizes)
    await visit(page, '/')
    await page.getByText(`the most frequent of ${nodes} concepts`).waitFor()

    const [general] = graph.overGeneral
    const [strongest] = graph.strongestPairs
    if (general === undefined || strongest === undefined) throw new Error('a graph without a main concept')
    expect([strongest.edge.a, strongest.edge.b]).toContain(general.id)
    await visit(page, `/?concept=${general.id}&selected=${general.id}`)
    const card = await page.locator('.concept-card').innerText()
    expect(card).toContain(`${general.count} seeds, ${graph.degrees.maximum} neighbours, `)
    const [, first] = await page.locator('.concept-list .number').allInnerTexts()
    expect(first).toBe(`${strongest.edge.count} shared`)
  })

  test('of the balance: its figures, difficulties and every knowledge point', async () => {
    const { balance, concepts, graph } = said
    await visit(page, '/balance')
    const shown = await figures()
    expect(numberOf(shown['Rows'] ?? '')).toBe(balance.rows)
    expect(shown['Coverage']).toBe(asRead(shown['Coverage'], balance.coverage.at1 * 100))
    expect(shown['Coverage at 10']).toBe(asRead(shown['Coverage at 10'], balance.coverage.at10 * 100))
    expect(shown['Gini']).toBe(asRead(shown['Gini'], balance.gini))
    expect(shown['Entropy']).toBe(asRead(shown['Entropy'], balance.normalisedEntropy))
    expect(numberOf(shown['Never used'] ?? '')).toBe(graph.knowledgePoints - concepts.length)

    // The names of its axis are one group of texts, the rows over the bars the last one.
    const histogram = page
      .getByRole('img', { name: 'Rows by structural difficulty' })
      .locator('g:has(> text)')
    await histogram.first().waitFor()
    const groups = await Promise.all(
      (await histogram.all()).map((group) => group.locator('text').allTextContents()),
    )
    expect(groups).toContainEqual(Object.keys(balance.difficulties))
    expect(groups.at(-1)?.map(numberOf)).toEqual(Object.values(balance.difficulties))

    await page.getByText('Used most', { exact: true }).click()
    const rows = page.locator('tbody tr')
    const used: { name: string; rows: number }[] = []
    for (const row of await rows.all())
      used.push({
        name: await row.locator('th').innerText(),
        rows: numberOf(await row.locator('td.number').first().innerText()),
      })
    expect(used).toHaveLength(50)
    const byName = new Map(concepts.map(({ name, rows: count }) => [name, count]))
    for (const { name, rows: count } of used) expect([name, count]).toEqual([name, byName.get(name)])
    expect(used.map(({ rows: count }) => count)).toEqual(
      concepts.slice(0, 50).map(({ rows: count }) => count),
    )
    const targets = await rows.locator('td.number').nth(1).innerText()
    expect(numberOf(targets)).toBe(Math.round(balance.conceptUses / concepts.length))
  })

  test('of a knowledge point: the pairs that need it, against its share', async () => {
    const [most] = said.concepts
    if (most === undefined) throw new Error('no knowledge point')
    await visit(page, '/balance')
    await page.getByText('Used most', { exact: true }).click()
    await page.getByRole('link', { name: most.name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: most.name }).waitFor()
    expect(numberOf((await figures())['Pairs'] ?? '')).toBe(most.rows)
    const share = said.balance.conceptUses / said.concepts.length
    const usage = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Use against quota' }) })
    expect(await usage.innerText()).toContain(`${most.rows} pairs of ${Math.round(share)} in a balanced set`)
  })

  test('of a pair: how far it was verified, how hard it is, and where it comes from', async () => {
    const line = readFileSync(join(folder, 'jsonl/test.jsonl'), 'utf8').split('\n')[0] ?? ''
    const { id } = JSON.parse(line) as { id: string }
    const explained = JSON.parse(runCommand('explain', id, '--workspace', workspace, '--json')) as {
      rung: number
      difficulty: number
      index: number
      walk: { index: number; seed: number; steps: readonly { probability: number; edgeCount: number }[] }
      supportedBy: readonly unknown[]
    }
    await visit(page, `/pairs/${id}`)
    const tags = await page.locator('.tags .tag').allInnerTexts()
    expect(tags[0]).toBe(`rung ${explained.rung}`)
    expect(tags[1]).toBe(`difficulty ${explained.difficulty.toFixed(1)}`)
    const tree = page.locator('.tree')
    const summaries = await tree.locator('summary').allInnerTexts()
    expect(summaries[0]).toContain(`draw ${explained.index} of its run`)
    const walk = summaries.find((text) => text.startsWith('Walk '))
    expect(walk).toContain(`Walk ${explained.walk.index}`)
    expect(walk).toContain(`seed ${explained.walk.seed}`)
    const steps = await tree
      .locator('li')
      .filter({ hasText: / of the way on, / })
      .allInnerTexts()
    const leaves = steps.filter((text) => !text.includes('\n'))
    const taken = explained.walk.steps.slice(1)
    expect(leaves).toHaveLength(taken.length)
    for (const [at, { probability, edgeCount }] of taken.entries()) {
      const share = /([<>\d.]+ %) of the way on, ([\d,]+) seeds?$/.exec(leaves[at] ?? '')
      expect(share?.[1]).toBe(asRead(share?.[1], probability * 100))
      expect(numberOf(share?.[2] ?? '')).toBe(edgeCount)
    }
    const seeds = summaries.find((text) => text.startsWith('Seeds behind the walk'))
    expect(numberOf(/(\d+) seeds?$/.exec(seeds ?? '')?.[1] ?? '')).toBe(explained.supportedBy.length)
  })

  test('of a dataset: rows, splits and the very bytes', async () => {
    await visit(page, '/datasets')
    await page.getByLabel('Name', { exact: true }).fill('dataset')
    await page.getByRole('button', { name: 'Build' }).click()
    const item = page.locator('.dataset-list > li')
    await item.waitFor({ timeout: 90_000 })
    const text = await item.locator('p').innerText()
    const splits = Object.entries(said.dataset.splits).map(([name, count]) => `${name} ${count}`)
    expect(text).toContain(`${said.dataset.rows} rows of run`)
    expect(text.slice(text.indexOf(': ') + 2)).toBe(splits.join(', '))
    await item.locator('summary').click()
    const sums = new Map(
      readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    )
    const links = await item.locator('.file-list a').all()
    expect(links).toHaveLength(sums.size + 1)
    for (const link of links) {
      const path = await link.innerText()
      const sum = (await link.getAttribute('title'))?.replace('sha256 ', '')
      if (path !== 'SHA256SUMS') expect([path, sum]).toEqual([path, sums.get(path)])
    }
  })
})

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', ''))
}

/** A value with the digits and the sign of percent that the page gave it. */
function asRead(shown: string | undefined, value: number): string {
  const [, figure = '', unit = ''] = /^([\d.]+)( %)?$/.exec(shown ?? '') ?? []
  return `${value.toFixed(figure.split('.')[1]?.length ?? 0)}${unit}`
}
