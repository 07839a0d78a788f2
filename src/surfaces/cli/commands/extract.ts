import type { Command } from '@commander-js/extra-typings'
import type { ConceptKind, Extraction, LabelledName } from '../../../core/concept.ts'
import type { Config } from '../../../core/config.ts'
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
  const review = await openReview(config)
  const extractor = review.watch(await openExtractor(config))
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
  review.finish()
  if (bad > 0) process.exitCode = 5
}

/** Names go by what the file of merges says of them, and what it does not know yet is added to it. */
interface Review {
  watch(extractor: Extractor): Extractor
  finish(): void
}

async function openReview({ concepts }: Config): Promise<Review> {
  const file = concepts.merges
  if (file === undefined) return { watch: (extractor) => extractor, finish: () => undefined }
  const [{ readDecisions, reviewMerges }, { decidedNames }] = await Promise.all([
    import('../../../pipeline/review-merges.ts'),
    import('../../../steps/extract/apply-merges.ts'),
  ])
  const nameOf = decidedNames(readDecisions(file))
  const seen: Extraction[] = []
  const renamed = (kind: ConceptKind, labels: readonly LabelledName[]): readonly LabelledName[] => {
    const byName = new Map<string, LabelledName>()
    for (const label of labels) {
      const name = nameOf(kind, label.name)
      const before = byName.get(name)
      const evidence = [...(before?.evidence ?? []), ...label.evidence]
      byName.set(name, { ...label, ...before, name, evidence })
    }
    return [...byName.values()]
  }
  return {
    watch: (extractor) => ({
      name: extractor.name,
      async *extract(seeds) {
        for await (const extraction of extractor.extract(seeds)) {
          seen.push(extraction)
          yield {
            ...extraction,
            topics: renamed('topic', extraction.topics),
            knowledgePoints: renamed('knowledge-point', extraction.knowledgePoints),
          }
        }
      },
    }),
    finish() {
      const { open } = reviewMerges(file, seen, concepts.autoMerge)
      if (open > 0)
        process.stderr.write(`${open} merges wait in ${file}: set decision to accepted or rejected\n`)
    },
  }
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
