import { NotFoundError } from '../../core/errors.ts'
import type { Explorer } from '../../pipeline/explore/explorer.ts'
import type { WalkTrace } from '../api/contract/walks.ts'
import type { ToolAnswer } from './answer-tool.ts'
import type { ConceptInput, ProvenanceInput, SearchInput, WalkInput } from './tool-inputs.ts'

/** Candidates that a step of a walk names; the rest is summed up. */
const shownCandidates = 5
/** Seeds that a concept is illustrated by. */
const shownSeeds = 3

export async function searchConcepts(explorer: Explorer, input: SearchInput): Promise<ToolAnswer> {
  const { items } = await explorer.concepts(input)
  const lines = items.map(
    ({ id, kind, name, count, pairs }) => `${name} (${kind}, ${count} seeds, ${pairs} pairs) ${id}`,
  )
  const text = items.length === 0 ? `no concept has a name like "${input.text}"` : lines.join('\n')
  return { data: { concepts: items }, text }
}

export async function getConcept(explorer: Explorer, input: ConceptInput): Promise<ToolAnswer> {
  const run = input.run === undefined ? {} : { run: input.run }
  const id = await idOf(explorer, input.concept, run)
  const [concept, neighbours, seeds] = await Promise.all([
    explorer.concept(id, run),
    explorer.neighbours(id, { ...run, limit: Math.max(1, input.neighbours) }),
    explorer.seeds(id, { ...run, limit: shownSeeds }),
  ])
  if (concept === undefined) throw new NotFoundError(`no such concept: ${input.concept}; search for it`)
  const near = neighbours?.items.slice(0, input.neighbours) ?? []
  const { name, kind, count, usage, requires, definition } = concept
  const lines = [
    `${name} (${kind}): ${count} seeds; ${usage.realised} pairs need it, ${usage.requested} asked for it`,
    ...(definition === undefined ? [] : [definition]),
    ...(requires.length === 0 ? [] : [`needs: ${requires.map((entry) => entry.name).join(', ')}`]),
    ...(near.length === 0 ? [] : [`near: ${near.map((entry) => entry.concept.name).join(', ')}`]),
  ]
  return { data: { concept, neighbours: near, seeds: seeds?.items ?? [] }, text: lines.join('\n') }
}

export async function sampleWalk(explorer: Explorer, input: WalkInput): Promise<ToolAnswer> {
  const { start, ...options } = input
  const run = input.run === undefined ? {} : { run: input.run }
  const begin = start === undefined ? {} : { start: await idOf(explorer, start, run) }
  const { walks, command } = await explorer.walks({ ...options, ...begin })
  const lines = walks.map((walk) =>
    'failed' in walk
      ? `${walk.index}: ${walk.failed}`
      : `${walk.index}: ${walk.steps.map(({ name }) => name).join(' → ')}`,
  )
  return {
    data: {
      walks: walks.map((walk) => ('failed' in walk ? walk : shortened(walk))),
      ...(command === undefined ? {} : { command }),
    },
    text: lines.join('\n'),
  }
}

export async function getProvenance(explorer: Explorer, { pair }: ProvenanceInput): Promise<ToolAnswer> {
  const provenance = await explorer.provenance(pair)
  if (provenance === undefined) throw new NotFoundError(`no such pair: ${pair}; give more of its id`)
  const { question, finalAnswer, rung, walk, supportedBy } = provenance
  const text = [
    question,
    `answer: ${finalAnswer} (rung ${rung} of 5)`,
    `walk: ${walk.steps.map(({ concept }) => concept).join(' → ')}`,
    `${supportedBy.length} seeds stand behind it`,
  ].join('\n')
  return { data: provenance, text }
}

/** The likeliest candidates of every step, the one taken among them. Probabilities still sum to 1 with the others'. */
function shortened(walk: WalkTrace): object {
  return {
    ...walk,
    steps: walk.steps.map((step) => {
      const shown = step.candidates.filter(({ taken }, place) => taken || place < shownCandidates)
      const left = step.candidates.filter((candidate) => !shown.includes(candidate))
      return {
        ...step,
        candidates: shown,
        others: {
          count: step.others.count + left.length,
          probability: left.reduce((sum, { probability }) => sum + probability, step.others.probability),
        },
      }
    }),
  }
}

/** The id of a concept given by id or name; several close names are told, not guessed among. */
async function idOf(explorer: Explorer, concept: string, run: { readonly run?: string }): Promise<string> {
  if (/^[0-9a-f]{32}$/.test(concept)) return concept
  const { items } = await explorer.concepts({ ...run, text: concept, limit: 5 })
  const exact = items.find(({ name }) => name.toLowerCase() === concept.trim().toLowerCase())
  if (exact !== undefined) return exact.id
  const close = items.map(({ name }) => name).join(', ')
  throw new NotFoundError(
    `no such concept: ${concept}; ${close === '' ? 'search for another name' : `names like it: ${close}`}`,
  )
}
