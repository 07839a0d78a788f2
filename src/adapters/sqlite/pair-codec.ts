import type { SQLInputValue } from 'node:sqlite'
import type { ConceptPath, PathMode, PathStep, WalkPhase } from '../../core/concept-path.ts'
import type { Draft, DraftMethod, Parent } from '../../core/draft.ts'
import type { ContentId, JsonValue } from '../../core/identity.ts'
import { type Pair, type PairMark, pairMarks } from '../../core/pair.ts'
import type { Check, CheckName, CheckOutcome, Rung, Verdict } from '../../core/verdict.ts'
import { idBytes, idText, jsonText, parseJson, textOf, textValue } from './column-values.ts'
import type { Dictionary } from './dictionary.ts'
import type { PackedReader, PackedWriter } from './packed-bytes.ts'

// The numbers below stand in files: give a new name a new number and never change an old one.
const modeCodes = {
  mathscale: 0,
  rare: 1,
  uniform: 2,
  'hop-1': 3,
  'hop-2': 4,
  'hop-3': 5,
  community: 6,
  coverage: 7,
  given: 8,
} as const satisfies Record<PathMode, number>

const phaseCodes = {
  start: 0,
  topic: 1,
  bridge: 2,
  'knowledge-point': 3,
} as const satisfies Record<WalkPhase, number>

const checkCodes = {
  schema: 0,
  'one-question': 1,
  'self-contained': 2,
  'no-answer-leak': 3,
  annotations: 4,
  'numeric-links': 5,
  substitution: 6,
  agreement: 7,
  'independent-answer': 8,
  'givens-in-text': 9,
  'givens-matter': 10,
  'concepts-realised': 11,
} as const satisfies Record<CheckName, number>

const outcomeCodes = {
  passed: 0,
  failed: 1,
  'not-applicable': 2,
} as const satisfies Record<CheckOutcome, number>

const markBits = {
  'near-duplicate': 1,
  'skeleton-cap': 2,
  'solutions-cap': 4,
  'answer-conflict': 8,
  contaminated: 16,
  'protected-twin': 32,
  'over-quota': 64,
  rejected: 128,
  review: 256,
} as const satisfies Record<PairMark, number>

const parentKinds = ['seed', 'pair'] as const
const parentRelations = ['derived', 'shown'] as const

/** Columns of `pair` in the order of {@link pairValues}; `run` is the run's number. */
export const pairColumns: string =
  'run, i, id, rung, question_id, skeleton_id, difficulty, split, method, walk, concepts, seeds, verdict, ' +
  'question, solution, answer, evidence, prompt, model, raw'

export interface PairCodec {
  readonly dictionary: Dictionary
  readonly writer: PackedWriter
  readonly reader: PackedReader
}

/** One row. The BLOBs are views on the writer's buffer: bind them before the next call. */
export function pairValues(codec: PairCodec, run: number, pair: Pair): SQLInputValue[] {
  const { draft, verdict } = pair
  codec.writer.reset()
  return [
    run,
    pair.index,
    idBytes(pair.id),
    verdict.rung,
    idBytes(pair.questionId),
    idBytes(pair.skeletonId),
    draft.difficulty,
    textValue(pair.split),
    draft.method,
    packWalk(codec, pair.path),
    packConcepts(codec, draft),
    packSeeds(codec, pair),
    packVerdict(codec.writer, verdict),
    textValue(draft.question),
    textValue(draft.solution),
    textValue(draft.finalAnswer),
    draft.evidence === null ? null : jsonText(draft.evidence),
    draft.prompt === undefined ? null : textValue(draft.prompt),
    draft.model === undefined ? null : textValue(draft.model),
    draft.raw === undefined ? null : textValue(draft.raw),
  ]
}

/** The pair of one row, which has the pair's set of marks after the columns of {@link pairColumns}. */
export function pairOf(codec: PairCodec, runId: ContentId, row: readonly unknown[]): Pair {
  const requested = unpackFirst(codec, row[10])
  const realised = unpackIds(codec)
  const supportingSeeds = unpackFirst(codec, row[11])
  const parents = codec.reader.list(() => unpackParent(codec))
  return {
    id: idText(row[2]),
    questionId: idText(row[4]),
    skeletonId: idText(row[5]),
    runId,
    index: row[1] as number,
    split: textOf(row[7]),
    draft: {
      question: textOf(row[13]),
      solution: textOf(row[14]),
      finalAnswer: textOf(row[15]),
      requested,
      realised,
      method: row[8] as DraftMethod,
      parents,
      ...(row[17] === null ? {} : { prompt: textOf(row[17]) }),
      ...(row[18] === null ? {} : { model: textOf(row[18]) }),
      ...(row[19] === null ? {} : { raw: textOf(row[19]) }),
      difficulty: row[6] as number,
      evidence: row[16] === null ? null : (parseJson(row[16]) as JsonValue),
    },
    verdict: unpackVerdict(codec, row[3] as Rung, row[12]),
    path: unpackWalk(codec, row[9]),
    supportingSeeds,
    marks: marksOf(row[20] as number),
  }
}

/** Marks as a set of bits. */
export function markSet(marks: readonly PairMark[]): number {
  let bits = 0
  for (const mark of marks) bits |= markBits[mark]
  return bits
}

/** Marks of a set of bits, in the order of `pairMarks`. */
export function marksOf(bits: number): PairMark[] {
  return bits === 0 ? [] : pairMarks.filter((mark) => (bits & markBits[mark]) !== 0)
}

/**
 * runSeed, index, mode, graph version, then per step the concept, phase + 4 × edgeCount, and the probability as a 64-bit float; then
 * topics and knowledge points. 12-13 bytes a step: the edge count is kept because a bridge may leave from an earlier topic, so it does
 * not follow from the concepts alone, and the probability is kept exactly.
 */
function packWalk({ dictionary, writer }: PairCodec, path: ConceptPath): Uint8Array {
  writer.number(path.runSeed)
  writer.number(path.index)
  writer.number(modeCodes[path.mode])
  writer.number(dictionary.numberOf(path.graphVersion))
  writer.number(path.steps.length)
  for (const step of path.steps) {
    writer.number(dictionary.numberOf(step.conceptId))
    writer.number(phaseCodes[step.phase] + 4 * step.edgeCount)
    writer.float(step.probability)
  }
  packIds(writer, dictionary, path.topics)
  packIds(writer, dictionary, path.knowledgePoints)
  return writer.take()
}

function unpackWalk(codec: PairCodec, bytes: unknown): ConceptPath {
  const { dictionary, reader } = codec
  reader.open(bytes as Uint8Array)
  return {
    runSeed: reader.number(),
    index: reader.number(),
    mode: modes[reader.number()] as PathMode,
    graphVersion: dictionary.idOf(reader.number()),
    steps: reader.list(() => unpackStep(codec)),
    topics: unpackIds(codec),
    knowledgePoints: unpackIds(codec),
  }
}

function unpackStep({ dictionary, reader }: PairCodec): PathStep {
  const conceptId = dictionary.idOf(reader.number())
  const code = reader.number()
  const phase = phases[code % 4] as WalkPhase
  return { conceptId, phase, edgeCount: Math.floor(code / 4), probability: reader.float() }
}

function packConcepts({ dictionary, writer }: PairCodec, draft: Draft): Uint8Array {
  packIds(writer, dictionary, draft.requested)
  packIds(writer, dictionary, draft.realised)
  return writer.take()
}

/** Supporting seeds, then parents: kind + 2 × relation, and a dictionary number for a seed or 16 bytes for a pair. */
function packSeeds({ dictionary, writer }: PairCodec, pair: Pair): Uint8Array {
  packIds(writer, dictionary, pair.supportingSeeds)
  writer.number(pair.draft.parents.length)
  for (const { kind, id, relation } of pair.draft.parents) {
    writer.number(parentKinds.indexOf(kind) + 2 * parentRelations.indexOf(relation))
    if (kind === 'seed') writer.number(dictionary.numberOf(id))
    else writer.bytes(idBytes(id))
  }
  return writer.take()
}

function unpackParent({ dictionary, reader }: PairCodec): Parent {
  const code = reader.number()
  const kind = parentKinds[code % 2] as Parent['kind']
  const relation = parentRelations[code >> 1] as Parent['relation']
  return { kind, id: kind === 'seed' ? dictionary.idOf(reader.number()) : idText(reader.bytes(16)), relation }
}

/** Checks as outcome + 3 × name and evidence; agreement as votes + 1 and of, or 0; flags. The rung is a column. */
function packVerdict(writer: PackedWriter, verdict: Verdict): Uint8Array {
  writer.number(verdict.checks.length)
  for (const check of verdict.checks) {
    writer.number(outcomeCodes[check.outcome] + 3 * checkCodes[check.name])
    writer.text(check.evidence)
  }
  writer.number(verdict.agreement === undefined ? 0 : verdict.agreement.votes + 1)
  if (verdict.agreement !== undefined) writer.number(verdict.agreement.of)
  writer.number(verdict.flags.length)
  for (const flag of verdict.flags) writer.text(flag)
  return writer.take()
}

function unpackVerdict({ reader }: PairCodec, rung: Rung, bytes: unknown): Verdict {
  reader.open(bytes as Uint8Array)
  const checks = reader.list(() => unpackCheck(reader))
  const votes = reader.number()
  const agreement = votes === 0 ? {} : { agreement: { votes: votes - 1, of: reader.number() } }
  return { rung, checks, ...agreement, flags: reader.list(() => reader.text()) }
}

function unpackCheck(reader: PackedReader): Check {
  const code = reader.number()
  const name = names[Math.floor(code / 3)] as CheckName
  return { name, outcome: outcomes[code % 3] as CheckOutcome, evidence: reader.text() }
}

function packIds(writer: PackedWriter, dictionary: Dictionary, ids: readonly ContentId[]): void {
  writer.number(ids.length)
  for (const id of ids) writer.number(dictionary.numberOf(id))
}

function unpackIds({ dictionary, reader }: PairCodec): ContentId[] {
  return reader.list(() => dictionary.idOf(reader.number()))
}

/** The list a BLOB begins with; the reader stays behind it. */
function unpackFirst(codec: PairCodec, bytes: unknown): ContentId[] {
  codec.reader.open(bytes as Uint8Array)
  return unpackIds(codec)
}

function byCode<Name extends string>(codes: Readonly<Record<Name, number>>): readonly Name[] {
  const list: Name[] = []
  for (const name of Object.keys(codes) as Name[]) list[codes[name]] = name
  return list
}

const modes = byCode(modeCodes)
const phases = byCode(phaseCodes)
const names = byCode(checkCodes)
const outcomes = byCode(outcomeCodes)
