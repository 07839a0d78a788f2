import { stringify } from 'yaml'
import type { DatasetTally } from './dataset-tally.ts'

export interface CardInput {
  readonly name: string
  /** BCP 47. */
  readonly language: string
  readonly tally: DatasetTally
  /** Parquet files by split; empty when only JSON Lines were written. */
  readonly parquet: Readonly<Record<string, readonly string[]>>
  readonly lines: Readonly<Record<string, readonly string[]>>
  readonly testSeeds: boolean
  readonly refusedForLicense: number
}

/** The Hugging Face dataset card, `README.md`: YAML front matter and a page for people. */
export function datasetCard(input: CardInput): string {
  return `---\n${frontMatter(input)}---\n\n${body(input)}`
}

const spdxToHub: Readonly<Record<string, string>> = {
  MIT: 'mit',
  'Apache-2.0': 'apache-2.0',
  'CC0-1.0': 'cc0-1.0',
  'CC-BY-4.0': 'cc-by-4.0',
  'CC-BY-SA-4.0': 'cc-by-sa-4.0',
  'CC-BY-NC-4.0': 'cc-by-nc-4.0',
  'CC-BY-NC-SA-4.0': 'cc-by-nc-sa-4.0',
  'CC-BY-3.0': 'cc-by-3.0',
  'BSD-3-Clause': 'bsd-3-clause',
  'ODC-By-1.0': 'odc-by',
  unknown: 'unknown',
}

function frontMatter({ name, language, tally, parquet, lines, testSeeds }: CardInput): string {
  const licenses = Object.keys(tally.licenses).map((license) => spdxToHub[license] ?? 'other')
  const files = Object.keys(parquet).length > 0 ? parquet : lines
  return stringify(
    {
      pretty_name: name,
      license: [...new Set(licenses.length === 0 ? ['other'] : licenses)].sort(),
      language: [language],
      task_categories: ['question-answering', 'text-generation'],
      size_categories: [sizeCategory(tally.rows)],
      tags: [
        'synthetic',
        'mathematics',
        'reasoning',
        'conceptloom',
        ...(testSeeds ? ['uses-test-split-seeds'] : []),
      ],
      configs: [
        {
          config_name: 'default',
          // A split name of the hub knows no hyphen.
          data_files: Object.entries(files).map(([split, path]) => ({
            split: split.replaceAll('-', '_'),
            path: [...path],
          })),
        },
      ],
    },
    { lineWidth: 0 },
  )
}

function sizeCategory(rows: number): string {
  if (rows < 1000) return 'n<1K'
  const names = ['1K', '10K', '100K', '1M', '10M', '100M', '1B', '10B', '100B', '1T']
  const place = Math.min(8, Math.floor(Math.log10(rows)) - 3)
  return `${names[place]}<n<${names[place + 1]}`
}

function body({ name, tally, testSeeds, refusedForLicense }: CardInput): string {
  const { guessability } = tally
  const engines = Object.entries(tally.engines)
  return [
    `# ${name}`,
    '',
    'Mathematics questions with step-by-step solutions. Seed problems became a graph of concepts, walks over the graph picked concept',
    'combinations, and an engine wrote a new question and answer for each combination. All text is synthetic.',
    '',
    ...(testSeeds
      ? [
          '**Seeds from a test split were allowed for this dataset.** Do not evaluate on the sets they come from.',
          '',
        ]
      : []),
    '## How the rows were made',
    '',
    table(
      ['engine', 'rows'],
      engines.map(([engine, rows]) => [engine, rows]),
    ),
    'The `procedural` engine composes parametrised problem families and computes the answer. The `model` engine asks a language model.',
    ...(tally.models.length === 0 ? [] : [`Models: ${tally.models.join(', ')}.`]),
    ...(tally.prompts.length === 0 ? [] : [`Prompts: ${tally.prompts.join(', ')}.`]),
    `Runs: ${tally.runs.map((run) => `\`${run}\``).join(', ')}.`,
    '',
    '## Splits',
    '',
    table(['split', 'rows'], Object.entries(tally.splits)),
    'Splits follow from a hash of how a question is composed and of its wording without numbers, names and things, so no template is on two',
    'sides. `test-held-out-family` and `test-held-out-pair` hold every row that uses a problem family or a concept pair kept out of training.',
    'Configurations write these names with underscores.',
    '',
    '## Verification',
    '',
    table(
      ['rung', 'what it means', 'rows'],
      Object.entries(tally.rungs).map(([rung, rows]) => [rung, rungMeaning[Number(rung)] ?? '', rows]),
    ),
    '',
    `## Difficulty (${tally.difficultyLabels.join(', ')}, 1 easiest to 5)`,
    '',
    table(['difficulty', 'rows'], Object.entries(tally.difficulties)),
    '## Length in words',
    '',
    table(
      ['text', 'mean', 'median', '95 %', 'maximum'],
      (['questionWords', 'solutionWords'] as const).map((which) => {
        const { mean, median, p95, maximum } = tally[which]
        return [which === 'questionWords' ? 'question' : 'solution', mean, median, p95, maximum]
      }),
    ),
    '## Concepts',
    '',
    `${tally.concepts.length} concepts; the most used ones are below, all of them are in \`concepts.jsonl\`. A row counts for the concepts that`,
    'its text needs, not for those that were only asked for.',
    '',
    table(
      ['concept', 'rows'],
      tally.concepts.slice(0, 50).map((concept) => [concept.name, concept.rows]),
    ),
    '## Guessability',
    '',
    `Always answering \`${cell(guessability.answer)}\` would be right on ${percent(guessability.share)} of the rows.`,
    '',
    ...(guessability.families.length === 0
      ? []
      : [
          'Families whose most frequent answer has the largest share:',
          '',
          table(
            ['family', 'rows', 'answer', 'share'],
            guessability.families.map(({ family, rows, answer, share }) => [
              family,
              rows,
              answer,
              percent(share),
            ]),
          ),
        ]),
    '## Provenance',
    '',
    'Each row says where it comes from: `provenance.seeds` are the seed problems behind the walked edges (`seeds.jsonl`), `provenance.walk` the',
    'walk with the probability of every step, `provenance.families` and `provenance.parameters` the families and their values, and',
    '`provenance.engine`, `model`, `prompt` and `run` what wrote it. `conceptloom explain <id>` shows the same as a tree where the run is stored.',
    '',
    '## Limits',
    '',
    '- Synthetic text: wording is narrower than in problems written by people, and a difficulty labelled `structural-uncalibrated` is a count of structure, measured on nobody.',
    '- "Verified" means the rung that a row states and no more; below rung 4 an answer may be wrong.',
    '- Concept balance is a property of the labels; that it improves a trained model is not shown here.',
    ...(refusedForLicense === 0
      ? []
      : [`- ${refusedForLicense} rows were left out because the licence of a seed behind them is unknown.`]),
    '',
    'Licences of the seeds: `LICENSES.md`. Balance before and after selection: `BALANCE.json`. Checksums: `SHA256SUMS`.',
    '',
  ].join('\n')
}

const rungMeaning: readonly string[] = [
  'unparsed',
  'schema valid',
  'well-formed',
  'recomputed',
  'agreed by several solutions',
  'correct by construction or executed program',
]

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((value) => cell(String(value))).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

function cell(text: string): string {
  return text.replaceAll(/[|\\`]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ')
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100} %`
}
