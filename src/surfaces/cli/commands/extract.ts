import type { Command } from '@commander-js/extra-typings'
import type { Extractor } from '../../../core/ports.ts'
import type { SeedRow } from '../../../steps/seeds/read-seeds.ts'
import { commandWith, configOf, type Flags } from '../options.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom extract`: the concepts of each row, one line per row in order. */
export function extractCommand(): Command {
  const command = commandWith('extract', ['seeds', 'engine', 'place'])
    .description('topics and knowledge points of each problem, one line per row in order')
    .action((flags) => extractAction(flags as Flags))
  return command as unknown as Command
}

async function extractAction(flags: Flags): Promise<void> {
  const [{ readSeedRows }, { openExtractor }] = await Promise.all([
    import('../../../pipeline/prepare-run.ts'),
    import('../../../wire.ts'),
  ])
  const { config } = configOf(flags)
  const extractor = await openExtractor(config)
  let bad = 0
  for await (const row of readSeedRows(config)) {
    if (row.kind === 'bad') {
      bad++
      process.stderr.write(`${row.place.file}:${row.place.line}: ${row.reason}\n`)
    }
    await writeLine(
      flags['json'] === true
        ? JSON.stringify(await labelled(row, extractor))
        : describe(await labelled(row, extractor)),
    )
  }
  if (bad > 0) process.exitCode = 5
}

interface LabelledRow {
  readonly seedId: string | null
  readonly topics: readonly string[]
  readonly knowledgePoints: readonly string[]
  readonly evidence: Readonly<Record<string, readonly string[]>>
  readonly error?: string
}

async function labelled(row: SeedRow, extractor: Extractor): Promise<LabelledRow> {
  if (row.kind === 'bad')
    return { seedId: null, topics: [], knowledgePoints: [], evidence: {}, error: row.reason }
  for await (const { topics, knowledgePoints } of extractor.extract([row.seed])) {
    const evidence = [...topics, ...knowledgePoints].map(
      ({ name, evidence: spans }) => [name, spans.map((span) => span.text)] as const,
    )
    return {
      seedId: row.seed.id,
      topics: topics.map(({ name }) => name),
      knowledgePoints: knowledgePoints.map(({ name }) => name),
      evidence: Object.fromEntries(evidence),
    }
  }
  return { seedId: row.seed.id, topics: [], knowledgePoints: [], evidence: {} }
}

function describe({ seedId, topics, knowledgePoints, error }: LabelledRow): string {
  if (error !== undefined) return `-  ${error}`
  return `${seedId?.slice(0, 12)}  ${topics.join(', ') || '(no topic)'}: ${knowledgePoints.join(', ') || '(no knowledge point)'}`
}
