import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Config } from '../../src/core/config.ts'
import { loadConfig, type Settings } from '../../src/core/load-config.ts'
import { prepareRun } from '../../src/pipeline/prepare-run.ts'
import { identifyingConfig } from '../../src/pipeline/run-identity.ts'
import { createReplayExtractor } from '../../src/steps/extract/replay-extractor.ts'
import { runCommand } from './run-command.ts'

const place = mkdtempSync(join(tmpdir(), 'conceptloom-merges-'))
const labels = join(place, 'labels.jsonl')
const merges = join(place, 'merges.yaml')
const rows = [
  ['Find the volume.', ['Solid figures'], ['Volume of a frustum', 'Slant height of cones']],
  ['Find another volume.', ['Solid figures'], ['Frustum volume']],
  [
    'Find the height.',
    ['Figures that are solid'],
    ['Volume of a frustum', 'Finding the slant height of cones'],
  ],
] as const
writeFileSync(
  labels,
  rows
    .map(([question, topics, points]) => JSON.stringify({ question, topics, knowledge_points: points }))
    .join('\n'),
)
const source = ['--seeds', labels, '--extractor', 'replay', '--labels', labels, '--merges', merges]

function configOf(more: Settings = {}): Config {
  const flags = {
    'seeds.files': [labels],
    'engine.extractor': 'replay',
    'engine.labels': labels,
    'concepts.merges': merges,
    ...more,
  }
  return loadConfig({ environment: {}, flags }).config
}

async function pointsOfGraph(more: Settings = {}): Promise<number> {
  const extractor = await createReplayExtractor(labels)
  const { graph } = await prepareRun({ config: configOf(more), extractor, progress: () => {} })
  return graph.nodes.filter(({ kind }) => kind === 'knowledge-point').length
}

function identity(): string {
  return JSON.stringify(identifyingConfig(configOf()))
}

it(
  'writes doubtful merges down, does what a person decides, and names the line that is wrong',
  { timeout: 60_000 },
  async () => {
    const before = identity()
    expect(await pointsOfGraph()).toBe(4)
    const proposed = readFileSync(merges, 'utf8')
    expect(proposed.match(/decision: proposed/g)).toHaveLength(3)
    // Proposals alone make no other run of it; a decision does.
    expect(identity()).toBe(before)

    writeFileSync(merges, proposed.replace('decision: proposed', 'decision: accepted'))
    expect(identity()).not.toBe(before)
    expect(await pointsOfGraph()).toBe(3)
    const extracted = await runCommand(['extract', ...source, '--json'])
    const names = extracted.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { knowledgePoints: string[] }).knowledgePoints)
    expect(names[1]).toEqual(['Volume of a frustum'])
    expect(extracted.stderr).toContain('2 merges wait')

    // What a person rejects stays apart, even where certain merges are followed.
    writeFileSync(merges, proposed.replaceAll('decision: proposed', 'decision: rejected'))
    expect(await pointsOfGraph({ 'concepts.autoMerge': true })).toBe(4)

    writeFileSync(merges, proposed.replace('decision: proposed', 'decision: maybe'))
    const line = proposed.split('\n').findIndex((text) => text.includes('decision: proposed')) + 1
    const failed = await runCommand(['graph', 'build', ...source])
    expect(failed.code).toBe(3)
    expect(failed.stderr).toContain(`${merges}:${line}: bad merge: decision`)
    expect(readFileSync(merges, 'utf8')).toContain('maybe')
  },
)

it('leaves no half file where it cannot write', { timeout: 60_000 }, async () => {
  const missing = join(place, 'no-folder', 'merges.yaml')
  const { code, stderr } = await runCommand(['graph', 'build', ...source.slice(0, -1), missing])
  expect(code).toBe(2)
  expect(stderr).toContain(`cannot write: ${missing}`)
  expect(existsSync(missing)).toBe(false)
})
