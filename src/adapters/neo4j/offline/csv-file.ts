import { closeSync, openSync, writeSync } from 'node:fs'

/** A value of a cell; an absent one leaves the property out. */
export type Cell = string | number | boolean | null | readonly (string | number)[]

/** A file that grows by rows. */
export interface CsvFile {
  row(cells: readonly Cell[]): void
  close(): void
}

/** Parts lists in a cell: no text of ours may hold it, so it is taken out of names. */
const listMark = '\u001f'

/** The same for the command line of the import. */
export const listDelimiter = 'U+001F'

const flushAt = 1 << 16

/** Opens a file with its header. Rows are gathered, but not for so long that the texts of all files outlive a young collection. */
export function openCsv(file: string, header: readonly string[]): CsvFile {
  const handle = openSync(file, 'w')
  let text = `${header.join(',')}\n`
  const flush = (): void => {
    writeSync(handle, text)
    text = ''
  }
  return {
    row(cells) {
      text += `${cells.map(cellText).join(',')}\n`
      if (text.length > flushAt) flush()
    },
    close() {
      flush()
      closeSync(handle)
    },
  }
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `"${cell.replaceAll('"', '""')}"`
  if (typeof cell !== 'object') return String(cell)
  // An empty list is left out: the import knows no other way to say it.
  if (cell.length === 0) return ''
  return typeof cell[0] === 'number'
    ? cell.join(listMark)
    : `"${cell.map((item) => String(item).replaceAll('"', '""').replaceAll(listMark, ' ')).join(listMark)}"`
}
