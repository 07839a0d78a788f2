import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomAt, randomKey } from '../../src/core/random.ts'

const things = 'apples pears coins cards tiles beads ropes lamps jars cups'.split(' ')
const places = 'market school harbour garden station museum bakery village'.split(' ')

function questionAt(row: number): string {
  const random = randomAt(randomKey('curation-test'), row)
  const sentences = Array.from(
    { length: 4 },
    () =>
      `Worker ${random.integer(1, 900)} carries ${random.integer(2, 5000)} ${random.pick(things)} and ${random.integer(2, 5000)} ${random.pick(things)} to the ${random.pick(places)}.`,
  )
  return `${sentences.join(' ')} How many ${random.pick(things)} are at the ${random.pick(places)} then?`
}

/** Rows of which every tenth asks the question of the row before, in capitals, with the same answer. */
export function writeRows(rows: number): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-curation-'))
  const file = join(folder, 'rows.jsonl')
  const lines = Array.from({ length: rows }, (_, row) => {
    const isCopy = row % 10 === 9
    const question = isCopy ? questionAt(row - 1).toUpperCase() : questionAt(row)
    return JSON.stringify({
      id: `r${row}`,
      question,
      solution: `It is ${row}.${isCopy ? '' : ' Checked.'}`,
      final_answer: isCopy ? row - 1 : row,
    })
  })
  writeFileSync(file, `${lines.join('\n')}\n`)
  return { folder, file }
}
