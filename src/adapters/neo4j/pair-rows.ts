import type { ContentId } from '../../core/identity.ts'
import type { Pair, PairMark } from '../../core/pair.ts'
import { type ConceptPath, walkId } from '../../core/concept-path.ts'
import type { Row } from './connection.ts'
import { captionOf, checkedId, fromJson, jsonOf, plainText } from './text-values.ts'

/** Numbers for the ids that occur in a block, each looked up once. */
export interface Places {
  readonly ids: readonly ContentId[]
  of(id: ContentId): number
}

export function numberIds(): Places {
  const places = new Map<ContentId, number>()
  const ids: ContentId[] = []
  return {
    ids,
    of(id) {
      const known = places.get(id)
      if (known !== undefined) return known
      places.set(checkedId(id), ids.length)
      return ids.push(id) - 1
    },
  }
}

/** The walk of a pair: two pairs on the same walk share it. */
export interface WalkRow {
  readonly id: ContentId
  readonly name: string
  readonly mode: string
  readonly index: number
  readonly runSeed: number
  readonly graphVersion: ContentId
  readonly body: string
  /** Concept, step from 0, phase, probability. */
  readonly steps: readonly (readonly [concept: number, step: number, phase: string, probability: number])[]
  readonly seeds: readonly number[]
}

export interface PairRow {
  readonly id: ContentId
  readonly walk: ContentId
  readonly index: number
  readonly name: string
  readonly question: string
  readonly solution: string
  readonly finalAnswer: string
  readonly method: string
  readonly model: string | null
  readonly difficulty: number
  readonly rung: number
  readonly votes: number | null
  readonly of: number | null
  readonly split: string
  readonly marks: readonly PairMark[]
  readonly body: string
  readonly requested: readonly number[]
  readonly realised: readonly number[]
  readonly shown: readonly number[]
  readonly derived: readonly number[]
}

/** A pair derived from another one. */
export interface ParentRow {
  readonly index: number
  readonly parent: ContentId
  readonly method: string
}

/** What a block of pairs becomes; `places` of concepts and seeds are shared by its rows. */
export interface PairBlock {
  readonly concepts: Places
  readonly seeds: Places
  readonly walks: readonly WalkRow[]
  readonly pairs: readonly PairRow[]
  readonly parents: readonly ParentRow[]
}

/** @throws StoreError on what is not a content id */
export function pairBlock(pairs: readonly Pair[]): PairBlock {
  const concepts = numberIds()
  const seeds = numberIds()
  const walks = new Map<ContentId, WalkRow>()
  const rows: PairRow[] = []
  const parents: ParentRow[] = []
  for (const pair of pairs) {
    const walk = walkRow(pair, concepts, seeds)
    walks.set(walk.id, walks.get(walk.id) ?? walk)
    rows.push(pairRow(pair, walk.id, { concepts, seeds }))
    const { draft, index } = pair
    for (const { kind, relation, id } of draft.parents)
      if (kind === 'pair' && relation === 'derived') parents.push({ index, parent: id, method: draft.method })
  }
  return { concepts, seeds, walks: [...walks.values()], pairs: rows, parents }
}

function walkRow({ path, supportingSeeds }: Pair, concepts: Places, seeds: Places): WalkRow {
  return {
    id: walkId(path),
    name: `walk ${path.index}`,
    mode: path.mode,
    index: path.index,
    runSeed: path.runSeed,
    graphVersion: checkedId(path.graphVersion),
    body: jsonOf(path),
    steps: path.steps.map(({ conceptId, phase, probability }, step) => [
      concepts.of(conceptId),
      step,
      phase,
      probability,
    ]),
    seeds: supportingSeeds.map((id) => seeds.of(id)),
  }
}

/** What is read back from `body`: all that the properties, which are for people, do not hold exactly. */
type PairBody = Pick<Pair, 'questionId' | 'skeletonId' | 'split' | 'verdict' | 'supportingSeeds'> & {
  readonly draft: Omit<Pair['draft'], 'question' | 'solution' | 'finalAnswer'> & Partial<Texts>
}
type Texts = Pick<Pair['draft'], 'question' | 'solution' | 'finalAnswer'>

function pairRow(
  pair: Pair,
  walk: ContentId,
  { concepts, seeds }: Pick<PairBlock, 'concepts' | 'seeds'>,
): PairRow {
  const { draft, verdict } = pair
  const { question, solution, finalAnswer, ...rest } = draft
  const texts = { question, solution, finalAnswer }
  const inexact = Object.fromEntries(Object.entries(texts).filter(([, text]) => !text.isWellFormed()))
  const body: PairBody = {
    questionId: checkedId(pair.questionId),
    skeletonId: checkedId(pair.skeletonId),
    split: pair.split,
    draft: { ...rest, ...inexact },
    verdict,
    supportingSeeds: pair.supportingSeeds,
  }
  const parentSeeds = (relation: string): number[] =>
    draft.parents
      .filter((parent) => parent.kind === 'seed' && parent.relation === relation)
      .map(({ id }) => seeds.of(id))
  return {
    id: checkedId(pair.id),
    walk,
    index: pair.index,
    name: captionOf(question),
    question: plainText(question),
    solution: plainText(solution),
    finalAnswer: plainText(finalAnswer),
    method: draft.method,
    model: draft.model === undefined ? null : plainText(draft.model),
    difficulty: draft.difficulty,
    rung: verdict.rung,
    votes: verdict.agreement?.votes ?? null,
    of: verdict.agreement?.of ?? null,
    split: plainText(pair.split),
    marks: pair.marks,
    body: jsonOf(body),
    requested: draft.requested.map((id) => concepts.of(id)),
    realised: draft.realised.map((id) => concepts.of(id)),
    shown: parentSeeds('shown'),
    derived: parentSeeds('derived'),
  }
}

/** A pair from its node and its walk's. */
export function pairOf(row: Row): Pair {
  const { questionId, skeletonId, split, draft, verdict, supportingSeeds } = fromJson(row['body']) as PairBody
  const texts = {
    question: row['question'] as string,
    solution: row['solution'] as string,
    finalAnswer: row['finalAnswer'] as string,
  }
  return {
    id: row['id'] as string,
    questionId,
    skeletonId,
    runId: row['runId'] as string,
    index: row['index'] as number,
    split,
    draft: { ...texts, ...draft },
    verdict,
    path: fromJson(row['path']) as ConceptPath,
    supportingSeeds,
    // Files of an import leave empty lists out.
    marks: (row['marks'] ?? []) as PairMark[],
  }
}
