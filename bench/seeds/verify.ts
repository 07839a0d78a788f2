import type { Draft } from '../../src/core/draft.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { draftSchema } from '../../src/core/draft.ts'
import { verifyDraft } from '../../src/steps/verify/verify-draft.ts'

// Rungs 1 to 3 on drafts of about 600 characters, against the shape check alone. One JSON line.

const count = 20_000

function draftAt(index: number): Draft {
  const random = randomAt(randomKey('bench-verify'), index)
  const [boxes, pens, price, lost] = [2, 3, 4, 5].map((low) => random.integer(low, low * 40)) as [
    number,
    number,
    number,
    number,
  ]
  const all = boxes * pens
  const left = all + lost
  const question =
    `A stationery shop in the harbour district receives ${boxes} boxes, and every box holds ${pens} pens. ` +
    `The owner finds ${lost} more pens in a drawer behind the counter and puts all of them on one shelf. ` +
    `She sells each pen for $${price} and keeps no pen for herself. How many dollars does she take in when every pen is sold?`
  const solution =
    `The boxes hold ${boxes} * ${pens} = <<${boxes}*${pens}=${all}>>${all} pens.\n` +
    `With the pens of the drawer there are ${all} + ${lost} = <<${all}+${lost}=${left}>>${left} pens.\n` +
    `She takes in ${left} * ${price} = <<${left}*${price}=${left * price}>>${left * price} dollars.\n#### ${left * price}`
  return {
    question,
    solution,
    finalAnswer: String(left * price),
    requested: ['a', 'b'],
    realised: ['a', 'b'],
    method: 'procedural',
    parents: [],
    difficulty: 2,
    evidence: { givens: [boxes, pens, price, lost], links: [{ from: 0, to: 1 }] },
  }
}

function rate(work: (draft: Draft) => boolean): number {
  let best = 0
  for (let round = 0; round < 3; round++) {
    let passed = 0
    const start = performance.now()
    for (const draft of drafts) if (work(draft)) passed++
    best = Math.max(best, count / ((performance.now() - start) / 1000))
    if (passed !== count) throw new Error(`only ${passed} of ${count} drafts pass`)
  }
  return Math.round(best)
}

const drafts = Array.from({ length: count }, (_, index) => draftAt(index))
const characters =
  drafts.reduce((sum, draft) => sum + draft.question.length + draft.solution.length, 0) / count
const nothing = { recheck: () => [] }
console.log(
  JSON.stringify({
    bench: 'verify/rungs-1-to-3',
    drafts: count,
    meanCharacters: Math.round(characters),
    draftsPerSecond: rate((draft) => verifyDraft(draft, nothing).rung === 3),
    baseline: 'draftSchema alone',
    baselineDraftsPerSecond: rate((draft) => draftSchema.safeParse(draft).success),
  }),
)
