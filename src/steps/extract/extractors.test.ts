import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Extraction } from '../../core/concept.ts'
import { MalformedInputError, UsageError } from '../../core/errors.ts'
import type { Extractor } from '../../core/ports.ts'
import { seedId, type Seed } from '../../core/seed.ts'
import { gatherConcepts } from './gather-concepts.ts'
import { createReplayExtractor } from './replay-extractor.ts'
import { createTaxonomyExtractor } from './taxonomy-extractor.ts'

const recorded = fileURLToPath(new URL('../../../../shared/data/xylonfu_extractions.jsonl', import.meta.url))
if (!existsSync(recorded)) {
  if (process.env['REQUIRE_PUBLIC_DATA'] === 'true') throw new Error(`no recorded extractions: ${recorded}`)
  console.warn('skipped: replay of real extractions, because ../shared/data is absent')
}

const folder = await mkdtemp(join(tmpdir(), 'extract-'))
afterAll(() => rm(folder, { recursive: true }))

function seed(question: string, sourceId?: string): Seed {
  const id = seedId(question)
  return {
    id,
    question,
    source: 'test',
    split: 'train',
    license: 'MIT',
    language: 'en',
    ...(sourceId === undefined ? {} : { sourceId }),
  }
}

async function extractAll(extractor: Extractor, seeds: readonly Seed[]): Promise<readonly Extraction[]> {
  const extractions: Extraction[] = []
  for await (const extraction of extractor.extract(seeds)) extractions.push(extraction)
  return extractions
}

async function writeLabels(name: string, rows: readonly unknown[]): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return file
}

describe('createTaxonomyExtractor', () => {
  it('gives one extraction per seed, in order, with evidence', async () => {
    const seeds = [seed('Find the least common multiple of 4 and 6.'), seed('Good morning.')]
    const [first, second] = await extractAll(createTaxonomyExtractor(), seeds)
    expect(first?.seedId).toBe(seeds[0]?.id)
    expect(first?.knowledgePoints[0]).toMatchObject({ taxonomyId: 'least-common-multiple' })
    expect(first?.knowledgePoints[0]?.evidence.length).toBeGreaterThan(0)
    expect(second).toEqual({ seedId: seeds[1]?.id, topics: [], knowledgePoints: [], overflow: [] })
  })
})

describe('createReplayExtractor', () => {
  it('finds rows by question, else by id, and leaves other seeds bare', async () => {
    const file = await writeLabels('labels.jsonl', [
      {
        id: 7,
        question: 'What is 2 + 2?',
        topics: ['Percents'],
        knowledge_points: ['Zebra husbandry', 'zebra-husbandry.'],
      },
    ])
    const extractor = await createReplayExtractor(file)
    const [byQuestion, byId, bare] = await extractAll(extractor, [
      seed(' What is  2 + 2?'),
      seed('Something else', '7'),
      seed('Unknown'),
    ])
    expect(byQuestion?.topics).toEqual([{ name: 'Percents', taxonomyId: 'percentages', evidence: [] }])
    expect(byQuestion?.knowledgePoints).toEqual([{ name: 'Zebra husbandry', evidence: [] }])
    expect(byId?.topics).toEqual(byQuestion?.topics)
    expect(bare?.topics).toEqual([])
  })

  it('follows a reviewed alignment', async () => {
    const file = await writeLabels('open.jsonl', [
      { question: 'Q', topics: ['Hundredths'], knowledge_points: [] },
    ])
    const alignment = join(folder, 'alignment.yaml')
    await writeFile(
      alignment,
      'names: [{kind: topic, name: Hundredths, id: percentages, status: accepted, similarity: 0.2}]',
    )
    const [extraction] = await extractAll(await createReplayExtractor(file, alignment), [seed('Q')])
    expect(extraction?.topics[0]?.taxonomyId).toBe('percentages')
  })

  it('puts labels beyond the caps into the overflow', async () => {
    const file = await writeLabels('many.jsonl', [
      { question: 'Q', topics: ['a', 'b', 'c'], knowledge_points: ['p'] },
    ])
    const [extraction] = await extractAll(await createReplayExtractor(file), [seed('Q')])
    expect(extraction?.topics.map((label) => label.name)).toEqual(['a', 'b'])
    expect(extraction?.overflow).toEqual(['c'])
  })

  it('names the line of a bad row and the file it cannot read', async () => {
    const good = { question: 'Q', topics: [], knowledge_points: [] }
    await expect(createReplayExtractor(await writeLabels('text.jsonl', [good, 'no json']))).rejects.toThrow(
      /text\.jsonl:2/,
    )
    const file = await writeLabels('shape.jsonl', [
      { question: 'Q', topics: 'Algebra', knowledge_points: [] },
    ])
    await expect(createReplayExtractor(file)).rejects.toThrow(MalformedInputError)
    await expect(createReplayExtractor(join(folder, 'absent.jsonl'))).rejects.toThrow(UsageError)
  })

  it.skipIf(!existsSync(recorded))('replays all recorded extractions', async () => {
    const rows = readFileSync(recorded, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { question: string })
    const extractions = await extractAll(
      await createReplayExtractor(recorded),
      rows.map((row) => seed(row.question)),
    )
    expect(extractions).toHaveLength(100)
    expect(extractions.every((one) => one.topics.length > 0 && one.knowledgePoints.length > 0)).toBe(true)
    const { concepts, report } = gatherConcepts(extractions)
    expect(report.seedsWithoutConcepts).toEqual([])
    expect(concepts.filter((concept) => concept.taxonomyId !== undefined).length).toBeGreaterThan(40)
    expect(concepts.some((concept) => concept.taxonomyId === undefined)).toBe(true)
  })
})
