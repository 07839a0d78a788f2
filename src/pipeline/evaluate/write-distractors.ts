import { randomAt, randomKey } from '../../core/random.ts'
import type { BenchItem, BenchSet } from '../../steps/evaluate/bench-item.ts'
import { insertSentences, placeDistractors } from '../../steps/evaluate/insert-distractors.ts'
import { openCheckedFile } from '../../steps/export/checked-file.ts'
import { stageFolder } from '../../steps/export/staged-folder.ts'
import { namesIn, tellDistractor, type Distractor } from '../../steps/generate/procedural/tell-distractor.ts'

export interface DistractorJob {
  readonly items: readonly BenchItem[]
  readonly set: BenchSet
  readonly folder: string
  /** Most distractors of a question. */
  readonly most: number
  readonly seed: number
}

/** One item with its distractors, as `provenance.jsonl` has it. */
interface DistractedItem {
  readonly item: BenchItem
  readonly distractors: readonly (Distractor & { readonly before: number; readonly written: string })[]
}

/**
 * Robustness sets (Skywork-Math, takeaway 6: GSM8K 83.9 → 67.0 with five distractors): `with-K.jsonl` has every question with K sentences
 * about other people in it, K from 0 to `most`, the answer unchanged, and `bench-K.yaml` names it for `evaluate run` and `evaluate score`.
 * `provenance.jsonl` says what each sentence was made from. The sentences of a smaller K stand in every larger one.
 *
 * @throws UsageError where the folder is not of ours
 */
export function writeDistractors(job: DistractorJob): { readonly items: number; readonly leftOut: number } {
  const told = job.items.map((item) => distract(item, job))
  const whole = told.filter(({ distractors }) => distractors.length === job.most)
  const staged = stageFolder(job.folder, 'distractors')
  try {
    const write = (name: string, lines: readonly string[]): unknown => {
      const file = openCheckedFile(staged.path, name)
      for (const line of lines) file.write(`${line}\n`)
      return file.finish()
    }
    const files = Array.from({ length: job.most + 1 }, (_, count) => [
      write(
        `with-${count}.jsonl`,
        whole.map((one) => JSON.stringify(rowOf(one, count))),
      ),
      write(`bench-${count}.yaml`, ['sets:', `  ${job.set}: with-${count}.jsonl`]),
    ]).flat()
    files.push(
      write(
        'provenance.jsonl',
        whole.map(({ item, distractors }) =>
          JSON.stringify({ itemId: item.id, ...numberOf(item), distractors }),
        ),
      ),
    )
    const about = { tool: 'conceptloom', kind: 'distractors', set: job.set, most: job.most, seed: job.seed }
    write('manifest.json', [JSON.stringify({ ...about, items: whole.length, files }, null, 2)])
    staged.commit()
  } catch (error) {
    staged.discard()
    throw error
  }
  return { items: whole.length, leftOut: told.length - whole.length }
}

/** A pure function of (item, seed, place in the list): fewer distractors are the first of more. */
function distract(item: BenchItem, { most, seed }: DistractorJob): DistractedItem {
  const taken = new Set(namesIn(item.question))
  const told: Distractor[] = []
  for (let place = 0; place < most; place++) {
    const distractor = tellDistractor(taken, randomAt(randomKey('distractor', item.id, seed), place))
    if (distractor === undefined) break
    told.push(distractor)
    // Nor do two distractors share a person.
    for (const name of namesIn(distractor.text)) taken.add(name)
  }
  const placed = placeDistractors(
    item.question,
    told.map(({ text }) => text),
    randomAt(randomKey('distractor places', item.id, seed), 0),
  )
  return {
    item,
    distractors: told.map((distractor, place) => ({
      ...distractor,
      before: placed[place]?.before ?? 0,
      written: placed[place]?.text ?? distractor.text,
    })),
  }
}

function rowOf({ item, distractors }: DistractedItem, count: number): object {
  const placed = distractors.slice(0, count).map(({ written, before }) => ({ text: written, before }))
  return {
    question: insertSentences(item.question, placed),
    answer: item.answer,
    ...numberOf(item),
    license: item.license,
    ...(item.solution === undefined ? {} : { solution: item.solution }),
  }
}

function numberOf({ number }: BenchItem): { readonly question_number?: string } {
  return number === undefined ? {} : { question_number: number }
}
